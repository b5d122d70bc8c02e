//! NHI number of New Zealand: three letters and four digits, or since 2026 three letters, two digits, two letters.
//!
//! Source: Health New Zealand, HISO 10046 Consumer Health Identity Standard, <https://www.tewhatuora.govt.nz>. Letters without
//! I and O count 1-24; weights 7 to 2. Old form: 11 less the sum mod 11, 0 for 10, none where nothing is left over. New form:
//! 23 less the sum mod 23, as a letter. Proves the check character.

use super::{Check, alnum};

const LETTERS: &[u8; 24] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<7>(text) else { return Check::Invalid };
    let letter = |byte: u8| LETTERS.iter().position(|&l| l == byte).map(|at| at + 1);
    let digit = |byte: u8| byte.is_ascii_digit().then(|| usize::from(byte - b'0'));
    let new = c[5].is_ascii_uppercase();
    let values = [
        letter(c[0]),
        letter(c[1]),
        letter(c[2]),
        digit(c[3]),
        digit(c[4]),
        if new { letter(c[5]) } else { digit(c[5]) },
    ];
    let sum = values.iter().zip([7, 6, 5, 4, 3, 2]).try_fold(0, |sum, (value, weight)| Some(sum + (*value)? * weight));
    match sum {
        Some(sum) if new => (letter(c[6]) == Some(23 - sum % 23)).into(),
        Some(sum) => (sum % 11 != 0 && digit(c[6]) == Some((11 - sum % 11) % 10)).into(),
        None => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["ZAC5361", "zac5361", "ZAA0105", "JBX3656", "ZBN77VL", "AAA11AU"],
        invalid: [
            ("ZAC5362", "check digit"),
            ("ZZZ0044", "nothing is left over"),
            ("ZZZ00AA", "check letter"),
            ("ZIC5361", "an I"),
            ("ZAC536", "6 characters"),
        ],
        catches: 95,
    }
}
