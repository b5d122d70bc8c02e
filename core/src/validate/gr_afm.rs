//! Tax number of Greece (AFM): nine digits; EL in front for the VAT number.
//!
//! Source: Ανεξάρτητη Αρχή Δημοσίων Εσόδων, <https://www.aade.gr>. Powers of two from 256 down; the sum modulo 11
//! and 10.

use super::{Check, all_same, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(inner_digits(text)) else { return Check::Invalid };
    (!all_same(&d) && weighted_sum(&d, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == u32::from(d[8])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["926875611", "657569378", "390371087", "493949243"],
        invalid: [("926875612", "check digit"), ("92687561", "one character less")],
        catches: 100,
    }
}
