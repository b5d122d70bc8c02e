//! Tunisian tax number (matricule fiscal): seven digits, a key letter (no I, O, U), the VAT code (A, B, D, N, P), the category
//! (C, E, M, N, P) and the establishment (000, or another with the category E).
//!
//! Source: Direction générale des impôts, <https://www.impots.finances.gov.tn>. How the key letter is made is not published.
//! Proves the letters; a number and key letter alone is `Unverified`.

use super::{Check, alnum_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((chars, len)) = alnum_up_to::<13>(text) else { return Check::Invalid };
    let (number, rest) = chars[..len].split_at(len.min(7));
    let Some((key, rest)) = rest.split_first() else { return Check::Invalid };
    let keyed = key.is_ascii_uppercase() && !matches!(key, b'I' | b'O' | b'U');
    if !keyed || !number.iter().all(u8::is_ascii_digit) || number.iter().all(|&digit| digit == b'0') {
        return Check::Invalid;
    }
    match rest {
        [] => Check::Unverified,
        [b'A' | b'B' | b'D' | b'N' | b'P', b'C' | b'M' | b'N' | b'P', b'0', b'0', b'0'] => Check::Valid,
        [b'A' | b'B' | b'D' | b'N' | b'P', b'E', a, b, c] => [a, b, c].iter().all(|x| x.is_ascii_digit()).into(),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1234567/M/A/E/001", "1234567MAM000", "1234567 p a c 000"],
        unverified: ["1282182 W"],
        invalid: [
            ("1234567/I/A/M/000", "no key I"),
            ("1234567/M/X/M/000", "no VAT code X"),
            ("1234567/M/A/X/000", "no category X"),
            ("0000000/M/A/M/000", "zeros"),
        ],
        catches: 4,
    }
}
