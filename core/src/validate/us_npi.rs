//! NPI, the national provider identifier of the United States: 10 digits, of a person or an organisation in health care.
//!
//! Source: Centers for Medicare & Medicaid Services, "Requirements for National Provider Identifier (NPI) and NPI Check
//! Digit", and 45 CFR 162.406. Luhn over the card issuer prefix 80840 and the ten digits; the first digit is 1 or 2.
//! Proves the check digit, not that the provider is enumerated.

use super::{Check, digits, luhn};

const PREFIX: [u8; 5] = [8, 0, 8, 4, 0];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    let mut all = [0; 15];
    let (prefix, number) = all.split_at_mut(PREFIX.len());
    prefix.copy_from_slice(&PREFIX);
    number.copy_from_slice(&d);
    (matches!(d[0], 1 | 2) && luhn(&all)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1234567893", "1684934072", "1426565150", "2822765444"],
        invalid: [
            ("1234567890", "check digit"),
            ("1234567839", "last two digits swapped"),
            ("3684934078", "first digit 3"),
            ("123456789", "9 digits"),
            ("12345678930", "11 digits"),
            ("1111111111", "one digit repeated: fails Luhn"),
        ],
        catches: 100,
    }
}
