//! Payer number of Belarus (УНП): nine characters, of people two letters in front.
//!
//! Source: Министерство по налогам и сборам, <https://www.nalog.gov.by>. Weights 29, 23, 19, 17, 13, 7, 5, 3; the
//! sum modulo 11.

use super::{Check, alnum, digits, weighted_sum};

/// The letters of the regions.
const LETTERS: &[u8; 7] = b"ABCEHKM";

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<9>(text) else { return Check::Invalid };
    let Some(d) = digits::<7>(&c[2..]) else { return Check::Invalid };
    let (first, second) = match (c[0], c[1]) {
        (a @ b'1'..=b'7', b @ b'0'..=b'9') => (a - b'0', b - b'0'),
        // The first letter counts as it does in base 36, the second by its place in a list.
        (a, b) => match (LETTERS.contains(&a), b"ABCEHKMOPT".iter().position(|&l| l == b)) {
            (true, Some(b)) => (a - b'A' + 10, b as u8),
            _ => return Check::Invalid,
        },
    };
    let sum = u32::from(first) * 29 + u32::from(second) * 23 + weighted_sum(&d[..6], &[19, 17, 13, 7, 5, 3]);
    (sum % 11 == u32::from(d[6])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["MM2988906", "HC4600880", "692402764", "491069941", "699755068", "794646850"],
        invalid: [("692402765", "check digit"), ("69240276", "one character less")],
        catches: 100,
    }
}
