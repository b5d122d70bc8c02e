//! Insurance number of an individual account in Russia (СНИЛС): nine digits and two check digits.
//!
//! Source: Социальный фонд России, <https://sfr.gov.ru>. Weights 9 to 1; the sum modulo 101, where 100 is 0.

use super::{Check, digits, number, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    (number(&d[..9]) > 1_001_998 && weighted_sum(&d[..9], &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == two(d[9], d[10]))
        .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["92987067073", "54620421559", "19150279771", "95742010813"],
        invalid: [("92987067074", "check digit"), ("9298706707", "one character less")],
        catches: 100,
    }
}
