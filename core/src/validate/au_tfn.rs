//! TFN, the tax file number of Australia: 9 digits, 8 in numbers given out long ago.
//!
//! Source: Australian Taxation Office, TFN algorithm of the electronic reporting specifications,
//! <https://softwaredevelopers.ato.gov.au>, and Privacy (Tax File Number) Rule 2015. Weights 10, 7, 8, 4, 6, 3, 5, 2, 1,
//! for 8 digits without the 2; the weighted sum is a multiple of 11.
//! Proves the check, not that the number was issued.

use super::{Check, all_same, digits_up_to, weighted_sum};

const WEIGHTS: [u32; 9] = [10, 7, 8, 4, 6, 3, 5, 2, 1];
const WEIGHTS_8: [u32; 8] = [10, 7, 8, 4, 6, 3, 5, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<9>(text) else { return Check::Invalid };
    let (d, weights): (&[u8], &[u32]) = match len {
        9 => (&d, &WEIGHTS),
        8 => (&d[..8], &WEIGHTS_8),
        _ => return Check::Invalid,
    };
    (!all_same(d) && weighted_sum(d, weights).is_multiple_of(11)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["123 456 782", "876-543-210", "654181939", "37 118 629", "85655734"],
        invalid: [
            ("123 456 783", "check digit"),
            ("132 456 782", "two digits swapped"),
            ("37 118 628", "check digit of 8"),
            ("11111111", "one digit repeated"),
            ("000 000 000", "one digit repeated"),
            ("1234567", "7 digits"),
            ("1234567820", "10 digits"),
        ],
        catches: 100,
    }
}
