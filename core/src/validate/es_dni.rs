//! DNI of Spain, which is the NIF of its citizens: eight digits and a letter; K, L or M, seven digits and a letter for
//! minors, Spaniards abroad and foreigners without NIE.
//!
//! Source: Real Decreto 1553/2005 (DNI), Real Decreto 1065/2007, art. 19-20 (NIF), and the interior ministry's table,
//! <https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/>.
//! The letter is the number modulo 23 in a table. Leading zeros are often left out.
//! Proves the letter, not that the number was issued. Without the letter there is nothing to check.

use super::{Check, after_prefix, alnum_up_to, digits_up_to, number};

const LETTERS: [u8; 23] = *b"TRWAGMYFPDXBNJZSQVHLCKE";

/// The check letter of a DNI or NIE number.
pub(super) fn letter(number: u64) -> u8 {
    LETTERS[(number % 23) as usize]
}

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<9>(after_prefix(text, b"ES")) else { return Check::Invalid };
    let (body, check) = match &c[..len] {
        [b'K' | b'L' | b'M', body @ .., check] if body.len() == 7 => (body, Some(*check)),
        body if len == 8 && body[7].is_ascii_digit() => (body, None),
        [body @ .., check] if matches!(body.len(), 7 | 8) => (body, Some(*check)),
        _ => return Check::Invalid,
    };
    match digits_up_to::<8>(body) {
        Some((d, len)) if d != [0; 8] => match check {
            Some(check) => (check == letter(number(&d[..len]))).into(),
            None => Check::Unverified,
        },
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["12345678Z", "12.345.678-z", "54362315 K", "ES-54362315-K", "1234567-L", "K0867756N", "M1234567L"],
        unverified: ["12345678", "12.345.678"],
        invalid: [
            ("12345678A", "letter"),
            ("12345687Z", "two digits swapped"),
            ("12345678I", "I is no check letter"),
            ("00000000T", "zero"),
            ("K1234567A", "letter of a K number"),
            ("X1234567L", "an NIE"),
            ("123456Y", "6 digits"),
        ],
        catches: 100,
    }
}
