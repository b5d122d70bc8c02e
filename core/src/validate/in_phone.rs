//! Telephone number of India: ten digits after an optional 0 or 91; mobile from 6, 7, 8 or 9, landline with its STD code.
//!
//! Source: Department of Telecommunications, National Numbering Plan (2003, as amended), <https://dot.gov.in>. STD codes
//! have two to four digits and subscribers the rest of ten; 1800 and 1860 are services.
//! Proves first digits and length: the 2,600 STD codes are not looked up.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<13>(text) else { return Check::Invalid };
    let (trunk, national) = match &buffer[..len] {
        [0, rest @ ..] => (true, rest),
        [9, 1, 0, rest @ ..] if len == 13 => (true, rest),
        [9, 1, rest @ ..] if len == 12 => (true, rest),
        digits => (false, digits),
    };
    if all_same(national) || national.ends_with(&[0; 8]) {
        return Check::Invalid;
    }
    match national {
        [6..=9, ..] => (national.len() == 10).into(),
        [1, 8, 0 | 6, 0, ..] if !trunk => matches!(national.len(), 10 | 11).into(),
        [1..=5, ..] => (trunk && national.len() == 10).into(),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["98765 43210", "09876543210", "91-98765-43210", "022-2345 6789", "0471-2345678", "1800-123-4567"],
        invalid: [
            ("58765 43210", "no mobile number begins with 5"),
            ("98765 4321", "nine digits"),
            ("98765 432101", "eleven digits"),
            ("22-2345 6789", "a landline without its zero"),
            ("9900000000", "subscriber of zeros"),
        ],
        catches: 4,
    }
}
