//! Personnummer and samordningsnummer of Sweden: YYMMDD, three serial digits, one check digit; optionally the century.
//!
//! Source: folkbokföringslagen (1991:481) § 18 and § 18 a, and Skatteverket's leaflets SKV 704 and SKV 707,
//! <https://www.skatteverket.se>. Luhn over the ten digits without the century. A samordningsnummer adds 60 to the day.
//! Proves the check digit and a date of the calendar, not that the number was issued; the sign (`-`, or `+` from the
//! hundredth birthday on) is not compared with the date, for that needs a clock.

use super::{Check, digits_up_to, is_date, luhn, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<12>(text) else { return Check::Invalid };
    // Without the century the year 2000 stands for all: whoever could be born on a 29 February passes.
    let (century, number) = match len {
        10 => (20, &d[..10]),
        12 => (two(d[0], d[1]), &d[2..]),
        _ => return Check::Invalid,
    };
    let &[y1, y2, m1, m2, d1, d2, s1, s2, s3, _] = number else { return Check::Invalid };
    let day = two(d1, d2);
    let date = is_date(century * 100 + two(y1, y2), two(m1, m2), if day > 60 { day - 60 } else { day });
    // Serial numbers begin at 001.
    ((18..=20).contains(&century) && date && [s1, s2, s3] != [0; 3] && luhn(number)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "850709-9805", "8507099805", "900118+9811", "701063-2391", "910571-2385", "811228 9874",
            "19850709-9805", "200002292399",
        ],
        invalid: [
            ("850709-9806", "check digit"),
            ("851309-9807", "month 13"),
            ("850230-9803", "30 February"),
            ("850799-9806", "day 99, also as a samordningsnummer"),
            ("850709-0002", "serial number 000"),
            ("17850709-9805", "born in 1785"),
            ("900229-2390", "1990 had no 29 February"),
            ("50709-9805", "9 digits"),
            ("985070998050", "12 digits, no century"),
        ],
        catches: 99,
    }
}
