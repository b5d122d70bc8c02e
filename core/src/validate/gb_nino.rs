//! National Insurance number of the United Kingdom: two letters, six digits, suffix A-D.
//!
//! Source: HMRC National Insurance Manual NIM39110, <https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110>.
//! No check digit; D, F, I, Q, U, V stand in no prefix, O not second, and seven prefixes are not used. The suffix is
//! often left out, as it does not identify the person.
//! Proves the shape only.

use super::{Check, alnum_up_to};

const UNUSED: [&[u8; 2]; 7] = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<9>(text) else { return Check::Invalid };
    let [first, second, number @ .., suffix] = c;
    let prefix = first.is_ascii_alphabetic()
        && second.is_ascii_alphabetic()
        && !b"DFIQUV".contains(&first)
        && !b"DFIQUVO".contains(&second)
        && !UNUSED.contains(&&[first, second]);
    let suffix = match len {
        8 => true,
        9 => matches!(suffix, b'A'..=b'D'),
        _ => false,
    };
    (prefix && suffix && number.iter().all(u8::is_ascii_digit)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["AB123456C", "ab 12 34 56 d", "JG 10 37 59 A", "OA-12-34-56-B", "AB 12 34 56"],
        invalid: [
            ("AB123456E", "suffix E"),
            ("QQ123456C", "Q in the prefix: HMRC's own specimen, never issued"),
            ("AO123456C", "O second"),
            ("GB123456A", "prefix GB is not used"),
            ("TN010190F", "temporary number: date and sex"),
            ("AB12345C", "5 digits"),
            ("AB1234567", "7 digits, no suffix"),
        ],
        catches: 0,
    }
}
