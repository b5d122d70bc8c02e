//! Education number of the Netherlands: nine digits that begin with 10 and miss the test of eleven by 5.
//!
//! Source: Dienst Uitvoering Onderwijs, <https://duo.nl>.

use super::{Check, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    (d.starts_with(&[1, 0]) && (weighted_sum(&d, &[9, 8, 7, 6, 5, 4, 3, 2]) + 10 * u32::from(d[8])) % 11 == 5).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["103637790", "102912495", "106482690", "104451549"],
        invalid: [("103637791", "check digit"), ("10363779", "one character less")],
        catches: 100,
    }
}
