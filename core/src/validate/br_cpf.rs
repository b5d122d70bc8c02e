//! CPF, the taxpayer registry number of a natural person in Brazil: 11 digits, of which two check.
//!
//! Source: Receita Federal do Brasil, Instrução Normativa RFB nº 2.172/2024,
//! <https://www.gov.br/receitafederal/pt-br/assuntos/meu-cpf>. Each check digit: weights 2, 3, 4 … from the right over
//! the digits before it; 11 less the remainder by 11, and 0 where that has two digits.
//! Proves both check digits, not that the number was issued. One digit repeated passes the arithmetic and is refused.

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 10] = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    // 10 × sum is 11 - sum, modulo 11; a remainder of 10 is written 0.
    let first = weighted_sum(&d[..9], &WEIGHTS[1..]) * 10 % 11 % 10;
    let second = || weighted_sum(&d[..10], &WEIGHTS) * 10 % 11 % 10;
    (first == u32::from(d[9]) && second() == u32::from(d[10]) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["123.456.789-09", "100.085.771-96", "87730335611", "175064573-42", "913 223 310 81"],
        invalid: [
            ("123.456.789-19", "first check digit"),
            ("123.456.789-08", "second check digit"),
            ("132.456.789-09", "two digits swapped"),
            ("111.111.111-11", "one digit repeated"),
            ("000.000.000-00", "one digit repeated"),
            ("123.456.789-0", "10 digits"),
            ("123.456.789-090", "12 digits"),
        ],
        catches: 99,
    }
}
