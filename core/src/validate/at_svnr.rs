//! Social insurance number of Austria: three digits, a check digit, the date of birth (or what stands for it).
//!
//! Source: Dachverband der Sozialversicherungsträger, <https://www.sozialversicherung.at>. Weights 3, 7, 9, 5, 8,
//! 4, 2, 1, 6 around the check digit, which is the sum modulo 11.

use super::{Check, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (d[0] != 0 && weighted_sum(&d, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == u32::from(d[3])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["5145210984", "9470120681", "7125260617", "4300270860"],
        invalid: [("5145210985", "check digit"), ("514521098", "one character less")],
        catches: 100,
    }
}
