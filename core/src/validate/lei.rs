//! Legal entity identifier: 18 capitals and digits, and two check digits.
//!
//! Source: ISO 17442, <https://www.gleif.org/en/about-lei/iso-17442-the-lei-code-structure>: ISO 7064 MOD 97-10 over all
//! twenty, A being 10, leaves 1. Proves the check digits.

use super::{Check, alnum, mod_97_10};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(chars) = alnum::<20>(text) else { return Check::Invalid };
    let letters = chars.iter().any(u8::is_ascii_alphabetic);
    let digits = chars[18..].iter().all(u8::is_ascii_digit);
    (letters && digits && mod_97_10(&[&chars]) == Some(1)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["9999EXAMPLE000000026", "529900EXAMPLE0000073", "5493001KJTIIGC8Y1R12"],
        invalid: [
            ("9999EXAMPLE000000027", "check digits"),
            ("9999EXAMPLE00000002", "19 characters"),
            ("98450000000000000001", "no letter"),
        ],
        catches: 100,
    }
}
