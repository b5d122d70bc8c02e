//! EPIC number of India, on the voter's card: three letters and seven digits, the last a check digit.
//!
//! Source: Election Commission of India, <https://www.eci.gov.in>. The letters are the series of the state, the digits pass
//! Luhn's scheme. The longer numbers of the first cards, with slashes, are not covered.
//! Proves the check digit, not that the number was issued.

use super::{Check, all_same, alnum, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some([a, b, c, rest @ ..]) = alnum::<10>(text) else { return Check::Invalid };
    let letters = [a, b, c].iter().all(u8::is_ascii_uppercase);
    (letters && digits::<7>(&rest).is_some_and(|d| luhn(&d) && !all_same(&d))).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["WKH1186253", "wkh1186253", "ABC1234566"],
        invalid: [
            ("WKH1186254", "check digit"),
            ("WK11186253", "two letters"),
            ("ABC0000000", "zeros only"),
            ("WKH118625", "9 characters"),
        ],
        catches: 100,
    }
}
