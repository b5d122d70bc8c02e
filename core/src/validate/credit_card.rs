//! Payment card numbers (PAN): 12 to 19 digits, issuer identification number first, Luhn digit last.
//!
//! Source: ISO/IEC 7812-1 (structure, Luhn) and the ranges that the schemes publish to merchants. A row of the table
//! is the first six digits of a scheme's range and the lengths it issues. Proves the range, the length and the check
//! digit, not that the card exists: published test numbers pass like any other.

use super::{Check, all_same, digits_up_to, luhn, number};

/// First six digits from, to; shortest and longest number.
const RANGES: &[(u32, u32, u8, u8)] = &[
    (220_000, 220_599, 16, 19), // Mir, PayPak
    (222_100, 272_099, 16, 16), // Mastercard
    (300_000, 305_999, 14, 19), // Diners Club
    (309_500, 309_599, 14, 19),
    (340_000, 349_999, 15, 15), // American Express
    (352_800, 358_999, 16, 19), // JCB, RuPay, LankaPay
    (360_000, 369_999, 14, 19), // Diners Club
    (370_000, 379_999, 15, 15), // American Express
    (380_000, 399_999, 14, 19), // Diners Club
    (400_000, 499_999, 13, 13), // Visa
    (400_000, 499_999, 16, 16),
    (400_000, 499_999, 19, 19),
    (500_000, 509_999, 12, 19), // Maestro, Elo, RuPay, Verve, Meeza
    (510_000, 559_999, 16, 16), // Mastercard
    (560_000, 589_999, 12, 19), // Maestro, Uzcard, mada, Naranja
    (600_000, 699_999, 12, 19), // Maestro, Discover, UnionPay, RuPay, Elo, Hipercard, Troy, Verve, UkrCard
    (810_000, 829_999, 16, 19), // UnionPay, RuPay
    (860_000, 860_099, 16, 16), // Uzcard
    (905_100, 905_199, 16, 16), // ArCa
    (911_200, 911_299, 16, 16), // Belkart
    (940_000, 949_999, 16, 16), // BC Card, Elcart
    (968_200, 968_299, 16, 16), // mada
    (970_400, 970_499, 16, 19), // NAPAS
    (979_200, 979_299, 16, 16), // Troy
    (986_000, 986_099, 16, 16), // Humo
    (989_100, 989_199, 16, 16), // DinaCard
];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((digits, len)) = digits_up_to::<19>(text) else { return Check::Invalid };
    let pan = &digits[..len];
    let issuer = number(&digits[..6]) as u32;
    let row = usize::from(FIRST_ROW[usize::from(digits[0] * 10 + digits[1])]);
    let mut rows = RANGES[row..].iter().take_while(|&&(from, ..)| from <= issuer);
    let issued = rows.any(|&(_, to, shortest, longest)| issuer <= to && (shortest..=longest).contains(&(len as u8)));
    (issued && !all_same(pan) && luhn(pan)).into()
}

/// The first row that ends behind the start of what begins with two digits: the rows are sorted.
static FIRST_ROW: [u8; 100] = {
    let mut table = [0; 100];
    let mut start = 0;
    while start < table.len() {
        let mut row = 0;
        while row < RANGES.len() && RANGES[row].1 < start as u32 * 10_000 {
            row += 1;
        }
        table[start] = row as u8;
        start += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    super::super::vectors! {
        // The schemes' published test numbers, and computed ones.
        valid: [
            "4111111111111111", "5555 5555 5555 4444", "2223-0031-2200-3222", "3782 822463 10005", "3056 930902 5904",
            "6011.1111.1111.1117", "3530111333300000", "6212345678901234569", "6759649826438453", "2200000000000004",
            "4222222222222", "9792030000000000", "8600490000001230",
        ],
        invalid: [
            ("4111111111111112", "check digit"),
            ("411111111111116", "Visa of 15 digits"),
            ("1111111111111117", "no card range starts with 1"),
            ("5955555555555546", "59 is no scheme's"),
            ("2721000000000004", "past Mastercard's 2-series"),
            ("0000000000000000", "all zeros"),
            ("41111111111", "11 digits"),
            ("41111111111111111111", "20 digits"),
        ],
        catches: 100,
    }
}
