//! Telephone number of Singapore: eight digits, 8 and 9 mobile, 6 fixed, 3 Internet; 65 may stand before them; 1800 and 1900
//! services.
//!
//! Source: Infocomm Media Development Authority, National Numbering Plan, <https://www.imda.gov.sg>.
//! Proves first digit and length.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<11>(text) else { return Check::Invalid };
    let local = match &buffer[..len] {
        [6, 5, local @ ..] if len == 10 => local,
        [1, 8 | 9, 0, 0, rest @ ..] if len == 11 => return (!all_same(rest)).into(),
        local => local,
    };
    (local.len() == 8 && matches!(local[0], 3 | 6 | 8 | 9) && !all_same(&local[1..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["9123 4567", "81234567", "6123-4567", "65 9123 4567", "1800 123 4567"],
        invalid: [
            ("5123 4567", "begins with 5"),
            ("9123 456", "seven digits"),
            ("66 9123 4567", "Thailand"),
            ("9000 0000", "zeros only"),
        ],
        catches: 5,
    }
}
