//! PPS number of Ireland: seven digits, a check letter and since 2013 a second letter.
//!
//! Source: Department of Social Protection, Social Welfare Consolidation Act 2005, s. 262, and the scheme that Revenue
//! gives to payroll software.
//! Weights 8 to 2, the second letter (A = 1) weighs 9; the sum modulo 23 is the check letter, W standing for 0. The older
//! second letters W, T and X count nothing.
//! Proves the check letter, not that the number was issued.

use super::{Check, alnum_up_to, digits, weighted_sum};

const WEIGHTS: [u32; 7] = [8, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<9>(text) else { return Check::Invalid };
    let [body @ .., letter, second] = c;
    let Some(d) = digits::<7>(&body) else { return Check::Invalid };
    let second = match (len, second) {
        (8, _) | (9, b'W' | b'T' | b'X') => 0,
        (9, b'A'..=b'I') => u32::from(second - b'A') + 1,
        _ => return Check::Invalid,
    };
    let rest = (weighted_sum(&d, &WEIGHTS) + second * 9) % 23;
    let check = if rest == 0 { b'W' } else { b'@' + rest as u8 };
    (d != [0; 7] && letter == check).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1234567T", "1234567 fa", "1234567TW", "8765432S", "6433435OA"],
        invalid: [
            ("1234567U", "check letter"),
            ("1234567TA", "check letter without the second letter's weight"),
            ("1234567TJ", "second letter J"),
            ("0000000W", "zero"),
            ("123456T", "6 digits"),
            ("12345678", "no letter"),
        ],
        catches: 100,
    }
}
