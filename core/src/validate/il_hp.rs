//! Israeli company number (het-pe): nine digits from 5, the last of which is Luhn's.
//!
//! Source: Israeli Corporations Authority of the Ministry of Justice,
//! <https://www.gov.il/en/departments/units/companies_registrar>. Proves first digit and check digit.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(digits) = digits::<9>(text) else { return Check::Invalid };
    (digits[0] == 5 && !all_same(&digits) && luhn(&digits)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["512345679", "51-234567-9"],
        invalid: [
            ("512345670", "check digit"),
            ("412345670", "first digit 4"),
            ("51234567", "8 digits"),
        ],
        catches: 100,
    }
}
