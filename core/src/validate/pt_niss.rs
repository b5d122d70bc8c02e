//! Social security number of Portugal (NISS): eleven digits.
//!
//! Source: Segurança Social, <https://www.seg-social.pt>. The first ten primes from 29 down as weights; 9 less the
//! sum modulo 10. Begins with 1 or 2.

use super::{Check, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    (matches!(d[0], 1 | 2) && 9 - weighted_sum(&d, &[29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10 == u32::from(d[10]))
        .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["11246953436", "23005971745", "16062714327", "20455552291"],
        invalid: [("11246953437", "check digit"), ("1124695343", "one character less")],
        catches: 94,
    }
}
