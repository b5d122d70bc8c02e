//! Personal number of a foreigner in Bulgaria (ЛНЧ): ten digits.
//!
//! Source: Министерство на вътрешните работи, <https://www.mvr.bg>. Weights 21, 19, 17, 13, 11, 9, 7, 3, 1; the sum
//! modulo 10.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (!all_same(&d) && weighted_sum(&d, &[21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == u32::from(d[9])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["5669718712", "6444342429", "3538084036", "1642958559"],
        invalid: [("5669718713", "check digit"), ("566971871", "one character less")],
        catches: 100,
    }
}
