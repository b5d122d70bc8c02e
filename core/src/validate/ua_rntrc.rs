//! Tax number of a person in Ukraine (РНОКПП): days since 1900, four digits, check digit.
//!
//! Source: Державна податкова служба, <https://tax.gov.ua>. Weights -1, 5, 7, 9, 4, 6, 10, 5, 7; the sum modulo 11
//! and 10.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (!all_same(&d) && (weighted_sum(&d[..9], &[10, 5, 7, 9, 4, 6, 10, 5, 7])) % 11 % 10 == u32::from(d[9])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["3565663667", "3325293599", "3375118420", "3699865529"],
        invalid: [("3565663668", "check digit"), ("356566366", "one character less")],
        catches: 98,
    }
}
