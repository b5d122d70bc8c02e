//! Telephone number of South Africa as dialled at home: 0, an area or mobile code, and seven digits; nine without the 0.
//!
//! Source: ICASA, Numbering Plan Regulations, <https://www.icasa.org.za>. 01-05 are geographic, 06-08 mobile, 080 free, 086
//! shared cost. Proves length and first digits.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<10>(text) else { return Check::Invalid };
    match &buffer[..len] {
        [0, 1..=8, rest @ ..] if len == 10 => (!all_same(rest) && !rest.ends_with(&[0; 6])).into(),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["082 555 0123", "(011) 555-0123", "0215550123", "060-555-0123"],
        invalid: [
            ("182 555 0123", "no zero"),
            ("082 555 012", "nine digits"),
            ("092 555 0123", "no code 09"),
            ("0800000000", "zeros only"),
        ],
        catches: 5,
    }
}
