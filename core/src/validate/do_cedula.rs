//! Identity card of the Dominican Republic (cédula): eleven digits by Luhn.
//!
//! Source: Junta Central Electoral, <https://jce.gob.do>.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    (luhn(&d) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["58818168526", "51696341000", "13355772081", "30783120295"],
        invalid: [("58818168527", "check digit"), ("5881816852", "one character less")],
        catches: 100,
    }
}
