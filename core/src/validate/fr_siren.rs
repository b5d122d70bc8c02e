//! SIREN of a French enterprise, or SIRET of one of its places: nine or fourteen digits by Luhn.
//!
//! Source: INSEE, <https://www.insee.fr>. The places of La Poste (356000000) have digits that add up to a multiple
//! of 5 instead.

use super::{Check, all_same, digits_up_to, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<14>(text) else { return Check::Invalid };
    let d = &d[..len];
    let post = len == 14
        && d.starts_with(&[3, 5, 6])
        && d[3..9] == [0; 6]
        && d.iter().map(|&d| u32::from(d)).sum::<u32>().is_multiple_of(5);
    (matches!(len, 9 | 14) && !all_same(d) && luhn(&d[..9]) && (luhn(d) || post)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["384885810", "236492807", "434185468", "585152382"],
        invalid: [("384885811", "check digit"), ("38488581", "one character less")],
        catches: 100,
    }
}
