//! Telephone number of the Philippines as dialled at home: 09 and nine digits mobile; 02 and eight digits in Manila; 03 to 08 with
//! an area code and seven digits; 63 may stand in place of the zero.
//!
//! Source: National Telecommunications Commission, Memorandum Circular 10-10-2017, <https://ntc.gov.ph>.
//! Proves first digits and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<13>(text) else { return Check::Invalid };
    let ([0, national @ ..] | [6, 3, national @ ..]) = &buffer[..len] else { return Check::Invalid };
    let known = match national {
        [9, 0..=9, ..] => national.len() == 10,
        [2, 3..=8, ..] => national.len() == 9,
        [3..=8, 2..=9, 2..=9, ..] => national.len() == 9,
        _ => false,
    };
    (known && !all_same(&national[2..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0917 123 4567", "09171234567", "(02) 8123 4567", "032 234 5678", "63 917 123 4567"],
        invalid: [
            ("0917 123 456", "ten digits"),
            ("917 123 4567", "no zero"),
            ("0117 123 4567", "no area 01"),
            ("0910 000 0000 0", "twelve digits"),
        ],
        catches: 5,
    }
}
