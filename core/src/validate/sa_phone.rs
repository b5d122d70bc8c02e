//! Telephone number of Saudi Arabia as dialled at home: mobile 05 and eight digits, landlines 011-017 and seven; 9200 and 800.
//!
//! Source: Communications, Space and Technology Commission, national numbering plan, <https://www.cst.gov.sa>. Proves length
//! and first digits.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<10>(text) else { return Check::Invalid };
    let rest = match &buffer[..len] {
        [0, 5, _, rest @ ..] if len == 10 => rest,
        [0, 1, 1..=7, rest @ ..] if len == 10 => rest,
        [9, 2, 0, 0, rest @ ..] if len == 9 => rest,
        _ => return Check::Invalid,
    };
    (!all_same(rest)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["050 555 0123", "0505550123", "011-555-0123", "9200 12345"],
        invalid: [
            ("50 555 0123", "no zero"),
            ("050 555 012", "nine digits"),
            ("018 555 0123", "no code 018"),
            ("050 000 0000", "zeros only"),
        ],
        catches: 5,
    }
}
