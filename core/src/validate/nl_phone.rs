//! Telephone number of the Netherlands as dialled at home: 0 and nine digits; 0800 and 0900 also with four.
//!
//! Source: Nummerplan telefoon- en ISDN-diensten, <https://wetten.overheid.nl/BWBR0010198>, kept by the Rijksinspectie
//! Digitale Infrastructuur. 01-05 and 07 geographic, 06 mobile (061-065, 068), 085, 088, 091, 084, 087 others.
//! Ranges that are not open are `Unverified`.
//! Proves first digits and length, not that the area code is in use.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<11>(text) else { return Check::Invalid };
    match &buffer[..len] {
        [0, rest @ ..] if all_same(rest) => Check::Invalid,
        [0, 8 | 9, 0, 0 | 6 | 9, ..] if len == 8 || len == 11 => Check::Valid,
        [0, 1..=5 | 7, ..] if len == 10 => Check::Valid,
        [0, 6, range, ..] if len == 10 => in_plan(matches!(range, 1..=6 | 8)),
        [0, 8, range, ..] if len == 10 => in_plan(matches!(range, 2 | 4 | 5 | 7 | 8)),
        [0, 9, range, ..] if len == 10 => in_plan(matches!(range, 0 | 1)),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["06-12345678", "020 123 4567", "(0570) 123456", "088-1234567", "0800-1234"],
        unverified: ["06-01234567"],
        invalid: [
            ("06-1234567", "nine digits"),
            ("6-12345678", "no zero"),
            ("00-12345678", "second digit 0"),
            ("020 123 45678", "eleven digits"),
        ],
        catches: 10,
    }
}
