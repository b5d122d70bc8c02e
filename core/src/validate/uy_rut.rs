//! Taxpayer number of Uruguay (RUT): twelve digits.
//!
//! Source: Dirección General Impositiva, <https://www.gub.uy/direccion-general-impositiva>. Weights 4, 3, 2, 9 to
//! 2; 11 less the sum modulo 11.

use super::{Check, digits, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    ((1..=22).contains(&two(d[0], d[1]))
        && d[2..8] != [0; 6]
        && weighted_sum(&d, &[4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11))
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["220985970011", "226690480012", "222262690016", "227274710018"],
        invalid: [("220985970012", "check digit"), ("22098597001", "one character less")],
        catches: 100,
    }
}
