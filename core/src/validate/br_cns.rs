//! Health card of Brazil (CNS): fifteen digits.
//!
//! Source: Ministério da Saúde, DATASUS, <https://www.gov.br/saude>. Weights 15 to 1; a multiple of 11. Begins with
//! 1, 2, 7, 8 or 9.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<15>(text) else { return Check::Invalid };
    (matches!(d[0], 1 | 2 | 7..=9)
        && !all_same(&d)
        && weighted_sum(&d, &[15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11))
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["729168936777957", "777162759039635", "719075624805077", "737187175763843"],
        invalid: [("729168936777958", "check digit"), ("72916893677795", "one character less")],
        catches: 93,
    }
}
