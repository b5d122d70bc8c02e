//! VAT number of Estonia: EE and nine digits.
//!
//! Source: Maksu- ja Tolliamet, <https://www.emta.ee>. Weights 3, 7, 1 repeated; a multiple of 10.

use super::{Check, all_same, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(inner_digits(text)) else { return Check::Invalid };
    (weighted_sum(&d, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["EE606342324", "EE972291361", "EE461247224", "EE752757151"],
        invalid: [("EE606342325", "check digit"), ("EE60634232", "one character less")],
        catches: 100,
    }
}
