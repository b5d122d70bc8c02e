//! SIN, the social insurance number of Canada: 9 digits, written 3-3-3.
//!
//! Source: Employment and Social Development Canada, "Social Insurance Number",
//! <https://www.canada.ca/en/employment-social-development/services/sin.html>, and the Canada Revenue Agency's check of
//! it. Luhn over the nine digits. The first digit tells the region (1-7) or a temporary resident (9); none starts with 8.
//! 0 is not a SIN, but the tax agency's individual tax number for people without one, and its printed specimens:
//! as personal and checked alike, and [`Check::Unverified`].
//! Proves the check digit, not that the number was issued.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    if !luhn(&d) || all_same(&d) {
        return Check::Invalid;
    }
    match d[0] {
        0 => Check::Unverified,
        8 => Check::Invalid,
        _ => Check::Valid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["130 692 544", "696-030-824", "503423667", "752.882.001", "908 724 610"],
        unverified: ["046 454 286"],
        invalid: [
            ("130 692 545", "check digit"),
            ("130 629 544", "two digits swapped"),
            ("800 000 002", "first digit 8"),
            ("000 000 000", "one digit repeated"),
            ("130 692 54", "8 digits"),
            ("130 692 5440", "10 digits"),
        ],
        catches: 100,
    }
}
