//! Tax number of Colombia (NIT): seven to ten digits and a check digit.
//!
//! Source: Dirección de Impuestos y Aduanas Nacionales, <https://www.dian.gov.co>. Weights 3, 7, 13, 17, 19, 23,
//! 29, 37, 41, 43 from the right; of the sum modulo 11 what is over 1 is taken from 11.

use super::{Check, all_same, digits_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len @ 8..)) = digits_up_to::<11>(text) else { return Check::Invalid };
    let sum: u32 = d[..len - 1]
        .iter()
        .rev()
        .zip([3, 7, 13, 17, 19, 23, 29, 37, 41, 43])
        .map(|(&d, weight)| u32::from(d) * weight)
        .sum();
    let rest = sum % 11;
    (d[0] != 0 && !all_same(&d[..len]) && u32::from(d[len - 1]) == if rest < 2 { rest } else { 11 - rest }).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8609772830", "8275181709", "8027653243", "8021512289"],
        invalid: [("8609772831", "check digit"), ("860977283", "one character less")],
        catches: 100,
    }
}
