//! IMSI, the identity of a mobile subscription: country code (3), network code (2 or 3), the rest of 15 digits (14 at least).
//!
//! Source: ITU-T E.212, <https://www.itu.int/rec/T-REC-E.212>. Country codes begin with the number of a region, 2 to 7; 901 is
//! shared and 001 is for tests. There is no check digit.

use super::{Check, all_same, digits_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((digits, len)) = digits_up_to::<15>(text) else { return Check::Invalid };
    let region = matches!(digits, [2..=7, ..] | [9 | 0, 0, 1, ..]);
    (len >= 14 && region && !all_same(&digits[4..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["310150123456789", "262011234567890", "901280000012345"],
        invalid: [
            ("110150123456789", "no region 1"),
            ("31015012345", "11 digits"),
            ("310111111111111", "one digit repeated"),
        ],
        catches: 5,
    }
}
