//! Voter number of Brazil (título de eleitor): eight digits, state, two check digits.
//!
//! Source: Tribunal Superior Eleitoral, Resolução 21.538/2003, <https://www.tse.jus.br>. Weights 2 to 9, then 7, 8,
//! 9 over the state and the first check digit; the sum modulo 11, where 10 is 0.

use super::{Check, digits, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    let valid = {
        let first = weighted_sum(&d[..8], &[2, 3, 4, 5, 6, 7, 8, 9]) % 11 % 10;
        let second = weighted_sum(&[d[8], d[9], d[10]], &[7, 8, 9]) % 11 % 10;
        (1..=28).contains(&two(d[8], d[9])) && first == u32::from(d[10]) && second == u32::from(d[11])
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["362245062518", "537527560574", "274161921538", "710209910566"],
        invalid: [("362245062519", "check digit"), ("36224506251", "one character less")],
        catches: 100,
    }
}
