//! VAT number of Italy (partita IVA): eleven digits by Luhn, with the office in the eighth to tenth.
//!
//! Source: Agenzia delle Entrate, <https://www.agenziaentrate.gov.it>.

use super::{Check, digits, inner_digits, luhn, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(inner_digits(text)) else { return Check::Invalid };
    let valid = {
        let office = number(&d[7..10]);
        luhn(&d) && d[..7] != [0; 7] && ((1..=100).contains(&office) || matches!(office, 120 | 121 | 888 | 999))
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["75128680883", "55418640169", "12905600149", "04706120617"],
        invalid: [("75128680884", "check digit"), ("7512868088", "one character less")],
        catches: 100,
    }
}
