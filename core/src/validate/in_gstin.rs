//! GSTIN, the goods and services tax number of India: 15 characters around the PAN of its holder.
//!
//! Source: Central Goods and Services Tax Rules 2017, rule 10; GST Network, <https://www.gst.gov.in>. Two digits of the
//! state, the PAN, a digit or letter of the registration, mostly Z, a check character by Luhn's scheme in base 36.
//! Proves state, shape of the PAN and check character.

use super::{Check, alnum, base36, in_pan, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<15>(text) else { return Check::Invalid };
    let [tens, ones, ..] = c;
    let state = tens.is_ascii_digit() && ones.is_ascii_digit() && is_state(two(tens - b'0', ones - b'0'));
    let sum = c.iter().rev().enumerate().try_fold(0, |sum, (at, &byte)| {
        let value = base36(byte)? * (1 + at as u32 % 2);
        Some(sum + value / 36 + value % 36)
    });
    let registration = c[12] != b'0';
    (state && registration && sum.is_some_and(|sum| sum.is_multiple_of(36)) && in_pan::check(&c[2..12]) == Check::Valid)
        .into()
}

/// Codes of states and union territories; 97 is other territory, 99 the centre.
fn is_state(code: u32) -> bool {
    matches!(code, 1..=38 | 97 | 99)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["27AAPFU0939F1ZV", "27aapfu0939f1zv", "27 AAPFU0939F 1ZV"],
        invalid: [
            ("27AAPFU0939F1ZW", "check character"),
            ("00AAPFU0939F1ZX", "no state 00"),
            ("27AAPFU0939F0ZW", "registration 0"),
            ("27AAP1U0939F1ZV", "a digit in the PAN"),
            ("27AAPFU0939F1Z", "14 characters"),
        ],
        catches: 100,
    }
}
