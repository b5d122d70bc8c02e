//! Statistical number of Poland (REGON): nine digits, or fourteen for a local unit.
//!
//! Source: Główny Urząd Statystyczny, <https://stat.gov.pl>. Weights 8, 9, 2, 3, 4, 5, 6, 7 and 2, 4, 8, 5, 0, 9,
//! 7, 3, 6, 1, 2, 4, 8; the sum modulo 11 and 10.

use super::{Check, all_same, digits_up_to, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<14>(text) else { return Check::Invalid };
    let short = weighted_sum(&d[..8], &[8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == u32::from(d[8]);
    let long = || weighted_sum(&d[..13], &[2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11 % 10 == u32::from(d[13]);
    (!all_same(&d[..9]) && short && (len == 9 || len == 14 && long())).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["784925587", "637188111", "391806556", "376621328"],
        invalid: [("784925588", "check digit"), ("78492558", "one character less")],
        catches: 100,
    }
}
