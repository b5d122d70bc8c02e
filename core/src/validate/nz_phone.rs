//! Telephone number of New Zealand as dialled at home: 02 and seven to nine digits mobile; 03, 04, 06, 07, 09 and seven
//! digits; 0800 and 0508; 64 may stand in place of the zero.
//!
//! Source: Number Administration Deed, <https://www.nad.org.nz>. Local numbers begin with 2-9.
//! Proves first digits and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<13>(text) else { return Check::Invalid };
    let ([0, national @ ..] | [6, 4, 0, national @ ..] | [6, 4, national @ ..]) = &buffer[..len] else {
        return Check::Invalid;
    };
    let known = match national {
        [2, 0..=2 | 6..=9, ..] => (8..=10).contains(&national.len()),
        [3 | 4 | 6 | 7 | 9, 2..=9, ..] => national.len() == 8,
        [8, 0, 0, ..] | [5, 0, 8, ..] => (9..=10).contains(&national.len()),
        _ => false,
    };
    (known && !all_same(&national[2..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["021 123 4567", "0211234567", "(09) 555 0123", "04-555 0123", "0800 123 456", "64 21 123 4567"],
        invalid: [
            ("021 1234", "seven digits"),
            ("21 123 4567", "no zero"),
            ("05 555 0123", "no area 05"),
            ("09 155 0123", "local number begins with 1"),
        ],
        catches: 5,
    }
}
