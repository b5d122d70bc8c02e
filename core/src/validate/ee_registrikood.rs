//! Registry code of a company in Estonia: eight digits.
//!
//! Source: Registrite ja Infosüsteemide Keskus, <https://www.rik.ee>. Weights 1 to 7; where the sum modulo 11 is
//! 10, weights 3 to 9.

use super::{Check, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(text) else { return Check::Invalid };
    (matches!(d[0], 1 | 7 | 8 | 9) && {
        let first = weighted_sum(&d[..7], &[1, 2, 3, 4, 5, 6, 7]) % 11;
        let rest = if first < 10 { first } else { weighted_sum(&d[..7], &[3, 4, 5, 6, 7, 8, 9]) % 11 % 10 };
        rest == u32::from(d[7])
    })
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["71242965", "70402421", "90726924", "13627054"],
        invalid: [("71242966", "check digit"), ("7124296", "one character less")],
        catches: 98,
    }
}
