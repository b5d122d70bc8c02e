//! Identity number of Viet Nam (số căn cước công dân, số định danh cá nhân): 12 digits.
//!
//! Source: Decree 137/2015/ND-CP, art. 13, <https://bocongan.gov.vn>. Three digits of the province or country where the birth was
//! registered, one of century and sex (0-3 for those born until 2099), two of the year, six random. There is no check
//! digit. Proves a province and a year that has come; a country's code is [`Check::Unverified`], for the table is not here.

use super::{Check, digits, number, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    let year = two(d[4], d[5]);
    let born = match d[3] {
        0 | 1 => true,
        2 | 3 => year < 50,
        _ => false,
    };
    match number(&d[..3]) {
        _ if !born || d[6..] == [0; 6] => Check::Invalid,
        code if is_province(code) => Check::Valid,
        100..400 => Check::Unverified,
        _ => Check::Invalid,
    }
}

/// Codes of the 63 provinces of before July 2025, of which the numbers in use are made.
fn is_province(code: u64) -> bool {
    matches!(code,
        1 | 2 | 4 | 6 | 8 | 10..=12 | 14 | 15 | 17 | 19 | 20 | 22 | 24..=27 | 30 | 31 | 33..=38 | 40 | 42 | 44..=46
        | 48 | 49 | 51 | 52 | 54 | 56 | 58 | 60 | 62 | 64 | 66..=68 | 70 | 72 | 74 | 75 | 77 | 79 | 80 | 82..=84
        | 86 | 87 | 89 | 91..=96)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["001098123456", "079 201 123 456", "031302123456"],
        unverified: ["101098123456"],
        invalid: [
            ("003098123456", "no province 003"),
            ("001498123456", "born after 2099"),
            ("001298123456", "born in 2098"),
            ("00109812345", "11 digits"),
        ],
        catches: 12,
    }
}
