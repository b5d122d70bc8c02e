//! Foreigner's registration number of Korea (외국인등록번호): YYMMDD, 5 to 8 for century and sex, six digits.
//!
//! Source: Immigration Act, art. 31 and its enforcement rules, Ministry of Justice, <https://www.immigration.go.kr>. Weights
//! 2-9, 2-5; 13 less the sum mod 11, its last digit; numbers with the residents' rule (11 in place of 13) occur.
//! Who was born since October 2020, when check digits were given up, and fails it is [`Check::Unverified`].
//! Proves the date and, before, the check digit.

use super::{Check, digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    let century = match d[6] {
        5 | 6 => 1900,
        7 | 8 => 2000,
        _ => return Check::Invalid,
    };
    super::kr_rrn::registered(&d, century, &[13, 11])
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
