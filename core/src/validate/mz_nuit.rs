//! Mozambican tax number (NUIT): a digit for the kind (1 person, 4 company …), seven digits, a check digit.
//!
//! Source: Autoridade Tributária de Moçambique, <https://www.at.gov.mz>. Weights 8, 9, 4, 5, 6, 7, 8, 9; the sum mod 11 is the
//! check digit, 1 where it is 10. Proves the check digit (two rests share the 1).

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 8] = [8, 9, 4, 5, 6, 7, 8, 9];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(digits) = digits::<9>(text) else { return Check::Invalid };
    let expected = match weighted_sum(&digits, &WEIGHTS) % 11 {
        10 => 1,
        rest => rest,
    };
    (!all_same(&digits) && u32::from(digits[8]) == expected).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["400339910", "100 123 452"],
        invalid: [
            ("400339911", "check digit"),
            ("000000000", "zeros"),
            ("40033991", "8 digits"),
        ],
        catches: 97,
    }
}
