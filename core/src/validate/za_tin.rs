//! South African tax reference number: ten digits of an income tax payer (from 0, 1, 2, 3 or 9), or the VAT number (from 4).
//!
//! Source: SARS, <https://www.sars.gov.za>, and its note for the OECD. Luhn over all ten digits. Proves the check digit and the
//! first digit, not that the number was issued. An account of employees' tax (7) or of the skills levy has the same form and
//! is no person's.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(digits) = digits::<10>(text) else { return Check::Invalid };
    (matches!(digits[0], 0..=4 | 9) && luhn(&digits) && !all_same(&digits)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0123456782", "0123/456/78/2", "012345678-2", "4123456784"],
        invalid: [
            ("0123456783", "check digit"),
            ("8123456782", "first digit 8"),
            ("0000000000", "all zeros"),
            ("012345678", "9 digits"),
        ],
        catches: 100,
    }
}
