//! Tax number of Viet Nam (mã số thuế): ten digits, of which the last checks the others, and -001 to -999 of a branch.
//!
//! Source: General Department of Taxation, circular 105/2020/TT-BTC, <https://www.gdt.gov.vn>. Weights 31, 29, 23, 19, 17, 13,
//! 7, 5, 3; 10 less the sum mod 11. Since July 2025 a resident's tax number is the 12 digits of the identity number.
//! Proves the check digit.

use super::{Check, digits_up_to, weighted_sum};

const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len @ (10 | 13))) = digits_up_to::<13>(text) else { return Check::Invalid };
    let branch = len == 10 || d[10..] != [0; 3];
    let expected = 10 - weighted_sum(&d[..9], &WEIGHTS) % 11;
    (branch && d[2..9] != [0; 7] && u32::from(d[9]) == expected).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0100233488", "0314409058-002", "01 00233488"],
        invalid: [
            ("0100233480", "check digit"),
            ("0314409058-000", "branch 000"),
            ("010023348", "9 digits"),
            ("01002334880", "11 digits"),
        ],
        catches: 80,
    }
}
