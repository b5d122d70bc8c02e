//! Social security number of Greece (AMKA): date of birth, four digits, a check digit by Luhn.
//!
//! Source: ΗΔΙΚΑ, <https://www.amka.gr>.

use super::{Check, digits, luhn, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    ((1..=31).contains(&two(d[0], d[1])) && (1..=12).contains(&two(d[2], d[3])) && luhn(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["18051517201", "24028973949", "18032816490", "09015278824"],
        invalid: [("18051517202", "check digit"), ("1805151720", "one character less")],
        catches: 100,
    }
}
