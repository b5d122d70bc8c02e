//! Telephone number of Kenya as dialled at home: mobile 07 and 01 with eight more digits, landlines 02, 04, 05 and 06.
//!
//! Source: Communications Authority of Kenya, <https://www.ca.go.ke>, telecommunications numbering plan. Proves length and
//! first digits.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<10>(text) else { return Check::Invalid };
    let length = match &buffer[..len] {
        [0, 7, ..] | [0, 1, 0 | 1, ..] => len == 10,
        [0, 2 | 4 | 5 | 6, ..] => matches!(len, 9 | 10),
        _ => return Check::Invalid,
    };
    (length && !all_same(&buffer[2..len])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0712 555 012", "0712555012", "0110 555 012", "020 555 0123"],
        invalid: [
            ("712 555 012", "no zero"),
            ("0712 555 0123", "11 digits"),
            ("0312 555 012", "no code 03"),
            ("0700 000 000", "zeros only"),
        ],
        catches: 5,
    }
}
