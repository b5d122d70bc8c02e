//! Telephone number of Viet Nam as dialled at home: 03, 05, 07, 08, 09 and eight digits mobile; 02 and nine digits fixed; 1800 and
//! 1900 services; 84 may stand in place of the zero.
//!
//! Source: numbering plan, circular 22/2014/TT-BTTTT as amended, <https://mst.gov.vn>.
//! Proves first digits and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<12>(text) else { return Check::Invalid };
    let national = match &buffer[..len] {
        [0, national @ ..] | [8, 4, national @ ..] => national,
        [1, 8 | 9, 0, 0, rest @ ..] if matches!(len, 8 | 10) => return (!all_same(rest)).into(),
        _ => return Check::Invalid,
    };
    let known = match national {
        [3 | 5 | 7 | 8 | 9, ..] => national.len() == 9,
        [2, 0..=9, ..] => national.len() == 10,
        _ => false,
    };
    (known && !all_same(&national[1..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0912 345 678", "0912345678", "024 3825 1234", "84 912 345 678", "1900 1234"],
        invalid: [
            ("0912 345 67", "nine digits"),
            ("912 345 678", "no zero"),
            ("0112 345 678", "no area 01"),
            ("0900 000 000", "zeros only"),
        ],
        catches: 5,
    }
}
