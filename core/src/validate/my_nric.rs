//! Identity card number of Malaysia (MyKad): YYMMDD, two digits of the place of birth, four of the serial.
//!
//! Source: National Registration Department (JPN), National Registration Regulations 1990, <https://www.jpn.gov.my>. The last
//! digit is odd for men. There is no check digit. Proves a date of the calendar and a code of a state or country.

use super::{Check, digits, is_date, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    let (year, month, day) = (two(d[0], d[1]), two(d[2], d[3]), two(d[4], d[5]));
    let born = is_date(1900 + year, month, day) || is_date(2000 + year, month, day);
    (born && is_place(two(d[6], d[7])) && d[8..] != [0; 4]).into()
}

/// Codes of the states and of groups of countries.
fn is_place(code: u32) -> bool {
    matches!(code, 1..=16 | 21..=68 | 71 | 72 | 74..=79 | 82..=93 | 98 | 99)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["770305-02-1234", "770305021234", "040229 10 5561"],
        invalid: [
            ("771305-02-1234", "month 13"),
            ("770305-17-1234", "no place 17"),
            ("770305-02-0000", "serial 0000"),
            ("770305-02-123", "11 digits"),
        ],
        catches: 12,
    }
}
