//! Egyptian national number: century (2 for the 1900s, 3 for the 2000s), date of birth, governorate, sequence with the sex,
//! a last digit.
//!
//! Source: Civil Status Organisation of the Ministry of Interior, <https://moi.gov.eg>. How the last digit is made is not
//! published, and it is not looked at. Proves a date and a governorate (01-35, 88 for births abroad).

use super::{Check, digits, is_date, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<14>(text) else { return Check::Invalid };
    let century = match d[0] {
        2 => 1900,
        3 => 2000,
        _ => return Check::Invalid,
    };
    let born = is_date(century + two(d[1], d[2]), two(d[3], d[4]), two(d[5], d[6]));
    let governorate = matches!(two(d[7], d[8]), 1..=4 | 11..=19 | 21..=29 | 31..=35 | 88);
    (born && governorate).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["29001011234567", "30102030112345", "2 900101 12 3456 7"],
        invalid: [
            ("29013011234567", "month 13"),
            ("19001011234567", "no century 1"),
            ("29001010534567", "no governorate 05"),
            ("2900101123456", "13 digits"),
        ],
        catches: 25,
    }
}
