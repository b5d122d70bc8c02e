//! Medicare beneficiary identifier: eleven characters, digits and letters at fixed places.
//!
//! Source: Centers for Medicare & Medicaid Services, "Understanding the MBI format", <https://www.cms.gov>. No
//! check digit; S, L, O, I, B and Z are not used.

use super::{Check, alnum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<11>(text) else { return Check::Invalid };
    let fits = |(&byte, &kind): (&u8, &u8)| {
        let letter = byte.is_ascii_uppercase() && !b"SLOIBZ".contains(&byte);
        match kind {
            b'1' => matches!(byte, b'1'..=b'9'),
            b'0' => byte.is_ascii_digit(),
            b'A' => letter,
            _ => letter || byte.is_ascii_digit(),
        }
    };
    c.iter().zip(b"1A*0A*0AA00").all(fits).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1EG4-TE5-MK73", "1EG4TE5MK72", "2EG4-TE5-MK73"],
        invalid: [("0EG4-TE5-MK73", "starts with 0"), ("1EG4-TE5-MK7", "one character less")],
        catches: 2,
    }
}
