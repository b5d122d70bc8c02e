//! Unique pupil number of England: a check letter and twelve digits.
//!
//! Source: Department for Education, <https://www.gov.uk/government/publications/unique-pupil-numbers>. Weights 2
//! to 13, modulo 23, in the alphabet without I, O and S. The last character of a temporary number is a letter: not
//! taken.

use super::{Check, alnum, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<13>(text) else { return Check::Invalid };
    let Some(d) = digits::<12>(&c[1..]) else { return Check::Invalid };
    let rest = weighted_sum(&d, &[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]) % 23;
    (c[0] == b"ABCDEFGHJKLMNPQRTUVWXYZ"[rest as usize]).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["M815936712396", "Y802216939278", "V801341359195", "F823707542317"],
        invalid: [("M815936712397", "check digit"), ("M81593671239", "one character less")],
        catches: 100,
    }
}
