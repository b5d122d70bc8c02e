//! Tax number of Austria (Abgabenkontonummer): nine digits, the last a check digit by Luhn.
//!
//! Source: Bundesministerium für Finanzen, <https://www.bmf.gv.at>.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    (luhn(&d) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["692971120", "100825900", "723746632", "155379795"],
        invalid: [("692971121", "check digit"), ("69297112", "one character less")],
        catches: 100,
    }
}
