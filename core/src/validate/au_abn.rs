//! ABN, the Australian business number: 11 digits, the first two of which check the other nine.
//!
//! Source: Australian Business Register, format of the ABN, <https://abr.business.gov.au>. 1 is taken from the first
//! digit; weights 10, 1, 3, 5 ... 19; the sum is divisible by 89.
//! Proves the check digits, not that the number was issued.

use super::{Check, digits, weighted_sum};

const WEIGHTS: [u32; 11] = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    // No number begins with 0, so that the sum is 10 at least once the weight of the first digit is taken off.
    (d[0] != 0 && (weighted_sum(&d, &WEIGHTS) - WEIGHTS[0]).is_multiple_of(89)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["51824753556", "51 824 753 556", "83 914 571 673"],
        invalid: [
            ("51824753557", "one digit changed"),
            ("99999999999", "check digits"),
            ("01824753556", "begins with 0"),
            ("5182475355", "10 digits"),
            ("518247535560", "12 digits"),
        ],
        catches: 100,
    }
}
