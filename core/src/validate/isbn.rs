//! International standard book number: 13 digits from 978 or 979, or the 10 of before 2007, the last of which may be X.
//!
//! Source: International ISBN Agency, ISBN Users' Manual, and ISO 2108:2017. Thirteen digits: weights 1 and 3 in turn,
//! the sum ends in 0. Ten: weights 10 to 1, the sum is a multiple of 11.

use super::{Check, all_same, alnum, digits, digits_up_to, weighted_sum};

const EAN: [u32; 13] = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];
const TEN: [u32; 10] = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let valid = match digits_up_to::<13>(text).or_else(|| Some((ten_with_x(text)?, 10))) {
        Some((d, 13)) => d.starts_with(&[9, 7]) && d[2] >= 8 && weighted_sum(&d, &EAN).is_multiple_of(10),
        Some((d, 10)) => !all_same(&d[..10]) && weighted_sum(&d[..10], &TEN).is_multiple_of(11),
        _ => false,
    };
    valid.into()
}

/// Nine digits and an X, which counts 10; zeros behind them.
fn ten_with_x(text: &[u8]) -> Option<[u8; 13]> {
    let chars = alnum::<10>(text)?;
    let [a, b, c, d, e, f, g, h, i] = digits(chars.strip_suffix(b"X")?)?;
    Some([a, b, c, d, e, f, g, h, i, 10, 0, 0, 0])
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
