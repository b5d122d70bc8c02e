//! Global trade item number (EAN, UPC): 8, 12, 13 or 14 digits, the last being the check digit.
//!
//! Source: GS1 General Specifications, section 7.9. Weights 3 and 1 in turn from the right, before the check digit; the
//! sum with it ends in 0. Names a product, not a person.

use super::{Check, all_same, digits_up_to, weighted_sum};

const EVEN: [u32; 14] = [3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];
const ODD: [u32; 14] = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((digits, len @ (8 | 12..=14))) = digits_up_to::<14>(text) else { return Check::Invalid };
    // The weights of an odd number of digits begin with 1, of an even one with 3; zeros behind the digits do no harm.
    let weights: &[u32; 14] = if len % 2 == 0 { &EVEN } else { &ODD };
    (weighted_sum(&digits, weights).is_multiple_of(10) && !all_same(&digits[..len])).into()
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
