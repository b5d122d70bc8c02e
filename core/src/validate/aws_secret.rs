//! AWS secret access key: 40 characters of the base64 alphabet, without a check.
//!
//! Source: AWS Identity and Access Management User Guide, "Manage access keys for IAM users",
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html>. Capitals, small letters and
//! digits must all occur, which a SHA-1 in hex or a path does not do and random keys do in all but 1 of 1,000 cases.

use super::Check;

pub(super) fn check(text: &[u8]) -> Check {
    // The rule may hand over the key alone or with the access key id before it.
    let key = text.rsplit(|byte| !(byte.is_ascii_alphanumeric() || b"+/".contains(byte))).next().unwrap_or_default();
    let has = |class: fn(&u8) -> bool| key.iter().any(class);
    let mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    let mut seen = 0_u128;
    for &byte in key {
        seen |= 1 << (byte & 127);
    }
    (key.len() == 40 && mixed && seen.count_ones() >= 12).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY",
            "AKIAIOSFODNN7EXAMPLE,wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        ],
        invalid: [
            ("da39a3ee5e6b4b0d3255bfef95601890afd80709", "SHA-1 in hex: no capitals"),
            ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKE", "39 characters"),
            ("wJalrXUtnFEMI/KMMDENG/bPxRfiCYEXAMPLEKEY", "no digit"),
            ("aA0aA0aA0aA0aA0aA0aA0aA0aA0aA0aA0aA0aA0a", "three characters over and over"),
        ],
        catches: 0,
    }
}
