//! Taxpayer number of Paraguay (RUC): five to eight digits and a check digit.
//!
//! Source: Dirección Nacional de Ingresos Tributarios, <https://www.dnit.gov.py>. Weights 2, 3, 4 and on from the
//! right; 11 less the sum modulo 11, modulo 10.

use super::{Check, digits_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len @ 6..)) = digits_up_to::<9>(text) else { return Check::Invalid };
    let sum: u32 = d[..len - 1].iter().rev().zip(2..).map(|(&d, weight)| u32::from(d) * weight).sum();
    (d[0] != 0 && (11 - sum % 11) % 11 % 10 == u32::from(d[len - 1])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["88327584-8", "80227249-5", "85566860-1", "80125877-4"],
        invalid: [("88327584-9", "check digit"), ("88327584-", "one character less")],
        catches: 100,
    }
}
