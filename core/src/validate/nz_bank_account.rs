//! Bank account number of New Zealand: bank 2, branch 4, account 7, suffix 2 or 3 digits.
//!
//! Source: Inland Revenue, specification of RWT and NRWT certificates, section on bank account numbers,
//! <https://www.ird.govt.nz>. Each bank has ranges of branches and one of eight sums over the whole number.
//! Proves bank, branch and sum (banks 31 and 88 have none: [`Check::Unverified`]).

use super::{Check, digits_up_to, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len @ (15 | 16))) = digits_up_to::<16>(text) else { return Check::Invalid };
    let (bank, branch, base) = (number(&buffer[..2]), number(&buffer[2..6]), number(&buffer[6..13]));
    let Some(sum) = sum_of(bank, branch, base) else { return Check::Invalid };
    // Bank, branch, and the account with a zero before it; the suffix has two zeros, or one, before it.
    let mut all = [0; 18];
    all[..6].copy_from_slice(&buffer[..6]);
    all[7..14].copy_from_slice(&buffer[6..13]);
    all[18 - (len - 13)..].copy_from_slice(&buffer[13..len]);
    let (weights, modulus): ([u32; 18], u32) = match sum {
        Sum::A => ([0, 0, 6, 3, 7, 9, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0, 0], 11),
        Sum::B => ([0, 0, 0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0, 0], 11),
        Sum::D => ([0, 0, 0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0], 11),
        Sum::E => ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 3, 2, 0, 0, 0, 1], 11),
        Sum::F => ([0, 0, 0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1, 0, 0, 0, 0], 10),
        Sum::G => ([0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 1, 3, 7, 1, 0, 3, 7, 1], 10),
        Sum::None => return Check::Unverified,
    };
    let total: u32 = all
        .iter()
        .zip(weights)
        .map(|(&d, weight)| u32::from(d) * weight)
        .map(|n| match sum {
            // Digits of the product are added until one is left.
            Sum::E | Sum::G if n > 9 => (n - 1) % 9 + 1,
            _ => n,
        })
        .sum();
    (base != 0 && total.is_multiple_of(modulus)).into()
}

#[derive(Clone, Copy)]
enum Sum {
    A,
    B,
    D,
    E,
    F,
    G,
    None,
}

/// The sum of a bank's accounts; `None` where the branch is in none of its ranges.
fn sum_of(bank: u64, branch: u64, base: u64) -> Option<Sum> {
    let common = if base < 990_000 { Sum::A } else { Sum::B };
    Some(match (bank, branch) {
        (1, 1..=999 | 1100..=1199 | 1800..=1899 | 6150) => common,
        (2, 1..=999 | 1200..=1299 | 2025..=2055) => common,
        (3, 1..=999 | 1300..=1399 | 1500..=1599 | 1700..=1799 | 1900..=1999 | 7350..=7399) => common,
        (4, 2014..=2024) => common,
        (6, 1..=999 | 1400..=1499) => common,
        (8, 6500..=6599) => Sum::D,
        (9, 0) => Sum::E,
        (10, 5165..=5169) => common,
        (11, 5000..=6499 | 6600..=8999) => common,
        (12, 3000..=3299 | 3400..=3499 | 3600..=3699) => common,
        (13, 4900..=4999) | (14, 4700..=4799) | (15, 3900..=3999) | (16, 4400..=4499) | (17, 3300..=3399) => common,
        (18, 3500..=3599) | (19, 4600..=4649) | (20, 4100..=4199) | (21, 4800..=4899) | (22, 4000..=4049) => common,
        (23, 3700..=3799) | (24, 4300..=4349) | (27, 3800..=3849) | (30, 2900..=2949) | (35, 2400..=2499) => common,
        (38, 9000..=9499) => common,
        (25, 2500..=2599) | (33, 6700..=6799) => Sum::F,
        (26, 2600..=2699) | (28, 2100..=2149) | (29, 2150..=2299) => Sum::G,
        (31, 2800..=2849) | (88, 8800..=8805) => Sum::None,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["01-0902-0068389-00", "01-0902-0068389-000", "0109020068389000"],
        unverified: ["31-2840-1234567-00"],
        invalid: [
            ("01-0902-0068388-00", "check digit"),
            ("01-2902-0068389-00", "no branch 2902 of bank 01"),
            ("99-0902-0068389-00", "no bank 99"),
            ("01-0902-0068389-0", "14 digits"),
        ],
        catches: 60,
    }
}
