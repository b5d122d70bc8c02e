//! IBAN: country, two check digits, and the country's own account number of fixed length and structure.
//!
//! Source: ISO 13616-1 and the IBAN Registry of its registration authority, SWIFT,
//! <https://www.swift.com/standards/data-standards/iban-international-bank-account-number>. ISO 7064 MOD 97-10 over the
//! account number, the country and the check digits leaves 1. Proves country, length, structure and check digits, not
//! that the account exists; national check digits inside the account number are not looked at.

mod countries;

use countries::{COUNTRIES, PARTIAL};

use super::{Check, alnum_up_to, mod_97_10};

pub(super) fn check(text: &[u8]) -> Check {
    // Cheapest first: most text that looks like one starts with no country.
    if let [a, b, ..] = *text
        && a.is_ascii_alphabetic()
        && b.is_ascii_alphabetic()
        && structure(a, b).is_none()
    {
        return Check::Invalid;
    }
    let Some((chars, len)) = alnum_up_to::<34>(text) else { return Check::Invalid };
    let Some((head, account)) = chars[..len].split_first_chunk::<4>() else { return Check::Invalid };
    let &[a, b, check @ ..] = head;
    let structured = || structure(a, b).is_some_and(|structure| structure.fits(account));
    // 00, 01 and 99 leave the same rest as 97, 98 and 02, and are never computed.
    let check_digits = || !matches!(&check, b"00" | b"01" | b"99");
    let empty = || account.iter().all(|&byte| byte == b'0');
    let right = || mod_97_10(&[account, head]) == Some(1);
    (structured() && check_digits() && !empty() && right()).into()
}

fn structure(a: u8, b: u8) -> Option<&'static Structure> {
    let letter = |byte: u8| Some(usize::from(byte.to_ascii_uppercase().wrapping_sub(b'A'))).filter(|&at| at < 26);
    STRUCTURES[letter(a)? * 26 + letter(b)?].as_ref()
}

/// A country's structure, by its two letters.
static STRUCTURES: [Option<Structure>; 26 * 26] = {
    let mut table = [const { None }; 26 * 26];
    let mut rows = [COUNTRIES, PARTIAL];
    let mut table_at = 0;
    while table_at < rows.len() {
        while let [(country, structure), tail @ ..] = rows[table_at] {
            let &[a, b] = country.as_bytes() else { panic!("a country has two letters") };
            table[(a - b'A') as usize * 26 + (b - b'A') as usize] = Some(Structure::new(structure.as_bytes()));
            rows[table_at] = tail;
        }
        table_at += 1;
    }
    table
};

/// The length of an account number, and the places of its digits and letters: a bit each, the first one lowest.
struct Structure {
    len: usize,
    digits: u32,
    letters: u32,
}

impl Structure {
    /// Reads `n` digits, `a` letters, `c` either, each followed by how many.
    const fn new(mut text: &[u8]) -> Self {
        let mut structure = Self { len: 0, digits: 0, letters: 0 };
        while let [kind, tail @ ..] = text {
            text = tail;
            let mut count = 0;
            while let [digit @ b'0'..=b'9', tail @ ..] = text {
                count = count * 10 + (*digit - b'0') as usize;
                text = tail;
            }
            let field = ((1 << count) - 1) << structure.len;
            match kind {
                b'n' => structure.digits |= field,
                b'a' => structure.letters |= field,
                _ => {}
            }
            structure.len += count;
            if let [b' ', tail @ ..] = text {
                text = tail;
            }
        }
        structure
    }

    /// True when the account number, of digits and upper-case letters, has the length and the kinds.
    fn fits(&self, account: &[u8]) -> bool {
        let digits = || account.iter().rev().fold(0, |bits, byte| bits << 1 | u32::from(byte.is_ascii_digit()));
        account.len() == self.len && digits() & (self.digits | self.letters) == self.digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    super::super::vectors! {
        // The registry's own examples.
        valid: [
            "DE89370400440532013000", "GB29 NWBK 6016 1331 9268 19", "fr14 2004 1010 0505 0001 3m02 606",
            "NO93-8601-1117-947", "MT84MALT011000012345MTLCAST001S", "BR9700360305000010009795493P1",
            "SC18SSCB11010000000000001497USD", "LC55HEMM000100010012001200023015", "BE68539007547034",
            "RU0204452560040702810412345678901", "SO061000001123123456789", "NI79BAMC00000000000003123123",
            "MN580050099123456789", "FK12SC987654321098", "DJ2110002010010409943020008", "BI1320001100010000123456789",
            "LY38021001000000123456789", "SD8811123456789012", "OM040280000012345678901",
            "YE15CBYE0001018861234567891234", "HN54PISA00000000000000123124",
        ],
        invalid: [
            ("DE89370400440532013001", "check digits"),
            ("DE8937040044053201300", "one digit short"),
            ("DE893704004405320130000", "one digit more"),
            ("GB29NWB06016133192681", "a digit in the bank's letters"),
            ("ZZ89370400440532013000", "no such country"),
            ("DE30000000000000000000", "no account"),
            ("", "empty"),
        ],
        catches: 100,
    }

    #[test]
    fn countries_are_well_formed() {
        for (country, structure) in COUNTRIES.iter().chain(PARTIAL) {
            let len: usize = structure.split(' ').map(|part| part[1..].parse::<usize>().unwrap()).sum();
            assert!((11..=30).contains(&len), "{country}: {len}");
            assert!(structure.split(' ').all(|part| matches!(&part[..1], "n" | "a" | "c")), "{country}");
            assert_eq!(COUNTRIES.iter().chain(PARTIAL).filter(|(code, _)| code == country).count(), 1, "{country}");
        }
    }
}
