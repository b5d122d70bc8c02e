//! Telephone number of Taiwan as dialled at home: 09 and eight digits mobile; area code of two to four digits and six to eight
//! digits; 0800 services; 886 may stand in place of the zero.
//!
//! Source: National Communications Commission, <https://www.ncc.gov.tw>.
//! Proves first digits and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<12>(text) else { return Check::Invalid };
    let ([0, national @ ..] | [8, 8, 6, national @ ..]) = &buffer[..len] else { return Check::Invalid };
    let known = match national {
        [9, ..] | [8, 0, 0, ..] | [2, 2..=9, ..] => national.len() == 9,
        [4, 2..=9, ..] => (8..=9).contains(&national.len()),
        [3 | 5..=8, 2..=9, ..] => (8..=9).contains(&national.len()),
        _ => false,
    };
    (known && !all_same(&national[1..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0912-345-678", "0912345678", "02-2345-6789", "(04) 2345-6789", "037-234567", "886 912 345 678", "0800-123-456"],
        invalid: [
            ("0912-345-67", "nine digits"),
            ("912-345-678", "no zero"),
            ("01-2345-6789", "no area 01"),
            ("0900-000-000", "zeros only"),
        ],
        catches: 5,
    }
}
