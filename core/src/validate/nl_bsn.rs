//! Burgerservicenummer of the Netherlands: nine digits, of which a leading zero is sometimes left out.
//!
//! Source: Wet algemene bepalingen burgerservicenummer, Rijksdienst voor Identiteitsgegevens, <https://www.rvig.nl/bsn>.
//! The "11-proef": weights 9 to 2 and -1 for the last digit, the sum divisible by 11.
//! Proves the check digit, not that the number was issued.

use super::{Check, all_same, digits_up_to, weighted_sum};

const WEIGHTS: [u32; 8] = [9, 8, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((mut d, len)) = digits_up_to::<9>(text) else { return Check::Invalid };
    match len {
        9 => {}
        8 => d.rotate_right(1),
        _ => return Check::Invalid,
    }
    (!all_same(&d) && weighted_sum(&d, &WEIGHTS) % 11 == u32::from(d[8])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["111222333", "1234.56.782", "999 990 019", "010464554", "10464554"],
        invalid: [
            ("111222334", "check digit"),
            ("111223233", "two digits swapped"),
            ("000000000", "zero"),
            ("123456780", "remainder 2 is not 0"),
            ("1112223", "7 digits"),
            ("1112223330", "10 digits"),
        ],
        catches: 100,
    }
}
