//! Driving licence of Brazil (CNH): nine digits and two check digits.
//!
//! Source: Secretaria Nacional de Trânsito, <https://www.gov.br/transportes>. Weights 9 to 1 and 1 to 9; where the
//! first is 10 it is 0 and the second is 2 less.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    let valid = {
        let first = weighted_sum(&d[..9], &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
        let less = if first > 9 { 2 } else { 0 };
        let second = weighted_sum(&d[..9], &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
        let second = if second > 9 { 0 } else { (second + 11 - less) % 11 % 10 };
        !all_same(&d) && first % 10 * u32::from(first < 10) == u32::from(d[9]) && second == u32::from(d[10])
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["69610984887", "23690679472", "38630774872", "57399418252"],
        invalid: [("69610984888", "check digit"), ("6961098488", "one character less")],
        catches: 100,
    }
}
