//! ABA routing transit number of the United States: 9 digits, Federal Reserve symbol (4), institution (4), check digit.
//!
//! Source: American Bankers Association, "Routing Number Policy & Procedures",
//! <https://www.aba.com/about-us/routing-number>. Weights 3, 7, 1 repeated; the weighted sum ends in 0. The first two
//! digits are 00-12 (government and the Federal Reserve districts), 21-32 (thrift institutions), 61-72 (electronic) or
//! 80 (traveler's cheques).
//! Proves the check digit and the range, not that the number was assigned.

use super::{Check, all_same, digits, two, weighted_sum};

const WEIGHTS: [u32; 9] = [3, 7, 1, 3, 7, 1, 3, 7, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    let prefix = matches!(two(d[0], d[1]), 0..=12 | 21..=32 | 61..=72 | 80);
    (prefix && !all_same(&d) && weighted_sum(&d, &WEIGHTS).is_multiple_of(10)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["071258153", "316111489", "004156183", "265461073", "125904544", "0210-0002-1"],
        invalid: [
            ("071258154", "check digit"),
            ("017258153", "first two digits swapped"),
            ("131111114", "prefix 13"),
            ("000000000", "one digit repeated"),
            ("07125815", "8 digits"),
            ("0712581530", "10 digits"),
        ],
        catches: 100,
    }
}
