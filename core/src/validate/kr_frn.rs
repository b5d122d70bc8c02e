//! Foreigner's registration number of Korea (외국인등록번호): YYMMDD, 5 to 8 for century and sex, six digits.
//!
//! Source: Immigration Act, art. 31 and its enforcement rules, Ministry of Justice, <https://www.immigration.go.kr>. Weights
//! 2-9, 2-5; 13 less the sum mod 11, its last digit; numbers with the residents' rule (11 in place of 13) occur.
//! Who was born since October 2020, when check digits were given up, and fails it is [`Check::Unverified`].
//! Proves the date and, before, the check digit.

use super::{Check, digits, is_date, two, weighted_sum};

const WEIGHTS: [u32; 12] = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    let century = match d[6] {
        5 | 6 => 1900,
        7 | 8 => 2000,
        _ => return Check::Invalid,
    };
    let (year, month, day) = (century + two(d[0], d[1]), two(d[2], d[3]), two(d[4], d[5]));
    if !is_date(year, month, day) {
        return Check::Invalid;
    }
    let rest = weighted_sum(&d, &WEIGHTS) % 11;
    let last = u32::from(d[12]);
    if last == (13 - rest) % 10 || last == (11 - rest) % 10 {
        Check::Valid
    } else if (year, month, day) >= (2020, 10, 5) && year < 2050 {
        Check::Unverified
    } else {
        Check::Invalid
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["880229-5678904", "880229-5678906"],
        unverified: ["210301 7123450"],
        invalid: [
            ("880229-5678907", "check digit"),
            ("881329-5678906", "month 13"),
            ("900101-1234568", "a resident's number"),
            ("880229-567890", "12 digits"),
        ],
        catches: 80,
    }
}
