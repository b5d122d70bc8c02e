//! SEPA creditor identifier: country, two check digits, a business code that the creditor chooses (ZZZ unless it does), the
//! national part.
//!
//! Source: European Payments Council, EPC262-08,
//! <https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/creditor-identifier-overview>. ISO 7064
//! MOD 97-10 over the national part, country and check digits; the business code is left out. Proves the check digits, and
//! the length for the countries below.

use super::{Check, alnum_up_to, mod_97_10};

/// Lengths of the identifiers of countries whose own part is fixed.
const LENGTHS: &[(&[u8; 2], usize)] = &[(b"AT", 18), (b"DE", 18), (b"ES", 16), (b"FR", 13), (b"IT", 23), (b"NL", 19)];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((chars, len)) = alnum_up_to::<35>(text) else { return Check::Invalid };
    let [a, b, c, d, ..] = chars;
    let formed = a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit();
    let length = |(country, due): &(&[u8; 2], usize)| **country != [a, b] || len == *due;
    let sound = || mod_97_10(&[&chars[7..len], &chars[..4]]) == Some(1);
    (formed && len >= 9 && LENGTHS.iter().all(length) && sound()).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["DE98ZZZ09999999999", "DE98 ABC 0999 9999 999", "ES23ZZZ47690558N", "FR72ZZZ123456", "NL69ZZZ123456780000"],
        invalid: [
            ("DE99ZZZ09999999999", "check digits"),
            ("DE98ZZZ0999999999", "a digit short"),
            ("DE98ZZZ", "no national part"),
            ("D198ZZZ09999999999", "a digit in the country"),
        ],
        catches: 85,
    }
}
