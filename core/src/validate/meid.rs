//! MEID of CDMA telephones: 14 hexadecimal digits, or the same number as 18 digits (10 and 8); with or without a check digit.
//!
//! Source: 3GPP2 S.R0048 and TIA, <https://www.3gpp2.org>. The first two hexadecimal digits name the body that allocated the
//! number: A0 to FF, and 99 where it is an IMEI, too. The check digit is Luhn's in base 16, and in base 10 for the decimal
//! form. Proves the range, and the check digit where it is written.

use super::{Check, alnum_up_to, base36, luhn, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((chars, len)) = alnum_up_to::<19>(text) else { return Check::Invalid };
    let mut digits = [0; 19];
    for (to, &from) in digits.iter_mut().zip(&chars[..len]) {
        match base36(from) {
            Some(value @ 0..=15) => *to = value.to_le_bytes()[0],
            _ => return Check::Invalid,
        }
    }
    let digits = &digits[..len];
    match len {
        14 => allocated(digits),
        15 => allocated(&digits[..14]) && luhn_16(digits),
        18 | 19 if digits.iter().any(|&digit| digit > 9) => false,
        18 => decimal(digits),
        _ => len == 19 && decimal(&digits[..18]) && luhn(digits),
    }
    .into()
}

/// The first byte of the number.
fn allocated(digits: &[u8]) -> bool {
    matches!(digits, [10..=15, ..] | [9, 9, ..]) && digits[2..].iter().any(|&digit| digit > 0)
}

/// The two halves: 32 and 24 bits.
fn decimal(digits: &[u8]) -> bool {
    let (high, low) = (number(&digits[..10]), number(&digits[10..]));
    (0xA000_0000..=0xFFFF_FFFF).contains(&high) && low <= 0x00FF_FFFF && low > 0
}

/// Luhn's scheme in base 16: every second digit doubled, and the sum a multiple of 16.
fn luhn_16(digits: &[u8]) -> bool {
    let sum = digits.iter().rev().enumerate().fold(0_u32, |sum, (at, &digit)| {
        let value = u32::from(digit) * if at % 2 == 1 { 2 } else { 1 };
        sum + value / 16 + value % 16
    });
    sum.is_multiple_of(16)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["AF0123450ABCDE", "af 012345 0abcde", "AF0123450ABCDEC", "293608736500703710", "2936087365007037100"],
        invalid: [
            ("1F0123450ABCDE", "no body 1F"),
            ("AF0123450ABCDED", "check digit"),
            ("993608736500703710", "more than 32 bits"),
            ("AF0123450ABCD", "13 digits"),
        ],
        catches: 20,
    }
}
