//! Hong Kong identity card number: one or two letters, six digits, and a check character, mostly in brackets.
//!
//! Source: Registration of Persons Ordinance (Cap. 177), Immigration Department, <https://www.immd.gov.hk>. Weights
//! 9, 8, 7, ... 1 over eight characters and the check, letters as 10-35, a missing first letter as 36; the sum is a
//! multiple of 11, a check of 10 written A. Proves the check character, not that the number was issued.

use super::{Check, alnum_up_to, base36};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((t, len)) = alnum_up_to::<9>(text) else { return Check::Invalid };
    let (letters, rest) = match len {
        8 => t[..8].split_at(1),
        9 => t[..9].split_at(2),
        _ => return Check::Invalid,
    };
    let Some((&last, serial)) = rest.split_last() else { return Check::Invalid };
    let shape = letters.iter().all(u8::is_ascii_uppercase)
        && serial.iter().all(u8::is_ascii_digit)
        && matches!(last, b'0'..=b'9' | b'A');
    let blank = if len == 8 { 36 * 9 } else { 0 };
    let sum: u32 = t[..len].iter().rev().zip(1..).map(|(&c, weight)| base36(c).unwrap_or(0) * weight).sum();
    (shape && (blank + sum).is_multiple_of(11)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["A123456(3)", "A1234563", "a123456 (3)", "AB123456(9)", "G123456(A)"],
        invalid: [
            ("A123456(4)", "check digit"),
            ("A123456(B)", "B is no check character"),
            ("1123456(3)", "no letter"),
            ("A12345B(3)", "a letter among the digits"),
            ("ABC23456(3)", "three letters"),
            ("A123456", "no check character"),
        ],
        catches: 100,
    }
}
