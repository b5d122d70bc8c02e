//! Telephone number of Italy: landline from 0, six to eleven digits; mobile from 3, nine or ten; 800 and its kin.
//!
//! Source: AGCOM, piano di numerazione nel settore delle telecomunicazioni (delibera 8/15/CIR),
//! <https://www.agcom.it>. The leading zero is part of the number. Landlines shorter than nine digits are a legacy of
//! small exchanges and look like much else: `Unverified`.
//! Proves first digits and length.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<11>(text) else { return Check::Invalid };
    let digits = &buffer[..len];
    match digits {
        [_, rest @ ..] if all_same(rest) || digits.ends_with(&[0; 6]) => Check::Invalid,
        [0, 1..=9, ..] if len >= 6 => in_plan(len >= 9),
        [3, 1..=9, ..] => matches!(len, 9 | 10).into(),
        [8, 0, 0 | 3, ..] => matches!(len, 6 | 8 | 9).into(),
        [8, 4 | 9, ..] | [1, 9, 9, ..] => matches!(len, 9 | 10).into(),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["02 1234567", "06/12345678", "347 123 4567", "3331234567", "0541-123456", "800 123 456"],
        unverified: ["0165 1234"],
        invalid: [
            ("00 1234567", "second digit 0"),
            ("247 123 4567", "first digit 2"),
            ("347 123 45", "eight digits of a mobile number"),
            ("02 1234567890", "twelve digits"),
            ("320 0000000", "zeros only"),
        ],
        catches: 5,
    }
}
