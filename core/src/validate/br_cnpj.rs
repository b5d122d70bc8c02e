//! CNPJ, the registry number of a legal entity in Brazil: root (8), branch (4) and two check digits.
//!
//! Source: Receita Federal do Brasil, Instrução Normativa RFB nº 2.229/2024: from July 2026 root and branch may hold
//! letters, and numbers given before stay as they are. A character counts its ASCII code less 48 (A is 17). Weights
//! 2-9 repeated from the right; 11 less the remainder by 11, and 0 where that has two digits; the second check digit
//! covers the first.
//! Proves both check digits, not that the number was issued.

use super::{Check, all_same, alnum, weighted_sum};

const WEIGHTS: [u32; 13] = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<14>(text) else { return Check::Invalid };
    let values = c.map(|byte| byte.wrapping_sub(b'0'));
    // 10 × sum is 11 - sum, modulo 11; a remainder of 10 is written 0. A letter equals neither.
    let first = weighted_sum(&values[..12], &WEIGHTS[1..]) * 10 % 11 % 10;
    let second = weighted_sum(&values[..13], &WEIGHTS) * 10 % 11 % 10;
    (!all_same(&c) && first == u32::from(values[12]) && second == u32::from(values[13])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "12.ABC.345/01DE-35", // the specimen of the tax authority
            "7kxt9b2m000194",
            "K4.P8Z.1RW/00A7-22",
            "91.133.002/0007-08",
            "02131499/0004-44",
            "77538970923618",
        ],
        invalid: [
            ("12.ABC.345/01DE-45", "first check digit"),
            ("12.ABC.345/01DE-36", "second check digit"),
            ("12.ABD.345/01DE-35", "one letter changed"),
            ("91.133.002/0007-0A", "a letter as check digit"),
            ("91.133.020/0007-08", "two digits swapped"),
            ("00.000.000/0000-00", "one digit repeated"),
            ("91.133.002/0007-0", "13 characters"),
            ("91.133.002/0007-080", "15 characters"),
        ],
        catches: 99,
    }
}
