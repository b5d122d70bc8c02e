//! Identity card of Uruguay (cédula de identidad): seven digits and a check digit.
//!
//! Source: Dirección Nacional de Identificación Civil, <https://www.gub.uy/ministerio-interior>. Weights 2, 9, 8,
//! 7, 6, 3, 4; the check digit fills up the ten.

use super::{Check, all_same, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(text) else { return Check::Invalid };
    (d[0] != 0 && !all_same(&d) && weighted_sum(&d, &[2, 9, 8, 7, 6, 3, 4, 1]).is_multiple_of(10)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["85151668", "68763812", "57687114", "62720856"],
        invalid: [("85151669", "check digit"), ("8515166", "one character less")],
        catches: 94,
    }
}
