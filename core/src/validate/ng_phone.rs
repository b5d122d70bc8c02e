//! Telephone number of Nigeria as dialled at home: mobile 070, 080, 081, 090 and 091 with eight more digits; landlines of
//! eight or nine digits with their area code.
//!
//! Source: Nigerian Communications Commission, National Numbering Plan, <https://www.ncc.gov.ng>. Since 2024 landlines take 02
//! before the area code. Proves length and first digits.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<11>(text) else { return Check::Invalid };
    match &buffer[..len] {
        [0, 7..=9, 0 | 1, rest @ ..] if len == 11 && !all_same(rest) => in_plan(!matches!(buffer[1..3], [7, 1])),
        [0, 1..=9, rest @ ..] if matches!(len, 8..=11) && !all_same(rest) => Check::Unverified,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0803 555 0123", "08035550123", "0906-555-0123", "0701 555 0123"],
        unverified: ["01 555 0123", "0711 555 0123"],
        invalid: [
            ("803 555 0123", "no zero"),
            ("0803 555 012345", "13 digits"),
            ("00035550123", "two zeros"),
            ("08000000000", "zeros only"),
        ],
        catches: 2,
    }
}
