//! Taxpayer number of Peru (RUC): eleven digits.
//!
//! Source: Superintendencia Nacional de Aduanas y de Administración Tributaria, <https://www.sunat.gob.pe>. Weights
//! 5, 4, 3, 2, 7, 6, 5, 4, 3, 2; 11 less the sum modulo 11, and modulo 10.

use super::{Check, digits, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    (matches!(two(d[0], d[1]), 10 | 15 | 16 | 17 | 20)
        && (11 - weighted_sum(&d[..10], &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 10 == u32::from(d[10]))
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["20428389264", "20529931647", "20963714077", "20041132923"],
        invalid: [("20428389265", "check digit"), ("2042838926", "one character less")],
        catches: 100,
    }
}
