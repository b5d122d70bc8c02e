//! National code of Iran (کد ملی): ten digits.
//!
//! Source: National Organization for Civil Registration, <https://www.sabteahval.ir>. Weights 10 to 2; the sum
//! modulo 11, where 2 and more is taken from 11.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    let valid = {
        let rest = weighted_sum(&d[..9], &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        !all_same(&d) && u32::from(d[9]) == if rest < 2 { rest } else { 11 - rest }
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["7399801411", "3331546331", "9513174190", "2824617799"],
        invalid: [("7399801412", "check digit"), ("739980141", "one character less")],
        catches: 95,
    }
}
