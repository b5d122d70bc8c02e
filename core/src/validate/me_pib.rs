//! Tax number of a company in Montenegro (PIB): eight digits.
//!
//! Source: Poreska uprava Crne Gore, <https://www.poreskauprava.gov.me>. Weights 8 to 2; 11 less the sum modulo 11.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(text) else { return Check::Invalid };
    (!all_same(&d) && (11 - weighted_sum(&d[..7], &[8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == u32::from(d[7])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["62373013", "02529327", "72270519", "42596343"],
        invalid: [("62373014", "check digit"), ("6237301", "one character less")],
        catches: 100,
    }
}
