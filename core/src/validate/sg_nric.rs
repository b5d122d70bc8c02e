//! NRIC and FIN numbers of Singapore: a letter for the series, seven digits, a check letter.
//!
//! Source: National Registration Act 1965 and Immigration & Checkpoints Authority, <https://www.ica.gov.sg>. Weights
//! 2, 7, 6, 5, 4, 3, 2, plus 4 for the series T and G, 3 for M; the rest mod 11 chooses the letter, from one row for
//! citizens and permanent residents (S, T), another for foreigners (F, G, and M since 2022). The rule of the M series is
//! known from public services' own code only: what fails it is [`Check::Unverified`] when its letter is one of the row.
//! Proves the check letter, not that the number was issued.

use super::{Check, alnum, weighted_sum};

const WEIGHTS: [u32; 7] = [2, 7, 6, 5, 4, 3, 2];

pub(super) fn check(text: &[u8]) -> Check {
    let Some([series, serial @ .., last]) = alnum::<9>(text) else { return Check::Invalid };
    let serial: [u8; 7] = serial.map(|c| c.wrapping_sub(b'0'));
    let (plus, row) = match series {
        b'S' => (0, b"JZIHGFEDCBA"),
        b'T' => (4, b"JZIHGFEDCBA"),
        b'F' => (0, b"XWUTRQPNMLK"),
        b'G' => (4, b"XWUTRQPNMLK"),
        b'M' => (3, b"XWUTRQPNJLK"),
        _ => return Check::Invalid,
    };
    if serial.iter().any(|&d| d > 9) || serial == [0; 7] {
        return Check::Invalid;
    }
    let rest = (plus + weighted_sum(&serial, &WEIGHTS)) % 11;
    match row.get(rest as usize) {
        Some(&expected) if expected == last => Check::Valid,
        _ if series == b'M' && row.contains(&last) => Check::Unverified,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["S1234567D", "s1234567d", "T1234567J", "F1234567N", "G1234567X"],
        unverified: ["M1234567L"],
        invalid: [
            ("S1234567E", "check letter"),
            ("F1234567D", "D is no letter of foreigners"),
            ("M1234567A", "A is no letter of the M series"),
            ("A1234567D", "no series A"),
            ("S0000000J", "all zeros"),
            ("S12345D7D", "a letter among the digits"),
            ("S123456D", "six digits"),
        ],
        catches: 100,
    }
    #[test]
    fn m_series() {
        assert_eq!(super::check(b"M1234567K"), super::Check::Valid);
    }
}
