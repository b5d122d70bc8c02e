//! Telephone number of Thailand as dialled at home: 06, 08, 09 and eight digits mobile; 02 to 07 and seven digits fixed; 66 may
//! stand in place of the zero; 1800 services.
//!
//! Source: National Broadcasting and Telecommunications Commission, <https://www.nbtc.go.th>.
//! Proves first digits and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<12>(text) else { return Check::Invalid };
    let national = match &buffer[..len] {
        [0, national @ ..] | [6, 6, national @ ..] => national,
        [1, 8, 0, 0, rest @ ..] if len == 10 => return (!all_same(rest)).into(),
        _ => return Check::Invalid,
    };
    let known = match national {
        [6 | 8 | 9, ..] => national.len() == 9,
        [2, 0..=9, ..] | [3..=5 | 7, 2..=9, ..] => national.len() == 8,
        _ => false,
    };
    (known && !all_same(&national[1..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["081-234-5678", "0812345678", "02-123-4567", "053 123 456", "66 81 234 5678"],
        invalid: [
            ("081-234-567", "nine digits"),
            ("81-234-5678", "no zero"),
            ("011-234-5678", "no area 01"),
            ("080-000-0000", "zeros only"),
        ],
        catches: 5,
    }
}
