//! Social security number of Hungary (TAJ-szám): nine digits.
//!
//! Source: Nemzeti Egészségbiztosítási Alapkezelő, Act XX of 1996, <https://www.neak.gov.hu>. Weights 3 and 7 in
//! turn; the sum modulo 10.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    (!all_same(&d) && weighted_sum(&d[..8], &[3, 7, 3, 7, 3, 7, 3, 7]) % 10 == u32::from(d[8])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["220730084", "137098857", "328871001", "901247366"],
        invalid: [("220730085", "check digit"), ("22073008", "one character less")],
        catches: 100,
    }
}
