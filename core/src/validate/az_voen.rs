//! Taxpayer number of Azerbaijan (VÖEN): ten digits, the last 1 for companies and 2 for people.
//!
//! Source: Dövlət Vergi Xidməti, <https://www.taxes.gov.az>. Weights 4, 1, 8, 6, 2, 7, 5, 3; the sum modulo 11.

use super::{Check, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (matches!(d[9], 1 | 2) && weighted_sum(&d[..8], &[4, 1, 8, 6, 2, 7, 5, 3]) % 11 == u32::from(d[8])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8482231531", "2777879851", "1272917281", "9870327682"],
        invalid: [("8482231541", "check digit"), ("848223153", "one character less")],
        catches: 98,
    }
}
