//! Company number of Ukraine (ЄДРПОУ): eight digits.
//!
//! Source: Державна служба статистики, <https://www.ukrstat.gov.ua>. Weights 1 to 7, and for numbers from 30 to 60
//! million 7, 1 to 6; where the sum modulo 11 is 10, weights two higher.

use super::{Check, all_same, digits, number, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(text) else { return Check::Invalid };
    let valid = {
        let weights = if (3_000_000..=6_000_000).contains(&number(&d[..7])) {
            [7, 1, 2, 3, 4, 5, 6]
        } else {
            [1, 2, 3, 4, 5, 6, 7]
        };
        let first = weighted_sum(&d[..7], &weights) % 11;
        let rest = if first < 10 { first } else { weighted_sum(&d[..7], &weights.map(|weight| weight + 2)) % 11 % 10 };
        !all_same(&d) && rest == u32::from(d[7])
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["20715988", "28659350", "22125653", "24660639"],
        invalid: [("20715989", "check digit"), ("2071598", "one character less")],
        catches: 96,
    }
}
