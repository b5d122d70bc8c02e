//! Saudi national number (1) and residence number, iqama (2): ten digits, the last of which is Luhn's.
//!
//! Source: National Information Center and Absher of the Ministry of Interior, <https://www.absher.sa>. The check digit is
//! widely described and not published by the authority. Proves first digit and check digit.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(digits) = digits::<10>(text) else { return Check::Invalid };
    (matches!(digits[0], 1 | 2) && luhn(&digits) && !all_same(&digits[1..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1012345672", "2123456788", "1-012345672"],
        invalid: [
            ("1012345673", "check digit"),
            ("3123456786", "first digit 3"),
            ("101234567", "9 digits"),
        ],
        catches: 100,
    }
}
