//! Whether a scheme accepts a value: the second formulation, apart from the makers.
//!
//! It tests the makers and makes the near misses: a changed digit is a near miss only when the scheme rejects it. Where
//! check digits were given up (Denmark, Korea since 2020) only what still must hold is asked for.

pub(crate) mod americas;
pub(crate) mod asia;
pub(crate) mod europe;
pub(crate) mod global;
pub(crate) mod sums;

use super::check::digits;

/// Whether `text` is exactly `count` ASCII digits.
fn all_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The sum of digit times weight over the whole number, check digit included.
pub(crate) fn balance(text: &str, weights: &[i64]) -> i64 {
    digits(text).iter().zip(weights).map(|(&digit, weight)| i64::from(digit) * weight).sum()
}

/// A part of a number that is known to be digits.
fn part(text: &str, start: usize, end: usize) -> u64 {
    text.get(start..end).and_then(|digits| digits.parse().ok()).unwrap_or(u64::MAX)
}

/// Luhn by table: doubled digits count 0, 2, 4, 6, 8, 1, 3, 5, 7, 9.
pub(crate) fn luhn(text: &str) -> bool {
    const DOUBLED: [u32; 10] = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
    let digits = digits(text);
    let odd: u32 = digits.iter().rev().step_by(2).sum();
    let even: u32 = digits.iter().rev().skip(1).step_by(2).map(|&digit| DOUBLED[digit as usize]).sum();
    (odd + even).is_multiple_of(10)
}

/// Verhoeff by the published tables.
pub(crate) fn verhoeff(text: &str) -> bool {
    const PRODUCT: [&[u8; 10]; 10] = [
        b"0123456789", b"1234067895", b"2340178956", b"3401289567", b"4012395678", b"5987604321", b"6598710432",
        b"7659821043", b"8765932104", b"9876543210",
    ];
    const TURN: [&[u8; 10]; 8] = [
        b"0123456789", b"1576283094", b"5803796142", b"8916043527", b"9453126870", b"4286573901", b"2793806415",
        b"7046913258",
    ];
    let check = digits(text).iter().rev().enumerate().fold(0, |check, (place, &digit)| {
        let turned = TURN[place % 8][digit as usize] - b'0';
        usize::from(PRODUCT[check][usize::from(turned)] - b'0')
    });
    check == 0
}
