//! Telephone number of Indonesia as dialled at home: 08 and eight to eleven digits mobile; area code of three or four
//! digits and five to eight digits landline; 62 may stand in place of the zero.
//!
//! Source: Ministry of Communication, Fundamental Technical Plan (KM 4/2001, as amended), <https://www.komdigi.go.id>.
//! Proves first digits and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<15>(text) else { return Check::Invalid };
    let ([0, national @ ..] | [6, 2, 0, national @ ..] | [6, 2, national @ ..]) = &buffer[..len] else {
        return Check::Invalid;
    };
    let known = match national {
        [8, 1..=9, ..] => (9..=12).contains(&national.len()),
        [2..=7 | 9, 1..=9, ..] => (8..=11).contains(&national.len()),
        [8, 0, 0 | 4, 1, ..] => (8..=11).contains(&national.len()),
        _ => false,
    };
    (known && !all_same(&national[2..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0812-3456-7890", "081234567890", "(021) 555-0123", "62 812 3456 7890", "0274 512345"],
        invalid: [
            ("0812-345", "seven digits"),
            ("812-3456-7890", "no zero"),
            ("0012-3456-7890", "two zeros"),
            ("0800 0000 0000", "zeros only"),
        ],
        catches: 3,
    }
}
