//! Company number of Denmark (CVR): eight digits.
//!
//! Source: Erhvervsstyrelsen, <https://datacvr.virk.dk>. Weights 2, 7, 6, 5, 4, 3, 2, 1; a multiple of 11.

use super::{Check, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(inner_digits(text)) else { return Check::Invalid };
    (d[0] != 0 && weighted_sum(&d, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["97000859", "71892026", "58767735", "97503532"],
        invalid: [("97000850", "check digit"), ("9700085", "one character less")],
        catches: 100,
    }
}
