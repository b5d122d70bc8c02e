//! ACN, the Australian company number: nine digits, the last of which checks the others.
//!
//! Source: Australian Securities and Investments Commission, <https://asic.gov.au>, Corporations Regulations. Weights 8 to 1;
//! 10 less the last digit of the sum, and 0 for 10. Proves the check digit (even weights and 5 let some errors through),
//! not that the number was issued.

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 9] = [8, 7, 6, 5, 4, 3, 2, 1, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    (weighted_sum(&d, &WEIGHTS).is_multiple_of(10) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["004085616", "004 085 616", "010 499 966", "000 250 000"],
        invalid: [
            ("004085617", "check digit"),
            ("000000000", "all the same"),
            ("00408561", "8 digits"),
            ("0040856160", "10 digits"),
        ],
        catches: 85,
    }
}
