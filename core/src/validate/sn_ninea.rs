//! Senegalese number of enterprises and associations (NINEA): seven or nine digits, mostly with the tax code (COFI) behind:
//! a digit from 0 to 2, a letter of the tax centre, a digit of the legal form.
//!
//! Source: decree 95-364 of 14 April 1995 and the ANSD, <https://www.ansd.sn>. Digits count once and twice by turns, from the
//! left; the sum ends in 0. Sole traders have one. Proves the check digit.

use super::{Check, alnum_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((chars, len)) = alnum_up_to::<12>(text) else { return Check::Invalid };
    let (number, code) = match len {
        7 | 9 => (&chars[..len], None),
        10 | 12 => (&chars[..len - 3], Some(&chars[len - 3..len])),
        _ => return Check::Invalid,
    };
    if !number.iter().all(u8::is_ascii_digit) || number.iter().all(|&digit| digit == b'0') {
        return Check::Invalid;
    }
    let sum: u32 =
        number.iter().zip([1, 2].iter().cycle()).map(|(&digit, weight)| u32::from(digit - b'0') * weight).sum();
    let coded = match code {
        Some([b'0'..=b'2', letter, digit]) => letter.is_ascii_uppercase() && digit.is_ascii_digit(),
        Some(_) => false,
        None => true,
    };
    (coded && sum.is_multiple_of(10)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["3067700", "306770224", "3067700 2G3", "306 770 224 2g3"],
        invalid: [
            ("3067701", "check digit"),
            ("3067700 3G3", "no tax status 3"),
            ("0000000", "zeros"),
            ("306770", "6 digits"),
        ],
        catches: 80,
    }
}
