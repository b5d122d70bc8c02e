//! Guinean permanent tax number (NIFp): nine digits, the last of which is Luhn's.
//!
//! Source: Direction générale des impôts, <https://dgi.gov.gn>. Proves the check digit.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(digits) = digits::<9>(text) else { return Check::Invalid };
    (luhn(&digits) && !all_same(&digits)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["123456782", "123-456-782"],
        invalid: [
            ("123456783", "check digit"),
            ("000000000", "zeros"),
            ("12345678", "8 digits"),
        ],
        catches: 100,
    }
}
