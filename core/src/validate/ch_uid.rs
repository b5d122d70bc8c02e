//! Enterprise number of Switzerland (UID): CHE and nine digits, with MWST, TVA or IVA behind for the VAT number.
//!
//! Source: Bundesamt für Statistik, <https://www.bfs.admin.ch>, eCH-0097. Weights 5, 4, 3, 2, 7, 6, 5, 4; 11 less
//! the sum modulo 11.

use super::{Check, all_same, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(inner_digits(text)) else { return Check::Invalid };
    (weighted_sum(&d, &[5, 4, 3, 2, 7, 6, 5, 4, 1]).is_multiple_of(11) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["CHE670273977", "CHE524109653", "CHE049449594", "CHE775425769"],
        invalid: [("CHE670273978", "check digit"), ("CHE67027397", "one character less")],
        catches: 100,
    }
}
