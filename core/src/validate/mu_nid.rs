//! Mauritian national identity number: the first letter of the surname at birth, DDMMYY of birth, six digits, a check character.
//!
//! Source: Civil Status Division and the Mauritius National Identity Card, <https://mnis.govmu.org>. Letters count from 10;
//! weights are 14 down to 2; 17 less the sum mod 17 is the check character, in letters from 10. Where the sum is a multiple of
//! 17 descriptions differ: 0, or the letter of 17; both are taken. Proves date and check character.

use super::{Check, alnum, base36, is_date};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(chars) = alnum::<14>(text) else { return Check::Invalid };
    let mut values = [0; 14];
    for (value, &byte) in values.iter_mut().zip(&chars) {
        *value = base36(byte).unwrap_or(0);
    }
    let sum: u32 = values.iter().zip((2..=14).rev()).map(|(value, weight)| value * weight).sum();
    let formed = chars[0].is_ascii_uppercase() && chars[1..13].iter().all(u8::is_ascii_digit);
    let two = |at: usize| values[at] * 10 + values[at + 1];
    // The century is not written: 29 February is a date of 2000.
    let born = is_date(1900 + two(5), two(3), two(1)) || is_date(2000 + two(5), two(3), two(1));
    let rest = sum % 17;
    (formed && born && (values[13] == 17 - rest || rest == 0 && values[13] == 0)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["M0103901234562", "R311295000781B", "m0103901234562"],
        invalid: [
            ("M0103901234563", "check character"),
            ("M3203901234562", "day 32"),
            ("10103901234562", "no letter"),
            ("M010390123456", "13 characters"),
        ],
        catches: 100,
    }
}
