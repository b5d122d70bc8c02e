//! Number of a Japanese driving licence (運転免許証番号): 12 digits, the eleventh of which checks the first ten.
//!
//! Source: National Police Agency, <https://www.npa.go.jp>; the scheme is known from the police's instructions as published
//! by others. Two digits of the public safety commission, two of the year, six of the serial, the check digit, how often
//! the card was issued again. Weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2; 11 less the sum modulo 11, its last digit.
//! Proves commission and check digit (two rests share the 1, two the 0).

use super::{Check, all_same, digits, two, weighted_sum};

const WEIGHTS: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    let expected = (11 - weighted_sum(&d[..10], &WEIGHTS) % 11) % 10;
    (is_commission(two(d[0], d[1])) && u32::from(d[10]) == expected && !all_same(&d)).into()
}

/// Codes of the prefectures' commissions, five of them for Hokkaido.
fn is_commission(code: u32) -> bool {
    matches!(code, 10..=14 | 20..=25 | 30 | 40..=49 | 50..=55 | 60..=65 | 70..=74 | 80..=83 | 90..=97)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["309012345620", "459803358721", "3090 1234 5620"],
        invalid: [
            ("309012345630", "check digit"),
            ("159012345620", "no commission 15"),
            ("30901234562", "11 digits"),
            ("3090123456200", "13 digits"),
        ],
        catches: 80,
    }
}
