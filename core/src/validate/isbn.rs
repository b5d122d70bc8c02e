//! International standard book number: 13 digits from 978 or 979, or the 10 of before 2007, the last of which may be X.
//!
//! Source: International ISBN Agency, ISBN Users' Manual, and ISO 2108:2017. Thirteen digits: weights 1 and 3 in turn,
//! the sum ends in 0. Ten: weights 10 to 1, the sum is a multiple of 11.

use super::{Check, all_same, alnum_up_to, weighted_sum};

const EAN: [u32; 13] = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];
const TEN: [u32; 10] = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((chars, len @ (10 | 13))) = alnum_up_to::<13>(text) else { return Check::Invalid };
    let mut d = [0; 13];
    for (i, (value, &byte)) in d.iter_mut().zip(&chars[..len]).enumerate() {
        *value = match byte {
            b'0'..=b'9' => byte - b'0',
            b'X' if i == 9 && len == 10 => 10,
            _ => return Check::Invalid,
        };
    }
    let valid = if len == 13 {
        d.starts_with(&[9, 7]) && d[2] >= 8 && weighted_sum(&d, &EAN).is_multiple_of(10)
    } else {
        !all_same(&d[..10]) && weighted_sum(&d[..10], &TEN).is_multiple_of(11)
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["978-92-95055-12-4", "9783161484100", "0-306-40615-2", "0-8044-2957-X"],
        invalid: [
            ("978-92-95055-12-5", "check digit"),
            ("0-306-40615-3", "check digit of ten"),
            ("977-92-95055-12-7", "977 is for periodicals"),
            ("978316148410", "12 digits"),
            ("97831614841X0", "X inside"),
        ],
        catches: 100,
    }
}
