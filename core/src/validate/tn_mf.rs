//! Tax number of Tunisia (matricule fiscal): seven digits and a key letter; in full, also a letter of the value added tax,
//! one of the category and three digits of the establishment.
//!
//! Issued by the Direction Générale des Impôts, <http://www.impots.finances.gov.tn>, which does not publish how the key
//! is made. Found by experiment with an independent implementation: any key but I, O and U goes with any digits; then A,
//! B, D, N or P, and C, E, M, N or P; the establishment is 000 but for category E. So a rule should use it `soft`.
//! There is no check digit: this proves the letters and the establishment, nothing of the seven digits.

use super::{Check, alnum_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len @ (8 | 13))) = alnum_up_to::<13>(text) else { return Check::Invalid };
    let (body, key, rest) = (&c[..7], c[7], &c[8..len]);
    let tail = match rest {
        [b'A' | b'B' | b'D' | b'N' | b'P', category, establishment @ ..] => match category {
            b'E' => establishment.iter().all(u8::is_ascii_digit),
            b'C' | b'M' | b'N' | b'P' => establishment == b"000",
            _ => false,
        },
        _ => rest.is_empty(),
    };
    (tail
        && body.iter().all(u8::is_ascii_digit)
        && body != b"0000000"
        && key.is_ascii_uppercase()
        && !matches!(key, b'I' | b'O' | b'U'))
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "0271828K",
            "1414213/w",
            "0314159/T/A/M/000",
            "1618033 H N E 014",
            "0577215-R-P-C-000",
            "0466920VBP000",
            "0602214zdn000",
        ],
        invalid: [
            ("0271828I", "key I"),
            ("0271828O", "key O"),
            ("0271828U", "key U"),
            ("02718284", "a digit for the key"),
            ("027182KK", "a letter among the digits"),
            ("0000000K", "zeros only"),
            ("0314159/T/C/M/000", "C is no letter of the value added tax"),
            ("0314159/T/A/A/000", "no category A"),
            ("0314159/T/A/M/001", "an establishment, and not category E"),
            ("1618033/H/N/E/01A", "a letter in the establishment"),
            ("0314159/T/A/M", "no establishment"),
            ("0314159/T/A", "no category"),
            ("0314159/T/A/M/0000", "14 characters"),
            ("031415T", "7 characters"),
        ],
        catches: 18,
    }
}
