//! Uniform civil number of Bulgaria (EGN): date of birth with the century in the month, three digits, check digit.
//!
//! Source: ГД ГРАО, <https://www.grao.bg>. Weights 2, 4, 8, 5, 10, 9, 7, 3, 6; the sum modulo 11 and 10.

use super::{Check, digits, is_date, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (is_born(&d) && weighted_sum(&d, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == u32::from(d[9])).into()
}

/// The date of birth, whose month tells the century.
fn is_born(d: &[u8]) -> bool {
    let month = two(d[2], d[3]);
    let (century, month) = match month {
        41.. => (2000, month - 40),
        21.. => (1800, month - 20),
        _ => (1900, month),
    };
    is_date(century + two(d[0], d[1]), month, two(d[4], d[5]))
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8531135983", "8646202827", "8143281444", "8722207049"],
        invalid: [("8531135984", "check digit"), ("853113598", "one character less")],
        catches: 100,
    }
}
