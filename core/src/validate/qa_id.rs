//! Qatari identity number (QID): century (2 or 3), year of birth, ISO number of the country of nationality, five digits.
//!
//! Source: Ministry of Interior, <https://portal.moi.gov.qa>. There is no check digit. Proves the century, and a country whose
//! number ISO 3166-1 could have given out.

use super::{Check, digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(digits) = digits::<11>(text) else { return Check::Invalid };
    let country = (4..=894).contains(&number(&digits[3..6]));
    (matches!(digits[0], 2 | 3) && country && number(&digits[6..]) > 0).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["28535600123", "30163412345"],
        invalid: [
            ("18535600123", "no century 1"),
            ("28590000123", "no country 900"),
            ("2853560012", "10 digits"),
            ("28535600000", "zeros"),
        ],
        catches: 5,
    }
}
