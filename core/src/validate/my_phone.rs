//! Telephone number of Malaysia as dialled at home: 01x and seven or eight digits mobile, 03 and eight digits, 04-09 and seven,
//! 08x and six; 60 may stand in place of the zero; 1300, 1700 and 1800 services.
//!
//! Source: Malaysian Communications and Multimedia Commission, numbering plan, <https://www.mcmc.gov.my>.
//! Proves first digits and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<12>(text) else { return Check::Invalid };
    let national = match &buffer[..len] {
        [0, national @ ..] | [6, 0, national @ ..] => national,
        [1, 3 | 7 | 8, 0, 0, rest @ ..] if len == 10 => return (!all_same(rest)).into(),
        _ => return Check::Invalid,
    };
    let known = match national {
        [1, 1, ..] => national.len() == 10,
        [1, 0..=9, 2..=9, ..] => national.len() == 9,
        [3, 2..=9, ..] => national.len() == 9,
        [4..=7 | 9, 2..=9, ..] => national.len() == 8,
        [8, 2..=9, 2..=9, ..] => national.len() == 8,
        _ => false,
    };
    (known && !all_same(&national[2..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["012-345 6789", "0123456789", "011-1234 5678", "03-2345 6789", "082-234 567", "60 12-345 6789", "1300-88-1234"],
        invalid: [
            ("012-345 678", "nine digits"),
            ("12-345 6789", "no zero"),
            ("02-2345 6789", "no area 02"),
            ("012-000 0000", "zeros only"),
        ],
        catches: 5,
    }
}
