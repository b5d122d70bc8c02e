//! Social integration number of Brazil (PIS, PASEP, NIT): eleven digits.
//!
//! Source: Caixa Econômica Federal, <https://www.caixa.gov.br>. Weights 3, 2, 9 to 2; 11 less the sum modulo 11,
//! where 10 and 11 are 0.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    (!all_same(&d) && (11 - weighted_sum(&d[..10], &[3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == u32::from(d[10]))
        .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["12699829899", "12741298779", "92426323310", "42861134600"],
        invalid: [("12699829890", "check digit"), ("1269982989", "one character less")],
        catches: 95,
    }
}
