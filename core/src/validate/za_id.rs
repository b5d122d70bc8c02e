//! Identity number of South Africa: 13 digits, YYMMDD of birth, sequence (4), citizenship, a free digit, check digit.
//!
//! Source: Identification Act 68 of 1997, section 7, and the Department of Home Affairs,
//! <https://www.dha.gov.za>. Luhn over the thirteen digits; citizenship is 0 (citizen), 1 (permanent resident) or 2
//! (refugee). The century is not written.
//! Proves the check digit and a date of one of the two last centuries, not that the number was issued.

use super::{Check, digits, is_date, luhn, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    let year = two(d[0], d[1]);
    let born = |century| is_date(century + year, two(d[2], d[3]), two(d[4], d[5]));
    ((born(1900) || born(2000)) && d[10] <= 2 && luhn(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8001015009087", "890902 5012 083", "0002293520280", "720430-4355-08-5", "7204301176286"],
        invalid: [
            ("8001015009088", "check digit"),
            ("8010015009087", "two digits swapped"),
            ("8013015009082", "month 13"),
            ("8002305009084", "30 February"),
            ("8001015009384", "citizenship 3"),
            ("0000000000000", "no date"),
            ("800101500908", "12 digits"),
            ("80010150090870", "14 digits"),
        ],
        catches: 100,
    }
}
