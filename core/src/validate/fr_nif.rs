//! Tax number of a person in France (numéro fiscal, SPI): thirteen digits, the last three the remainder of the
//! others by 511.
//!
//! Source: Direction générale des Finances publiques; OECD, "France - TIN", <https://www.impots.gouv.fr>.

use super::{Check, all_same, digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    (d[0] < 4 && number(&d[..10]) % 511 == number(&d[10..]) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["3168657365020", "3368906468487", "3494578314059", "3289454868189"],
        invalid: [("3168657365021", "check digit"), ("316865736502", "one character less")],
        catches: 100,
    }
}
