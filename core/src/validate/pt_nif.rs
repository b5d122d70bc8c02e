//! NIF of Portugal, the tax number of people and other taxpayers: nine digits, the last a check digit.
//!
//! Source: Decreto-Lei 14/2013 of 28 January, Autoridade Tributária e Aduaneira. Weights 9 to 2; the check digit is 11
//! minus the sum modulo 11, 10 and 11 being written 0.
//! Proves the check digit, not that the number was issued or is a person's: the first digits say that, and the rule's
//! patterns know them.

use super::{Check, after_prefix, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 8] = [9, 8, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(after_prefix(text, b"PT")) else { return Check::Invalid };
    let rest = weighted_sum(&d, &WEIGHTS) % 11;
    let check = if rest < 2 { 0 } else { 11 - rest };
    (d[0] != 0 && !all_same(&d) && u32::from(d[8]) == check).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["123456789", "PT 501 964 843", "299 999 998", "pt245168737"],
        invalid: [
            ("123456788", "check digit"),
            ("123456798", "two digits swapped"),
            ("012345679", "first digit 0"),
            ("000000000", "zero"),
            ("12345678", "8 digits"),
            ("ES123456789", "another country's prefix"),
        ],
        catches: 90,
    }
}
