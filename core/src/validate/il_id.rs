//! Israeli identity number (mispar zehut): nine digits, the last of which is Luhn's; leading zeros are often left out.
//!
//! Source: Population and Immigration Authority, <https://www.gov.il/en/departments/population_and_immigration_authority>.
//! Proves the check digit.

use super::{Check, all_same, digits_up_to, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((digits, len)) = digits_up_to::<9>(text) else { return Check::Invalid };
    let digits = &digits[..len];
    (len >= 8 && !all_same(digits) && luhn(digits)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["312345671", "31234567-1", "00123456-6"],
        invalid: [
            ("312345672", "check digit"),
            ("000000000", "zeros"),
            ("1234567", "7 digits"),
        ],
        catches: 100,
    }
}
