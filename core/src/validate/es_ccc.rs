//! Bank account number of Spain (CCC): bank, branch, two check digits, account.
//!
//! Source: Banco de España, <https://www.bde.es>. Weights 4, 8, 5, 10, 9, 7, 3, 6 of bank and branch, 1, 2, 4, 8,
//! 5, 10, 9, 7, 3, 6 of the account; 11 less the sum modulo 11, where 10 is 1 and 11 is 0.

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<20>(text) else { return Check::Invalid };
    (digit(&d[..8], &WEIGHTS[2..]) == d[8] && digit(&d[10..], &WEIGHTS) == d[9] && !all_same(&d)).into()
}

fn digit(d: &[u8], weights: &[u32]) -> u8 {
    match 11 - weighted_sum(d, weights) % 11 {
        10 => 1,
        11 => 0,
        digit => digit as u8,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["90613167696856663031", "95690797565169187100", "95576264526948387716", "91517281190555223607"],
        invalid: [("90613167696856663032", "check digit"), ("9061316769685666303", "one character less")],
        catches: 98,
    }
}
