//! Virtual ID of Aadhaar: 16 digits that stand in for the number for a while.
//!
//! Source: Unique Identification Authority of India, <https://uidai.gov.in>. The first digit is 2-9, the last by Verhoeff's
//! scheme. Proves the check digit, not that the number was given.

use super::{Check, all_same, digits, verhoeff};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<16>(text) else { return Check::Invalid };
    (d[0] > 1 && verhoeff(&d) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["2341234123412341", "9123 4123 4123 4122"],
        invalid: [
            ("2341234123412342", "check digit"),
            ("1234123412341234", "begins with 1"),
            ("234123412341234", "15 digits"),
        ],
        catches: 100,
    }
}
