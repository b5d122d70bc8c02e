//! Emirates ID of the United Arab Emirates: 784, the year of birth, seven digits, a check digit.
//!
//! Source: Federal Authority for Identity, Citizenship, Customs and Port Security, <https://icp.gov.ae>. The check digit is
//! taken for Luhn's over all fifteen; the authority does not publish it, so that a number where it does not fit is
//! `Unverified`. Proves prefix and a year from 1900 on.

use super::{Check, digits, luhn, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(digits) = digits::<15>(text) else { return Check::Invalid };
    let born = (1900..=2099).contains(&number(&digits[3..7]));
    match digits.starts_with(&[7, 8, 4]) && born && number(&digits[7..14]) > 0 {
        true if luhn(&digits) => Check::Valid,
        true => Check::Unverified,
        false => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["784199012345676", "784-1990-1234567-6"],
        unverified: ["784-1990-1234567-7"],
        invalid: [
            ("784-1890-1234567-1", "year 1890"),
            ("785-1990-1234567-1", "no prefix"),
            ("784-1990-0000000-1", "zeros"),
            ("784-1990-123456-1", "14 digits"),
        ],
        catches: 30,
    }
}
