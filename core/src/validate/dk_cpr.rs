//! CPR number of Denmark: DDMMYY and four digits, the first of which tells the century together with the year.
//!
//! Source: CPR-kontoret, "Personnummeret i CPR-systemet", <https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret>.
//! Weights 4, 3, 2, 7, 6, 5, 4, 3, 2, 1, the sum a multiple of 11; given up in October 2007, since when numbers that
//! fail it are issued and have to be accepted ([`Check::Unverified`]). Proves a date of the calendar between 1858 and
//! 2057, not that the number was issued.

use super::{Check, digits, is_date, two, weighted_sum};

const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    let year = two(d[4], d[5]);
    let century = match d[6] {
        5..=8 if year >= 58 => 1800,
        5..=8 => 2000,
        4 | 9 if year <= 36 => 2000,
        _ => 1900,
    };
    if !is_date(century + year, two(d[2], d[3]), two(d[0], d[1])) {
        return Check::Invalid;
    }
    if weighted_sum(&d, &WEIGHTS).is_multiple_of(11) { Check::Valid } else { Check::Unverified }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["211062-5629", "2110625629", "070761-4285", "290200-4001"],
        unverified: ["211062-5628", "010165-1234", "0101901235"],
        invalid: [
            ("311162-5629", "31 November"),
            ("211362-5629", "month 13"),
            ("290200-1008", "1900 had no 29 February"),
            ("001062-5629", "day 0"),
            ("211062562", "9 digits"),
        ],
        catches: 26,
    }
}
