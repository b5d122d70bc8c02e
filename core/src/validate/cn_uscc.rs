//! Unified social credit code of China (统一社会信用代码): 18 characters for an organisation or a sole trader.
//!
//! Source: GB 32100-2015, <https://openstd.samr.gov.cn>. Registering department, kind, six digits of the region, nine
//! characters of the organisation code, a check character. Digits and letters without I, O, S, V, Z count 0-30; weights are
//! the powers of 3 modulo 31; 31 less the sum modulo 31. Proves check character, digits of the region and a known department.

use super::{Check, alnum};

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<18>(text) else { return Check::Invalid };
    let region = c[2..8].iter().all(u8::is_ascii_digit);
    let department = matches!(c[0], b'1'..=b'9' | b'A' | b'N' | b'Y') && matches!(c[1], b'1'..=b'9' | b'A'..=b'D');
    // The weight of the check character is 1, as if it came last of the powers: the sum of all is then divisible.
    let sum = c.iter().zip(weights()).try_fold(0, |sum, (byte, weight)| {
        let value = ALPHABET.iter().position(|letter| letter == byte)?;
        Some(sum + value * weight)
    });
    (region && department && sum.is_some_and(|sum| sum.is_multiple_of(31))).into()
}

/// 1, 3, 9, 27, 19 ... for 17 characters, and 1 for the check character.
fn weights() -> impl Iterator<Item = usize> {
    std::iter::successors(Some(1), |weight| Some(weight * 3 % 31)).take(17).chain([1])
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["91110000600037341L", "91110000600037341l", "911100006000373 41L"],
        invalid: [
            ("91110000600037341M", "check character"),
            ("01110000600037341L", "no department 0"),
            ("9111000060003734IL", "an I"),
            ("91110X00600037341L", "a letter in the region"),
            ("91110000600037341", "17 characters"),
        ],
        catches: 100,
    }
}
