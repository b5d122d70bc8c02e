//! Tax number of a company in Serbia (PIB): nine digits.
//!
//! Source: Poreska uprava, <https://www.purs.gov.rs>. ISO 7064 MOD 11,10.

use super::{Check, digits, mod_11_10};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    (d[0] != 0 && mod_11_10(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["586784698", "406500494", "306570606", "723140986"],
        invalid: [("586784699", "check digit"), ("58678469", "one character less")],
        catches: 100,
    }
}
