//! Aadhaar number of India: 12 digits, random but for the last, which checks the others.
//!
//! Source: Aadhaar Act 2016 and UIDAI, <https://uidai.gov.in>. Verhoeff's scheme; the first digit is never 0 or 1.
//! Proves the check digit, not that the number was issued.

use super::{Check, all_same, digits, verhoeff};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    (d[0] >= 2 && !all_same(&d) && verhoeff(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["234123412346", "2341 2341 2346", "2341-2341-2346", "999941057058"],
        invalid: [
            ("234123412347", "check digit"),
            ("243123412346", "two digits swapped"),
            ("023412341233", "first digit 0"),
            ("23412341234", "11 digits"),
            ("2341234123460", "13 digits"),
        ],
        catches: 100,
    }
}
