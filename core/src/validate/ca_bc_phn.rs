//! Personal health number of British Columbia: ten digits that begin with 9.
//!
//! Source: Ministry of Health of British Columbia, <https://www2.gov.bc.ca>. Weights 2, 4, 8, 5, 10, 9, 7, 3; 11
//! less the sum modulo 11.

use super::{Check, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (d[0] == 9 && {
        let rest = 11 - weighted_sum(&d[1..9], &[2, 4, 8, 5, 10, 9, 7, 3]) % 11;
        rest % 11 == u32::from(d[9])
    })
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["9929827056", "9050459202", "9528342966", "9952494499"],
        invalid: [("9929827057", "check digit"), ("992982705", "one character less")],
        catches: 100,
    }
}
