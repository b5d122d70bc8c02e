//! Business registration number of Korea (사업자등록번호): ten digits, 3-2-5, the last a check digit.
//!
//! Source: National Tax Service, <https://www.nts.go.kr>. Tax office from 101, kind of business, serial. Weights 1, 3, 7
//! three times with 5 at the end, where the tens of the last product are added; 10 less the last digit of the sum. The
//! check is common knowledge rather than law, so that a number with all else right is [`Check::Unverified`].
//! Proves the check digit, or the parts that are never zero.

use super::{Check, digits, number, weighted_sum};

const WEIGHTS: [u32; 9] = [1, 3, 7, 1, 3, 7, 1, 3, 5];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    if number(&d[..3]) < 101 || d[3..5] == [0; 2] || d[5..9] == [0; 4] {
        return Check::Invalid;
    }
    let sum = weighted_sum(&d, &WEIGHTS) + u32::from(d[8]) * 5 / 10 + u32::from(d[9]);
    if sum.is_multiple_of(10) { Check::Valid } else { Check::Unverified }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["116-82-00276", "1168200276", "123-45-67891"],
        unverified: ["116-82-00277"],
        invalid: [
            ("016-82-00276", "no office 016"),
            ("116-00-00276", "kind 00"),
            ("116-82-00006", "serial 0000"),
            ("116-82-0027", "9 digits"),
        ],
        catches: 0,
    }
}
