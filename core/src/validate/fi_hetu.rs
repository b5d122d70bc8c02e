//! Henkilötunnus (HETU) of Finland: DDMMYY, a sign for the century, three serial digits, one check character.
//!
//! Source: Act 661/2009 on the population information system, decree 128/2010 § 2 with the signs added in 2023, and the
//! Digital and Population Data Services Agency, <https://dvv.fi/en/personal-identity-code>. The nine digits as one
//! number mod 31 choose the check character. Serial numbers begin at 002; 900-999 are temporary ones of hospitals and
//! tests. Proves the check character and a date of the calendar, not that the code was issued.

use super::{Check, digits, is_date, number, two};

const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

pub(super) fn check(text: &[u8]) -> Check {
    let &[d1, d2, m1, m2, y1, y2, sign, s1, s2, s3, last] = text else { return Check::Invalid };
    let century = match sign.to_ascii_uppercase() {
        b'+' => 1800,
        b'-' | b'U'..=b'Y' => 1900,
        b'A'..=b'F' => 2000,
        _ => return Check::Invalid,
    };
    let Some(d) = digits::<9>(&[d1, d2, m1, m2, y1, y2, s1, s2, s3]) else { return Check::Invalid };
    let date = is_date(century + two(d[4], d[5]), two(d[2], d[3]), two(d[0], d[1]));
    let serial = number(&d[6..]);
    let expected = CHECKS[(number(&d) % 31) as usize];
    (date && serial >= 2 && last.to_ascii_uppercase() == expected).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "131052-308T", "131052a308t", "131052Y308T", "010594Y9032", "010199-8148", "290200A2413",
            "030901F045W", "150785-9231",
        ],
        invalid: [
            ("131052-308U", "check character"),
            ("131052G308T", "G is no sign for a century"),
            ("131352-3087", "month 13"),
            ("290200-2413", "1900 had no 29 February"),
            ("131052-001W", "serial numbers begin at 002"),
            ("131052-30ST", "a letter among the serial digits"),
            ("1310523-08T", "the sign stands one digit late"),
            ("131052308T", "no sign"),
        ],
        catches: 100,
    }
}
