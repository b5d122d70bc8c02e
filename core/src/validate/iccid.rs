//! ICCID of a SIM card: 89 for telecommunications, the country, the issuer, the account, Luhn's digit; 19 digits, or 20.
//!
//! Source: ITU-T E.118, <https://www.itu.int/rec/T-REC-E.118>. GSM has 20 digits, of which the last may be a filler or no
//! check digit: those without are `Unverified`, as are 18 digits without it. Proves the prefix and the check digit.

use super::{Check, digits_up_to, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    // A filler of GSM fills the last half byte.
    let text = text.strip_suffix(b"F").or_else(|| text.strip_suffix(b"f")).unwrap_or(text);
    let Some((digits, len)) = digits_up_to::<20>(text) else { return Check::Invalid };
    match &digits[..len] {
        [8, 9, 1..=9, ..] if len >= 19 && luhn(&digits[..len]) => Check::Valid,
        [8, 9, 1..=9, ..] if matches!(len, 18 | 20) => Check::Unverified,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8944123456789012348", "8944 1234 5678 9012 348", "8944123456789012348F", "89491234567890123459"],
        unverified: ["894412345678901234"],
        invalid: [
            ("8944123456789012349", "check digit"),
            ("7944123456789012345", "not for telecommunications"),
            ("89441234567890123", "17 digits"),
        ],
        catches: 50,
    }
}
