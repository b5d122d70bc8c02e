//! Check-digit schemes that several numbers share, and the calendar.

use super::base36;

/// Sum of digit × weight over the shorter of the two.
pub(crate) fn weighted_sum(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&d, &w)| u32::from(d) * w).sum()
}

/// Luhn, ISO/IEC 7812-1 annex B: mod 10 over digits, every second one from the right doubled; the last is the check.
pub(crate) fn luhn(digits: &[u8]) -> bool {
    !digits.is_empty() && luhn_sum(digits).is_multiple_of(10)
}

fn luhn_sum(digits: &[u8]) -> u32 {
    digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, &d)| {
            let d = u32::from(d);
            if i % 2 == 0 { d } else { d * 2 / 10 + d * 2 % 10 }
        })
        .sum()
}

/// ISO 7064 MOD 97-10 over letters (A = 10) and digits: the whole number leaves 1. `None` on any other byte.
pub(crate) fn mod_97_10(text: impl IntoIterator<Item = u8>) -> Option<u32> {
    let mut rest = 0;
    for byte in text {
        let value = base36(byte)?;
        rest = (rest * if value > 9 { 100 } else { 10 } + value) % 97;
    }
    Some(rest)
}

/// ISO 7064 MOD 11,10 over digit values, the last being the check digit.
pub(crate) fn mod_11_10(digits: &[u8]) -> bool {
    let Some((&check, body)) = digits.split_last() else { return false };
    let mut product = 10;
    for &digit in body {
        let sum = (u32::from(digit) + product) % 10;
        product = (if sum == 0 { 10 } else { sum }) * 2 % 11;
    }
    (product + u32::from(check)) % 10 == 1
}

/// ISO 7064 MOD 11-2 remainder over digit values without the check character: 0-10, where 10 is written X.
pub(crate) fn mod_11_2(body: &[u8]) -> u32 {
    let rest = body.iter().fold(0, |rest, &d| (rest + u32::from(d)) * 2 % 11);
    (12 - rest) % 11
}

const VERHOEFF_PRODUCT: [[u8; 10]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
    [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
    [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
    [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
    [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
    [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];

const VERHOEFF_PERMUTATION: [[u8; 10]; 8] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
    [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
    [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
    [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
    [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
    [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
    [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];

/// Verhoeff's dihedral check over digit values, the last being the check digit.
pub(crate) fn verhoeff(digits: &[u8]) -> bool {
    let rest = digits.iter().rev().enumerate().fold(0_u8, |rest, (i, &digit)| {
        let permuted = VERHOEFF_PERMUTATION[i % 8][usize::from(digit)];
        VERHOEFF_PRODUCT[usize::from(rest)][usize::from(permuted)]
    });
    rest == 0
}

/// True when the Gregorian calendar has that day. Years of four digits.
pub(crate) fn is_date(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The number that two digit values spell: 0-99.
pub(crate) fn two(tens: u8, ones: u8) -> u32 {
    u32::from(tens) * 10 + u32::from(ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar() {
        assert!(is_date(2000, 2, 29) && is_date(2024, 2, 29) && is_date(1999, 12, 31));
        assert!(!is_date(1900, 2, 29) && !is_date(2023, 2, 29) && !is_date(2023, 13, 1) && !is_date(2023, 4, 31));
        assert!(!is_date(2023, 0, 1) && !is_date(2023, 1, 0));
    }

    /// ISO/IEC 7064:2003 and the papers' own examples.
    #[test]
    fn schemes() {
        assert!(luhn(&[7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3]));
        assert!(!luhn(&[7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 4]));
        assert!(verhoeff(&[2, 3, 6, 3]));
        assert!(!verhoeff(&[2, 3, 6, 4]));
        assert!(mod_11_10(&[0, 7, 9, 4, 5]));
        assert!(!mod_11_10(&[0, 7, 9, 4, 6]));
        assert_eq!(mod_11_2(&[0, 7, 9, 4]), 0);
        assert_eq!(mod_97_10(*b"79444"), Some(1));
        assert_eq!(mod_97_10(*b"7-9"), None);
    }
}
