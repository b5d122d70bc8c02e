//! Kuwaiti civil number: century (2 for the 1900s, 3 for the 2000s), YYMMDD of birth, four digits, a check digit.
//!
//! Source: Public Authority for Civil Information, <https://www.paci.gov.kw>. Weights 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2; 11 less
//! the sum mod 11; numbers for which it has two digits are not issued. Widely described, not published by the authority.
//! Proves date and check digit.

use super::{Check, digits, is_date, two, weighted_sum};

const WEIGHTS: [u32; 11] = [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    let century = match d[0] {
        2 => 1900,
        3 => 2000,
        _ => return Check::Invalid,
    };
    let born = is_date(century + two(d[1], d[2]), two(d[3], d[4]), two(d[5], d[6]));
    (born && u32::from(d[11]) + weighted_sum(&d, &WEIGHTS) % 11 == 11).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["285031412341", "285031412368", "301020312342"],
        invalid: [
            ("285031412342", "check digit"),
            ("185031412345", "no century 1"),
            ("285133112345", "month 13"),
            ("28503141234", "11 digits"),
        ],
        catches: 100,
    }
}
