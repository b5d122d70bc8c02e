//! Organisation number of Sweden: ten digits by Luhn, the third of which is at least 2.
//!
//! Source: Bolagsverket and Skatteverket, SKV 709, <https://www.skatteverket.se>.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (d[2] >= 2 && luhn(&d) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["5668835464", "5643549065", "5797395182", "5627338501"],
        invalid: [("5668835465", "check digit"), ("566883546", "one character less")],
        catches: 100,
    }
}
