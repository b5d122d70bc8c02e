//! NIK, the population number of Indonesia (Nomor Induk Kependudukan): 16 digits of place, date of birth and serial.
//!
//! Source: Law 24 of 2013 on population administration; Ministry of Home Affairs, <https://dukcapil.kemendagri.go.id>.
//! Province, regency or city, district, DDMMYY with 40 added to the day of women, four digits counted from 0001. There is no
//! check digit. Proves a province, places that are not 00, and a date of the calendar.

use super::{Check, digits, is_date, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<16>(text) else { return Check::Invalid };
    let day = match two(d[6], d[7]) {
        day @ 41.. => day - 40,
        day => day,
    };
    let (month, year) = (two(d[8], d[9]), two(d[10], d[11]));
    let born = is_date(1900 + year, month, day) || is_date(2000 + year, month, day);
    let place = is_province(two(d[0], d[1])) && (1..80).contains(&two(d[2], d[3])) && two(d[4], d[5]) != 0;
    (place && born && d[12..] != [0; 4]).into()
}

/// Codes of the provinces, those of Papua of 2022 included.
fn is_province(code: u32) -> bool {
    matches!(code, 11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81 | 82 | 91..=97)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["3171011708450001", "3273015506920007", "3171 0117 0845 0001", "9201012902000003"],
        invalid: [
            ("4171011708450001", "no province 41"),
            ("3171013208450001", "day 32"),
            ("3171011713450001", "month 13"),
            ("3171011708450000", "serial 0000"),
            ("3100011708450001", "regency 00"),
            ("317101170845001", "15 digits"),
        ],
        catches: 13,
    }
}
