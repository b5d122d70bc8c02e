//! Identity number of Thailand (เลขประจำตัวประชาชน): 13 digits, 1-4-5-2-1, the last a check digit.
//!
//! Source: Department of Provincial Administration, <https://www.dopa.go.th>. The first digit is the kind of person, 1-8 (0 on
//! cards of persons without nationality). Weights 13 to 2; 11 less the sum mod 11, its last digit.
//! Proves the check digit; two rests share the 0, two the 1.

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 12] = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    ((1..=8).contains(&d[0]) && last_checks(&d) && !all_same(&d[1..12])).into()
}

/// True when the last of 13 digits checks the others: persons, companies and tax payers have the same scheme.
pub(super) fn last_checks(d: &[u8; 13]) -> bool {
    u32::from(d[12]) == (11 - weighted_sum(d, &WEIGHTS) % 11) % 10
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1-2345-45678-78-1", "1234545678781", "3100600445635"],
        invalid: [
            ("1234545678782", "check digit"),
            ("0994000617721", "a company's first digit"),
            ("123454567878", "12 digits"),
            ("12345456787810", "14 digits"),
        ],
        catches: 85,
    }
}
