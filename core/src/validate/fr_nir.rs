//! NIR of France (numéro de sécurité sociale): 13 characters and a key of two digits.
//!
//! Sex, year, month, department, commune and order of birth; Corsica writes 2A or 2B. Source: INSEE,
//! <https://www.insee.fr/fr/metadonnees/definition/c1409>, and decree 82-103 of 22 January 1982. The key is 97 minus the
//! number modulo 97, with 2A counted as 19 and 2B as 18.
//! Proves the key and fields that exist (months 20, 30-42 and 50-99 stand for incomplete birth records), not that the
//! number was issued. Without the key, 13 characters, only the fields.

use super::{Check, alnum_up_to, digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((mut c, len @ (13 | 15))) = alnum_up_to::<15>(text) else { return Check::Invalid };
    if len == 13 {
        c[13..].fill(b'0');
    }
    let corsica = match (c[5], c[6]) {
        (b'2', b'A') => 1,
        (b'2', b'B') => 2,
        _ => 0,
    };
    if corsica > 0 {
        c[6] = b'0';
    }
    let Some(d) = digits::<15>(&c) else { return Check::Invalid };
    let fields = matches!(d[0], 1..=4 | 7 | 8)
        && matches!(number(&d[3..5]), 1..=12 | 20 | 30..=42 | 50..=99)
        && number(&d[5..7]) > 0
        && number(&d[7..10]) > 0
        && number(&d[10..13]) > 0;
    if fields && len == 13 {
        return Check::Unverified;
    }
    let key = || 97 - (number(&d[..13]) - corsica * 1_000_000) % 97;
    (fields && key() == number(&d[13..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1 85 05 78 006 084 91", "185057800608491", "2 69 05 49 588 157 80", "290022A00400129", "1-81-12-2b-033-120-09"],
        unverified: ["1850578006084", "2 90 02 2A 004 001"],
        invalid: [
            ("185057800608492", "key"),
            ("1 85 05 78 006 048 91", "two digits swapped"),
            ("185137800608425", "month 13"),
            ("585057800608485", "sex 5"),
            ("185053A00608491", "department 3A"),
            ("1850578000084", "commune 000"),
            ("18505780060843", "14 digits"),
        ],
        catches: 100,
    }
}
