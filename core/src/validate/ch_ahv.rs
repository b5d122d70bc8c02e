//! AHV number (AVS, 13 digits) of Switzerland: 756, nine digits and a check digit.
//!
//! Source: Federal Act on Old-Age and Survivors' Insurance, art. 50c, and the Central Compensation Office,
//! <https://www.zas.admin.ch>. The check digit of EAN-13: weights 1 and 3 in turn, the sum ends in 0.
//! Proves the check digit, not that the number was issued.

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 13] = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    let (country, rest) = d.split_at(3);
    (country == [7, 5, 6] && !all_same(&rest[..9]) && weighted_sum(&d, &WEIGHTS).is_multiple_of(10)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["756.1234.5678.97", "7569217076985", "756 9217 0769 85"],
        invalid: [
            ("756.1234.5678.98", "check digit"),
            ("756.1234.5687.97", "two digits swapped"),
            ("757.1234.5678.96", "not the country code 756"),
            ("756.0000.0000.02", "all digits the same"),
            ("756.1234.5678.9", "12 digits"),
        ],
        catches: 100,
    }
}
