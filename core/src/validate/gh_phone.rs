//! Telephone number of Ghana as dialled at home: 0, two digits of the network or area, seven digits.
//!
//! Source: National Communications Authority, <https://nca.org.gh>, numbering plan. Mobile 02 and 05, landlines 03. Proves
//! length and first digits.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<10>(text) else { return Check::Invalid };
    match &buffer[..len] {
        [0, 2 | 3 | 5, _, rest @ ..] if len == 10 => (!all_same(rest)).into(),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["024 555 0123", "0245550123", "030-255-0123", "055 555 0123"],
        invalid: [
            ("24 555 0123", "no zero"),
            ("024 555 01234", "11 digits"),
            ("044 555 0123", "no code 04"),
            ("024 000 0000", "zeros only"),
        ],
        catches: 5,
    }
}
