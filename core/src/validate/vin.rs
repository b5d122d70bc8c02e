//! Vehicle identification number: 17 capitals and digits without I, O and Q: maker (3), type (6), vehicle (8).
//!
//! Source: ISO 3779 and ISO 3780; for North America 49 CFR 565,
//! <https://www.ecfr.gov/current/title-49/subtitle-B/chapter-V/part-565>: letters count by a table, weights are 8 to 2, 10, 0,
//! 9 to 2, and the sum mod 11 (10 is X) is the ninth character. Elsewhere that place is free: numbers of those makers are
//! `Unverified` where it does not fit. Proves form and, for 1 to 5 in the first place, the check digit.

use super::{Check, alnum};

const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/// Values of the letters from A; 0 for I, O and Q.
const VALUES: &[u8; 26] = b"12345678012345070923456789";

pub(super) fn check(text: &[u8]) -> Check {
    let Some(chars) = alnum::<17>(text) else { return Check::Invalid };
    let mut sum = 0;
    for (&byte, weight) in chars.iter().zip(WEIGHTS) {
        let value = if byte.is_ascii_digit() { byte } else { VALUES[usize::from(byte - b'A') % 26] } - b'0';
        if byte.is_ascii_alphabetic() && value == 0 {
            return Check::Invalid;
        }
        sum += u32::from(value) * weight;
    }
    let letters = chars.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    // The last four are digits everywhere; a number without letters, or with hardly a digit, is something else.
    let formed = (2..=13).contains(&letters) && chars[13..].iter().all(u8::is_ascii_digit) && chars[0] != b'0';
    let expected = b"0123456789X"[(sum % 11) as usize];
    match (formed, chars[8] == expected) {
        (true, true) => Check::Valid,
        (true, false) if !matches!(chars[0], b'1'..=b'5') => Check::Unverified,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1M8GDM9AXKP042788", "3EXAMPL1511234567", "1m8gdm9axkp042788"],
        unverified: ["WVWZZZ1JZ3W386752"],
        invalid: [
            ("1M8GDM9A3KP042788", "check digit"),
            ("1M8GDM9AXKP04278O", "the letter O"),
            ("1M8GDM9AXKP04278", "16 characters"),
            ("11111111111111111", "no letter"),
        ],
        catches: 85,
    }
}
