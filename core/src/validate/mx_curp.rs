//! CURP, the population registry key of Mexico: 18 characters, letters of the names, date of birth, sex, state.
//!
//! Source: Secretaría de Gobernación (RENAPO), "Instructivo normativo para la asignación de la Clave Única de Registro
//! de Población", Diario Oficial de la Federación, 18 October 2021. Characters count 0-9, A-N 10-23, Ñ 24, O-Z 25-36,
//! weights 18 down to 2; the check digit fills the sum up to a multiple of 10. The character before it is a digit for
//! births until 1999 and a letter since 2000. Sex is H, M, or X (not binary).
//! Proves the structure, date, state and check digit, not that the key was assigned. The weights share factors with 10,
//! so that some wrong digits pass.

use super::{Check, alnum, is_date, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<18>(text) else { return Check::Invalid };
    let names = c[..4].iter().all(u8::is_ascii_uppercase) && matches!(c[1], b'A' | b'E' | b'I' | b'O' | b'U' | b'X');
    let consonants =
        c[13..16].iter().all(|&b| b.is_ascii_uppercase() && !matches!(b, b'A' | b'E' | b'I' | b'O' | b'U'));
    let sex = matches!(c[10], b'H' | b'M' | b'X');
    (names && is_born(&c) && sex && is_state(&c[11..13]) && consonants && check_digit(&c)).into()
}

fn is_born(c: &[u8; 18]) -> bool {
    let century = if c[16].is_ascii_digit() { 1900 } else { 2000 };
    let digit = |at: usize| c[at].wrapping_sub(b'0');
    c[4..10].iter().all(u8::is_ascii_digit)
        && is_date(century + two(digit(4), digit(5)), two(digit(6), digit(7)), two(digit(8), digit(9)))
}

/// The 32 states by their keys, the capital as DF, and NE for those born abroad.
#[rustfmt::skip]
fn is_state(key: &[u8]) -> bool {
    matches!(
        key,
        b"AS" | b"BC" | b"BS" | b"CC" | b"CL" | b"CM" | b"CS" | b"CH" | b"DF" | b"DG" | b"GT" | b"GR" | b"HG" | b"JC"
            | b"MC" | b"MN" | b"MS" | b"NT" | b"NL" | b"OC" | b"PL" | b"QT" | b"QR" | b"SP" | b"SL" | b"SR" | b"TC"
            | b"TS" | b"TL" | b"VZ" | b"YN" | b"ZS" | b"NE"
    )
}

fn check_digit(c: &[u8; 18]) -> bool {
    let sum: u32 = c[..17].iter().zip((2..=18).rev()).map(|(&byte, weight)| value(byte) * weight).sum();
    c[17].is_ascii_digit() && (sum + u32::from(c[17] - b'0')).is_multiple_of(10)
}

/// Ñ has a value between N and O, though the key writes X for it.
fn value(byte: u8) -> u32 {
    let value = super::base36(byte).unwrap_or_default();
    value + u32::from(byte >= b'O')
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "AAPR630321HDFLRC09", // a published example of a made-up person
            "PEGJ850312HJCRRN03",
            "loma920725mnlprn15",
            "GAXS040229MDFRXFA0",
            "NUXE010101XMCXXLA5",
            "HERC 991130 HVZRML 05",
        ],
        invalid: [
            ("PEGJ850312HJCRRN04", "check digit"),
            ("PEGJ851312HJCRRN01", "month 13"),
            ("GAXS030229MDFRXFA3", "29 February 2003"),
            ("PEGJ850312HXXRRN06", "no state XX"),
            ("PEGJ850312FJCRRN09", "sex F"),
            ("PBGJ850312HJCRRN04", "no vowel in second place"),
            ("PEGJ850312HJCARN03", "a vowel among the consonants"),
            ("PEGJ850312HJCRRN0", "17 characters"),
        ],
        catches: 92,
    }
}
