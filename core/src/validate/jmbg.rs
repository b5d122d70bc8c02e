//! Unique master citizen number (JMBG) of the states that were Yugoslavia; EMŠO in Slovenia: date of birth, region,
//! three digits, check digit.
//!
//! Source: Act on the introduction of the unique master citizen number of 1976; for Slovenia, Zakon o centralnem
//! registru prebivalstva, <https://pisrs.si>. Weights 7 to 2 twice; 11 less the sum modulo 11.

use super::{Check, digits, is_date, number, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    let valid = {
        let year = number(&d[4..7]) as u32;
        let year = if year < 800 { 2000 + year } else { 1000 + year };
        let rest = (11 - weighted_sum(&d[..12], &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        is_date(year, two(d[2], d[3]), two(d[0], d[1])) && rest % 10 == u32::from(d[12])
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1412911561891", "0203906821930", "1601997517854", "2206953258972"],
        invalid: [("1412911561892", "check digit"), ("141291156189", "one character less")],
        catches: 98,
    }
}
