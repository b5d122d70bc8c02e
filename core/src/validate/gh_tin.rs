//! Ghanaian taxpayer identification number: a letter for the kind (P person, C company, G government, Q mission, V trust and
//! others), nine digits from 00, a check digit or X.
//!
//! Source: Ghana Revenue Authority, <https://gra.gov.gh/tin/>, and its note for the OECD. The digits count by their place, 1
//! to 9; the sum mod 11 is the check digit, X for 10. Proves letter and check digit.

use super::{Check, alnum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some([kind, digits @ .., last]) = alnum::<11>(text) else { return Check::Invalid };
    let kinds = matches!(kind, b'P' | b'C' | b'G' | b'Q' | b'V') && digits.starts_with(b"00");
    if !kinds || !digits.iter().all(u8::is_ascii_digit) || digits.iter().all(|&digit| digit == b'0') {
        return Check::Invalid;
    }
    let sum: u32 = digits.iter().zip(1..).map(|(&digit, weight)| u32::from(digit - b'0') * weight).sum();
    (b"0123456789X"[(sum % 11) as usize] == last).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["P0012345679", "C0000803561", "p0012345679", "P001234575X"],
        invalid: [
            ("P0012345670", "check digit"),
            ("X0012345679", "no kind X"),
            ("P001234567", "10 characters"),
            ("P0000000000", "zeros only"),
        ],
        catches: 100,
    }
}
