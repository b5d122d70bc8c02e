//! Telephone number of the United Arab Emirates as dialled at home: mobile 05 and eight digits, landlines 02-04, 06, 07 and 09
//! with seven; 800 numbers.
//!
//! Source: Telecommunications and Digital Government Regulatory Authority, national numbering plan, <https://tdra.gov.ae>.
//! Proves length and first digits.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<10>(text) else { return Check::Invalid };
    let rest = match &buffer[..len] {
        [0, 5, 0 | 2..=8, rest @ ..] if len == 10 => rest,
        [0, 2..=4 | 6 | 7 | 9, rest @ ..] if len == 9 => rest,
        _ => return Check::Invalid,
    };
    (!all_same(rest)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["050 555 0123", "0505550123", "04 555 0123", "02-555-0123"],
        invalid: [
            ("50 555 0123", "no zero"),
            ("050 555 012", "nine digits"),
            ("05 155 5012", "no code 051"),
            ("050 000 0000", "zeros only"),
        ],
        catches: 5,
    }
}
