//! Moroccan common identifier of the enterprise (ICE): nine digits of the enterprise, four of the establishment, two that check.
//!
//! Source: OMPIC and the Direction générale des Impôts, <https://www.ice.gov.ma>. The fifteen digits are a multiple of 97.
//! Sole traders have one. Proves the check digits.

use super::{Check, digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(digits) = digits::<15>(text) else { return Check::Invalid };
    (number(&digits[..9]) > 0 && number(&digits).is_multiple_of(97)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["001561191000066", "001561191 0000 66", "002136093000040"],
        invalid: [
            ("001561191000067", "check digits"),
            ("000000000000000", "zeros"),
            ("00156119100006", "14 digits"),
        ],
        catches: 100,
    }
}
