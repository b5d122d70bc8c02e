//! Telephone number of Spain: nine digits, the first 6-9.
//!
//! Source: Real Decreto 2296/2004, anexo (plan nacional de numeracion telefonica), kept by the CNMC,
//! <https://numeracionyoperadores.cnmc.es>. 6 and 7 mobile and personal, 8 and 9 geographic with 80 and 90 for
//! services; 89 and 99 are not open: `Unverified`.
//! Proves first digits and length.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<9>(text) else { return Check::Invalid };
    let digits = &buffer[..len];
    if len != 9 || all_same(digits) || digits.ends_with(&[0; 6]) {
        return Check::Invalid;
    }
    match digits {
        [6 | 7, ..] => Check::Valid,
        [8 | 9, second, ..] => in_plan(*second != 9),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["612 34 56 78", "91 234 56 78", "912-345-678", "711234567"],
        unverified: ["991 23 45 67", "893 45 67 89"],
        invalid: [
            ("512 34 56 78", "first digit 5"),
            ("612 34 56 7", "eight digits"),
            ("612 34 56 789", "ten digits"),
            ("600 000 000", "an amount"),
        ],
        catches: 5,
    }
}
