//! Registry code of a company in Estonia: eight digits.
//!
//! Source: Registrite ja Infosüsteemide Keskus, <https://www.rik.ee>. Weights 1 to 7; where the sum modulo 11 is
//! 10, weights 3 to 9.

use super::{Check, digits, mod_11_twice};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(text) else { return Check::Invalid };
    (matches!(d[0], 1 | 7..=9) && mod_11_twice(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["71242965", "70402421", "90726924", "13627054"],
        invalid: [("71242966", "check digit"), ("7124296", "one character less")],
        catches: 98,
    }
}
