//! Tax number of Poland (NIP): ten digits.
//!
//! Source: Ministerstwo Finansów, <https://www.podatki.gov.pl>. Weights 6, 5, 7, 2, 3, 4, 5, 6, 7; the sum modulo
//! 11.

use super::{Check, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(inner_digits(text)) else { return Check::Invalid };
    (d[0] != 0 && weighted_sum(&d[..9], &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == u32::from(d[9])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["5921406550", "7087582300", "4163729735", "3251892747"],
        invalid: [("5921406551", "check digit"), ("592140655", "one character less")],
        catches: 100,
    }
}
