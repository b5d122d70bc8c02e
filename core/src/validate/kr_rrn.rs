//! Resident registration number of Korea (RRN): YYMMDD, a digit for century and sex, six digits.
//!
//! Source: enforcement rules of the Resident Registration Act, art. 2, Ministry of the Interior and Safety,
//! <https://www.law.go.kr>. Weights 2-9, 2-5; 11 less the sum mod 11, its last digit. 5-8 as the seventh digit are
//! foreigners, whose numbers `kr_frn` checks. Numbers
//! given since 5 October 2020 have six random digits after the seventh: who was born since then and fails it is
//! [`Check::Unverified`]. Proves the date and, before, the check digit, not that the number was issued; an elder
//! person whose number was given since then passes only by chance.

use super::{Check, digits, is_date, two, weighted_sum};

const WEIGHTS: [u32; 12] = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    let century = match d[6] {
        1 | 2 => 1900,
        3 | 4 => 2000,
        0 | 9 => 1800,
        _ => return Check::Invalid,
    };
    registered(&d, century, &[11])
}

/// A number of that century, whose check digit is one of `from` less the sum: what residents and foreigners share.
pub(super) fn registered(d: &[u8; 13], century: u32, from: &[u32]) -> Check {
    let (year, month, day) = (century + two(d[0], d[1]), two(d[2], d[3]), two(d[4], d[5]));
    if !is_date(year, month, day) {
        return Check::Invalid;
    }
    let rest = weighted_sum(d, &WEIGHTS) % 11;
    if from.iter().any(|from| (from - rest) % 10 == u32::from(d[12])) {
        Check::Valid
    } else if (year, month, day) >= (2020, 10, 5) && year < 2050 {
        Check::Unverified
    } else {
        Check::Invalid
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "971013-9019902", "900101-1234568", "8507122123451", "150315-3456782",
        ],
        unverified: ["201005-3123456", "231231-4000000"],
        invalid: [
            ("971013-9019903", "check digit"),
            ("971313-9019909", "month 13"),
            ("990230-1234569", "30 February"),
            ("900101-1234569", "check digit"),
            ("550101-3123456", "check digit, and born in 2055"),
            ("971013-901990", "12 digits"),
        ],
        catches: 95,
    }
}
