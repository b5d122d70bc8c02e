//! Global trade item number (EAN, UPC): 8, 12, 13 or 14 digits, the last being the check digit.
//!
//! Source: GS1 General Specifications, section 7.9. Weights 3 and 1 in turn from the right, before the check digit; the
//! sum with it ends in 0. Names a product, not a person.

use super::{Check, all_same, digits_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((digits, len @ (8 | 12..=14))) = digits_up_to::<14>(text) else { return Check::Invalid };
    let digits = &digits[..len];
    let sum: u32 = digits.iter().rev().enumerate().map(|(i, &d)| u32::from(d) * if i % 2 == 0 { 1 } else { 3 }).sum();
    (!all_same(digits) && sum.is_multiple_of(10)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["4006381333931", "012345678905", "96385074", "00012345678905"],
        invalid: [
            ("4006381333932", "check digit"),
            ("400638133393", "a digit short"),
            ("00000000", "one digit over and over"),
            ("9638507", "7 digits"),
        ],
        catches: 100,
    }
}
