//! National ID number of Taiwan and the residents' number of foreigners (UI No., on the ARC): a letter and nine digits.
//!
//! Source: Ministry of the Interior, Department of Household Registration, <https://www.ris.gov.tw>, and National
//! Immigration Agency, <https://www.immigration.gov.tw>. The letter is the place of registration and counts as two
//! digits; the second character is the sex: 1, 2 nationals, 8, 9 foreigners since 2021, A-D foreigners before (good until
//! 2031), which counts as the last digit of its letter. Weights 1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1, the sum ends in 0.
//! Proves the check digit (even weights and 5 let some errors through), not that the number was issued.

use super::{Check, alnum, weighted_sum};

/// The number of every letter A-Z; the order is that of the places when the numbers were given to them.
const LETTERS: [u8; 26] =
    [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];
const WEIGHTS: [u32; 11] = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some([place, sex, rest @ ..]) = alnum::<10>(text) else { return Check::Invalid };
    let Some(&place) = LETTERS.get(usize::from(place.wrapping_sub(b'A'))) else { return Check::Invalid };
    let sex = match sex {
        b'1' | b'2' | b'8' | b'9' => sex - b'0',
        b'A'..=b'D' => sex - b'A',
        _ => return Check::Invalid,
    };
    if !rest.iter().all(u8::is_ascii_digit) {
        return Check::Invalid;
    }
    let mut d = [place / 10, place % 10, sex, 0, 0, 0, 0, 0, 0, 0, 0];
    for (to, from) in d[3..].iter_mut().zip(rest) {
        *to = from - b'0';
    }
    weighted_sum(&d, &WEIGHTS).is_multiple_of(10).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["A123456789", "a123456789", "F131104093", "A800000014", "AC01234567", "FA12345689"],
        invalid: [
            ("A123456788", "check digit"),
            ("A323456783", "3 is no sex"),
            ("AE01234567", "E is no sex"),
            ("1123456789", "no letter"),
            ("A12345678", "9 characters"),
            ("A12345678B", "a letter at the end"),
        ],
        catches: 88,
    }
}
