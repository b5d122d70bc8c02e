//! Telephone number of Mexico: ten digits, area code of two (55, 56, 33, 81) or three; 01, 044, 045 before it are old.
//!
//! Source: Instituto Federal de Telecomunicaciones, Plan Tecnico Fundamental de Numeracion (2018), <https://www.ift.org.mx>:
//! ten digits for all calls since 3 August 2019. Area codes begin with 2-9; 800 and 900 are services.
//! Proves first digits and length: the area codes are not looked up.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<13>(text) else { return Check::Invalid };
    let national = match &buffer[..len] {
        [0, 1, rest @ ..] | [0, 4, 4 | 5, rest @ ..] => rest,
        digits => digits,
    };
    match national {
        [2..=9, 0..=9, rest @ ..] => (rest.len() == 8 && !all_same(rest) && !rest.ends_with(&[0; 7])).into(),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["55 1234 5678", "(33) 1234-5678", "222 123 4567", "01 800 123 4567", "044 55 1234 5678"],
        invalid: [
            ("15 1234 5678", "area code begins with 1"),
            ("55 1234 567", "nine digits"),
            ("55 1234 56789", "eleven digits"),
            ("55 0000 0000", "zeros only"),
        ],
        catches: 2,
    }
}
