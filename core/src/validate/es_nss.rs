//! Social security number of Spain (NUSS): province, eight digits, two check digits.
//!
//! Source: Tesorería General de la Seguridad Social, <https://www.seg-social.es>. The remainder by 97; a number
//! below ten million loses its leading zero.

use super::{Check, digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    let valid = {
        let (province, serial) = (number(&d[..2]), number(&d[2..10]));
        let whole = if serial < 10_000_000 { province * 10_000_000 + serial } else { province * 100_000_000 + serial };
        (1..=66).contains(&province) && whole % 97 == number(&d[10..])
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["259863613928", "465425038672", "061320312871", "278835948911"],
        invalid: [("259863613929", "check digit"), ("25986361392", "one character less")],
        catches: 100,
    }
}
