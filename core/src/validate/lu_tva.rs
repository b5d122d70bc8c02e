//! VAT number of Luxembourg: LU and eight digits, the last two the remainder of the others by 89.
//!
//! Source: Administration de l'enregistrement, des domaines et de la TVA, <https://pfi.public.lu>.

use super::{Check, all_same, digits, inner_digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(inner_digits(text)) else { return Check::Invalid };
    (number(&d[..6]) % 89 == number(&d[6..]) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["LU70647279", "LU70182661", "LU38653710", "LU16873378"],
        invalid: [("LU70647270", "check digit"), ("LU7064727", "one character less")],
        catches: 100,
    }
}
