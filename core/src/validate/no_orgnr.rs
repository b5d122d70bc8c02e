//! Organisation number of Norway: nine digits, with MVA behind for the VAT number.
//!
//! Source: Brønnøysundregistrene, <https://www.brreg.no>. Weights 3, 2, 7, 6, 5, 4, 3, 2, 1; a multiple of 11.
//! Begins with 8 or 9.

use super::{Check, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(inner_digits(text)) else { return Check::Invalid };
    (matches!(d[0], 8 | 9) && weighted_sum(&d, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["919302097", "972467154", "917519218", "906092891"],
        invalid: [("919302098", "check digit"), ("91930209", "one character less")],
        catches: 100,
    }
}
