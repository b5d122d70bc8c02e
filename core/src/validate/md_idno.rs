//! State identification number of Moldova, of a person (IDNP) or a company (IDNO): thirteen digits.
//!
//! Source: Agenția Servicii Publice, <https://www.asp.gov.md>. Weights 7, 3, 1 repeated; the sum modulo 10.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    (!all_same(&d) && weighted_sum(&d[..12], &[7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == u32::from(d[12])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8905065743061", "1743985203114", "5260339684062", "3090024104344"],
        invalid: [("8905065743062", "check digit"), ("890506574306", "one character less")],
        catches: 100,
    }
}
