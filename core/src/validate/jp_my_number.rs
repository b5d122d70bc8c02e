//! My Number of Japan (kojin bangō): 12 digits, the last of which checks the others.
//!
//! Source: order no. 85 of 2014 of the Ministry of Internal Affairs and Communications, art. 5, under act no. 27 of 2013.
//! Weights 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2; 11 less the sum mod 11, and 0 where the rest is 0 or 1. Proves the check digit
//! (two rests share the 0: one in fifty slips through), not that the number was issued.

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 11] = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    let expected = match weighted_sum(&d, &WEIGHTS) % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    (!all_same(&d) && u32::from(d[11]) == expected).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["123456789018", "1234 5678 9018", "1234-5678-9018", "987654321093"],
        invalid: [
            ("123456789019", "check digit"),
            ("123456788018", "one digit changed"),
            ("000000000000", "all the same"),
            ("12345678901", "11 digits"),
            ("1234567890180", "13 digits"),
        ],
        catches: 98,
    }
}
