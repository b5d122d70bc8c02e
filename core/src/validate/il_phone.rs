//! Telephone number of Israel as dialled at home: mobile 05 and eight digits, 07 and eight digits, landlines 02, 03, 04, 08
//! and 09 with seven; 1-700 and 1-800 with six.
//!
//! Source: Ministry of Communications, numbering plan, <https://www.gov.il/en/departments/ministry_of_communications>. Proves
//! length and first digits.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<10>(text) else { return Check::Invalid };
    let rest = match &buffer[..len] {
        [0, 5 | 7, _, rest @ ..] if len == 10 => rest,
        [0, 2..=4 | 8 | 9, rest @ ..] if len == 9 => rest,
        [1, 7..=9, 0, 0, rest @ ..] if len == 10 => rest,
        _ => return Check::Invalid,
    };
    (!all_same(rest) && !matches!(rest[0], 0 if len == 9)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["050-555-0123", "0505550123", "03-555-0123", "077-555-0123", "1-800-555-012"],
        invalid: [
            ("50-555-0123", "no zero"),
            ("050-555-012", "nine digits"),
            ("06-555-0123", "no code 06"),
            ("050-000-0000", "zeros only"),
        ],
        catches: 5,
    }
}
