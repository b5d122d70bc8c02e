//! Telephone number of Hong Kong: eight digits, 852 before them or not; 2 and 3 fixed lines, 4 to 9 mobile and others.
//!
//! Source: Office of the Communications Authority, Numbering Plan for Telecommunications Services in Hong Kong,
//! <https://www.ofca.gov.hk>. 800 and six digits are free of charge.
//! Proves first digit and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<11>(text) else { return Check::Invalid };
    let local = match &buffer[..len] {
        [8, 5, 2, local @ ..] if len == 11 => local,
        [8, 0, 0, local @ ..] if len == 9 => return (!all_same(local)).into(),
        local => local,
    };
    (local.len() == 8 && (2..=9).contains(&local[0]) && !all_same(&local[1..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["2123 4567", "9123 4567", "91234567", "852-9123-4567", "(852) 6123 4567", "800 933 111"],
        invalid: [
            ("1123 4567", "begins with 1"),
            ("9123 456", "seven digits"),
            ("853 9123 4567", "Macao"),
            ("9000 0000", "zeros only"),
        ],
        catches: 5,
    }
}
