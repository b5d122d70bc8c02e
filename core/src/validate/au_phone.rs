//! Telephone number of Australia as dialled at home: 0 and nine digits; 1300, 1800 and 13; or the local eight digits.
//!
//! Source: ACMA, Telecommunications Numbering Plan, <https://www.acma.gov.au>. 02, 03, 07, 08 geographic, 04 (05 in
//! reserve) mobile; local numbers begin with 2-9. The numbers that ACMA keeps for fiction are found.
//! Proves first digits and length.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<10>(text) else { return Check::Invalid };
    match &buffer[..len] {
        [0, rest @ ..] if all_same(rest) || rest.ends_with(&[0; 7]) => Check::Invalid,
        [0, 2..=5 | 7 | 8, second, ..] if len == 10 => in_plan(*second != 0 || buffer[1] == 4),
        [1, 3 | 8, 0, 0, rest @ ..] if len == 10 => (!all_same(rest)).into(),
        [1, 3, 1..=9, ..] => (len == 6).into(),
        [2..=9, rest @ ..] => (len == 8 && !all_same(rest)).into(),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0491 570 006", "(02) 5550 1234", "03 7010 1234", "1800 160 401", "1300 975 707", "5550 1234"],
        unverified: ["02 0550 1234"],
        invalid: [
            ("0491 570 00", "nine digits"),
            ("0991 570 006", "no range 09"),
            ("491 570 006", "no zero"),
            ("0491 570 0066", "eleven digits"),
            ("1550 1234", "local number begins with 1"),
        ],
        catches: 5,
    }
}
