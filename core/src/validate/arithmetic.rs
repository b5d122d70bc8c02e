//! Check-digit schemes that several numbers share, and the calendar.

use super::{base36, number, ungrouped};

/// Sum of digit × weight over the shorter of the two.
pub(crate) fn weighted_sum(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&d, &w)| u32::from(d) * w).sum()
}

/// Luhn, ISO/IEC 7812-1 annex B: mod 10 over digits, every second one from the right doubled; the last is the check.
pub(crate) fn luhn(digits: &[u8]) -> bool {
    !digits.is_empty() && luhn_sum(digits).is_multiple_of(10)
}

/// Eight digits at a time from the right: the doubled ones are then the even bytes of each word, lowest first.
fn luhn_sum(digits: &[u8]) -> u64 {
    const LANES: u64 = 0x0001_0001_0001_0001;
    let (head, words) = digits.as_rchunks::<8>();
    let head = head.iter().fold(0_u64, |word, &d| word >> 8 | u64::from(d) << 56);
    let sums: u64 = words.iter().map(|word| u64::from_le_bytes(*word)).chain([head]).fold(0, |sums, word| {
        let twice = (word & (LANES * 0xff)) * 2;
        // Two digits from 10 on, whose sum is 9 less: 6 more carry into the next four bits.
        let carries = ((twice + LANES * 6) >> 4) & LANES;
        sums + ((word >> 8) & (LANES * 0xff)) + twice - carries * 9
    });
    // The top lane of the product is the sum of all lanes.
    sums.wrapping_mul(LANES) >> 48
}

/// ISO 7064 MOD 97-10 over letters (A = 10) and digits, in parts: the whole number leaves 1. `None` on any other byte.
pub(crate) fn mod_97_10(parts: &[&[u8]]) -> Option<u64> {
    let mut rest = 0;
    for chunk in parts.iter().flat_map(|part| part.chunks(8)) {
        // At most two decimals a letter, so that a chunk with the rest before it fits.
        let shifted = match ungrouped::<8>(chunk) {
            Some(digits) => rest * 100_000_000 + number(&digits),
            None => chunk.iter().try_fold(rest, |rest, &byte| {
                let value = u64::from(base36(byte)?);
                Some(rest * if value > 9 { 100 } else { 10 } + value)
            })?,
        };
        rest = shifted % 97;
    }
    Some(rest)
}

/// ISO 7064 MOD 11,10 over digit values, the last being the check digit.
pub(crate) fn mod_11_10(digits: &[u8]) -> bool {
    let Some((&check, body)) = digits.split_last() else { return false };
    let product = body.iter().fold(10_u8, |product, &digit| MOD_11_10[usize::from(product << 4 | digit)]);
    (product + check) % 10 == 1
}

/// The product after a digit: at 16 times the product before it, and the digit.
static MOD_11_10: [u8; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let sum = (at % 16 + at / 16) % 10;
        table[at] = ((if sum == 0 { 10 } else { sum }) * 2 % 11) as u8;
        at += 1;
    }
    table
};

/// ISO 7064 MOD 11-2 remainder over digit values without the check character: 0-10, where 10 is written X.
///
/// At most 24 digits, so that the sum fits.
pub(crate) fn mod_11_2(body: &[u8]) -> u32 {
    debug_assert!(body.len() <= 24, "more digits than a u32 holds the sum of");
    let sum = body.iter().fold(0, |sum, &d| (sum + u32::from(d)) * 2);
    (12 - sum % 11) % 11
}

/// Weights 1 to 9 and 1 again, and where that leaves 10 modulo 11, weights two further and 0 for 10; the last digit is the
/// check digit. The scheme of the Baltic states.
pub(crate) fn mod_11_twice(digits: &[u8]) -> bool {
    let Some((&check, body)) = digits.split_last() else { return false };
    let rest = |first: u32| {
        let weights = (first - 1..).map(|weight| weight % 9 + 1);
        body.iter().zip(weights).map(|(&d, weight)| u32::from(d) * weight).sum::<u32>() % 11
    };
    let first = rest(1);
    u32::from(check) == if first < 10 { first } else { rest(3) % 10 }
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
    let (head, pairs) = digits.as_rchunks::<2>();
    let rest = pairs.iter().rev().zip((0..4).cycle()).fold(0_u8, |rest, (&[tens, ones], place)| {
        let permuted = VERHOEFF_PAIRS[place][usize::from(tens << 4 | ones)];
        VERHOEFF_PRODUCTS[usize::from(rest << 4 | permuted)]
    });
    let rest = head.iter().fold(rest, |rest, &digit| {
        let permuted = VERHOEFF_PERMUTATION[pairs.len() % 4 * 2][usize::from(digit)];
        VERHOEFF_PRODUCTS[usize::from(rest << 4 | permuted)]
    });
    rest == 0
}

/// The product of two, at 16 times the first and the second.
static VERHOEFF_PRODUCTS: [u8; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        if at / 16 < 10 && at % 16 < 10 {
            table[at] = VERHOEFF_PRODUCT[at / 16][at % 16];
        }
        at += 1;
    }
    table
};

/// What two digits beside each other contribute, at 16 times the left one and the right one; a table a place.
static VERHOEFF_PAIRS: [[u8; 256]; 4] = {
    let mut tables = [[0; 256]; 4];
    let mut at = 0;
    while at < 4 * 256 {
        let (place, left, right) = (at / 256, at / 16 % 16, at % 16);
        if left < 10 && right < 10 {
            let (right, left) = (VERHOEFF_PERMUTATION[place * 2][right], VERHOEFF_PERMUTATION[place * 2 + 1][left]);
            tables[place][at % 256] = VERHOEFF_PRODUCT[right as usize][left as usize];
        }
        at += 1;
    }
    tables
};

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
        assert_eq!(mod_97_10(&[b"79", b"444"]), Some(1));
        assert_eq!(mod_97_10(&[b"7-9"]), None);
    }
}
