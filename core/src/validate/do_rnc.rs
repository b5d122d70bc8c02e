//! Taxpayer number of the Dominican Republic (RNC): nine digits.
//!
//! Source: Dirección General de Impuestos Internos, <https://dgii.gov.do>. Weights 7, 9, 8, 6, 5, 4, 3, 2; 10 less
//! the sum modulo 11, modulo 9, and 1.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    (!all_same(&d) && (19 - weighted_sum(&d[..8], &[7, 9, 8, 6, 5, 4, 3, 2]) % 11) % 9 + 1 == u32::from(d[8])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["336220909", "714371619", "930125032", "112300846"],
        invalid: [("336220900", "check digit"), ("33622090", "one character less")],
        catches: 97,
    }
}
