//! Asia, Australia and South Africa.

use super::{all_digits, balance, luhn, part, verhoeff};
use crate::corpus::dates::{days, is_day};
use crate::corpus::numbers::asia::TW_LETTERS;

pub(crate) fn cn_ric(text: &str) -> bool {
    if text.len() != 18 || !all_digits(&text[..17], 17) {
        return false;
    }
    let (year, month, day) = (part(text, 6, 10), part(text, 10, 12), part(text, 12, 14));
    // ISO 7064 MOD 11-2, digit by digit: each step doubles what came before.
    let last = match &text[17..] {
        "X" => 10,
        digit => digit.parse().unwrap_or(99),
    };
    let rest = text[..17].bytes().fold(0, |rest, byte| (rest + u64::from(byte - b'0')) * 2 % 11);
    (1900..=2026).contains(&year) && day >= 1 && day <= days(year, month) && (rest + last) % 11 == 1
}

pub(crate) fn kr_rrn(text: &str) -> bool {
    // Since October 2020 the digits after the sex are random: a wrong check digit does not disprove a number.
    all_digits(text, 13)
        && is_day(part(text, 0, 2), part(text, 2, 4), part(text, 4, 6))
        && !matches!(text.as_bytes()[6], b'0' | b'9')
}

/// The check digit given up in 2020, for testing the maker.
#[cfg(test)]
pub(crate) fn kr_rrn_check(text: &str) -> bool {
    let rest = balance(text, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11;
    rest + part(text, 12, 13) as i64 == if rest < 2 { 1 } else { 11 }
}

pub(crate) fn jp_my_number(text: &str) -> bool {
    let rest = balance(text, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    let check = part(text, 11, 12) as i64;
    // The check digit balances the sum, but ten does not fit in a digit and is written 0.
    all_digits(text, 12) && if rest == 1 { check == 0 } else { (rest + check) % 11 == 0 }
}

pub(crate) fn tw_national_id(text: &str) -> bool {
    let Some(letter) = text.bytes().next().filter(u8::is_ascii_uppercase) else { return false };
    let digits = format!("{}{}", TW_LETTERS[usize::from(letter - b'A')], &text[1..]);
    all_digits(&digits, 11)
        && matches!(text.as_bytes()[1], b'1' | b'2' | b'8' | b'9')
        && balance(&digits, &[1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 == 0
}

pub(crate) fn hk_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    if text.len() != 8 || !bytes[0].is_ascii_uppercase() || !all_digits(&text[1..7], 6) {
        return false;
    }
    let check = match bytes[7] {
        b'A' => 10,
        digit @ b'0'..=b'9' => i64::from(digit - b'0'),
        _ => return false,
    };
    // The leading space counts 36 · 9 = 324, which is 5 by 11.
    (5 + i64::from(bytes[0] - b'A' + 10) * 8 + balance(&text[1..7], &[7, 6, 5, 4, 3, 2]) + check) % 11 == 0
}

pub(crate) fn sg_nric(text: &str) -> bool {
    if text.len() != 9 || !all_digits(&text[1..8], 7) {
        return false;
    }
    let sum = balance(&text[1..8], &[2, 7, 6, 5, 4, 3, 2]);
    // The letters in the order of 11 less the remainder, as the ministry's circular has them.
    let (sum, letters) = match &text[..1] {
        "S" => (sum, "ABCDEFGHIZJ"),
        "T" => (sum + 4, "ABCDEFGHIZJ"),
        "F" => (sum, "KLMNPQRTUWX"),
        "G" => (sum + 4, "KLMNPQRTUWX"),
        _ => return false,
    };
    letters[(10 - sum % 11) as usize..].starts_with(&text[8..])
}

pub(crate) fn in_aadhaar(text: &str) -> bool {
    all_digits(text, 12) && text.as_bytes()[0] >= b'2' && verhoeff(text)
}

pub(crate) fn in_pan(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            3 => b"ABCFGHJLPT".contains(&byte),
            5..=8 => byte.is_ascii_digit(),
            _ => byte.is_ascii_uppercase(),
        })
        && part(text, 5, 9) != 0
}

pub(crate) fn au_tfn(text: &str) -> bool {
    all_digits(text, 9) && balance(text, &[1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0
}

pub(crate) fn au_medicare(text: &str) -> bool {
    all_digits(text, 10)
        && matches!(text.as_bytes()[0], b'2'..=b'6')
        && text.as_bytes()[9] != b'0'
        && balance(text, &[1, 3, 7, 9, 1, 3, 7, 9, -1]) % 10 == 0
}

pub(crate) fn za_id_number(text: &str) -> bool {
    all_digits(text, 13)
        && is_day(part(text, 0, 2), part(text, 2, 4), part(text, 4, 6))
        && part(text, 10, 11) <= 2
        && luhn(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_specimens() {
        assert!(cn_ric("11010519491231002X"), "GB 11643-1999");
        assert!(kr_rrn_check("9710139019902") && !kr_rrn_check("9710139019903"));
        assert!(jp_my_number("123456789018"));
        assert!(tw_national_id("A123456789"));
        assert!(hk_id("G123456A"), "Immigration Department's specimen");
        assert!(sg_nric("S1234567D") && sg_nric("G1234567X"));
        assert!(in_aadhaar("234123412346"));
        assert!(in_pan("ACUPA7085R"));
        assert!(au_tfn("123456782"));
        assert!(au_medicare("2123456701"));
        assert!(za_id_number("7503305044089"));
    }
}
