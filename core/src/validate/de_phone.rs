//! Telephone number of Germany as dialled at home: 0, area or service code of two to five digits, 7-11 digits in all.
//!
//! Source: Bundesnetzagentur, Nummernplan Rufnummern fuer den oeffentlichen Telefonverkehr,
//! <https://www.bundesnetzagentur.de/Nummerierung>. Area codes begin with 2-9, mobile ones with 15, 16 or 17 (ten or
//! eleven digits), services with 180, 137, 32, 700, 800, 900. Seven digits are a legacy of small exchanges and may be
//! opening hours: `Unverified`, as is a code that is not open.
//! Proves first digits and length: the 5,200 area codes are not looked up.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<12>(text) else { return Check::Invalid };
    match &buffer[..len] {
        [0, 0, ..] => Check::Invalid,
        [0, national @ ..] if (7..=11).contains(&national.len()) && !all_same(national) => in_plan(match national {
            [1, 5..=7, ..] => national.len() >= 10,
            [1, 8, 0, ..] | [1, 3, 7, ..] | [2..=9, ..] => national.len() >= 8,
            _ => false,
        }),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["030 23125 000", "(089) 99998 123", "0171/3920012", "0152-28817386", "0221-4710-123", "0800 1234567"],
        unverified: ["01234 567890", "0830-1200", "0171 392001"],
        invalid: [
            ("030 12345678901", "thirteen digits after the zero"),
            ("30 23125 000", "no zero"),
            ("0049 30 23125", "a country code"),
            ("030 123", "five digits"),
            ("0333 333 333", "one digit only"),
        ],
        catches: 9,
    }
}
