//! Unified business number of Taiwan (統一編號): eight digits, the last a check digit.
//!
//! Source: Ministry of Finance, change of the check of 1 April 2023, <https://www.mof.gov.tw>. Weights 1, 2, 1, 2, 1, 2, 4, 1;
//! the digits of the products are added, and the sum is divisible by 10, with a 7 in the seventh place the sum or one more.
//! Numbers given since then may be divisible by 5 alone: [`Check::Unverified`]. Proves the check digit.

use super::{Check, all_same, digits};

const WEIGHTS: [u8; 8] = [1, 2, 1, 2, 1, 2, 4, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(text) else { return Check::Invalid };
    let sum: u8 = d.iter().zip(WEIGHTS).map(|(d, weight)| d * weight).map(|n| n / 10 + n % 10).sum();
    let divisible = |by| sum.is_multiple_of(by) || d[6] == 7 && (sum + 1).is_multiple_of(by);
    match () {
        () if all_same(&d) => Check::Invalid,
        () if divisible(10) => Check::Valid,
        () if divisible(5) => Check::Unverified,
        () => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["22099131", "04595257", "2209 9131"],
        unverified: ["13514463"],
        invalid: [
            ("22099132", "check digit"),
            ("00000000", "all the same"),
            ("2209913", "7 digits"),
            ("220991310", "9 digits"),
        ],
        catches: 80,
    }
}
