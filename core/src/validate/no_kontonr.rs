//! Bank account number of Norway: eleven digits.
//!
//! Source: Bits AS, <https://www.bits.no>. Weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1; a multiple of 11.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    (d[..4] != [0; 4] && weighted_sum(&d, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11) && !all_same(&d))
        .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["17389040142", "74836364523", "54531269317", "15746651276"],
        invalid: [("17389040143", "check digit"), ("1738904014", "one character less")],
        catches: 100,
    }
}
