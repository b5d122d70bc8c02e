//! NIC of Sri Lanka: nine digits and V or X, or twelve digits since 2016; both with the day of birth.
//!
//! Source: Department for Registration of Persons, <https://drp.gov.lk>; layout as in the LIFe standard,
//! <https://life.gov.lk>. Two or four digits of the year, the day of the year with 500 added for women, serial, check digit,
//! whose rule is not published. Proves a year and a day of the year.

use super::{Check, alnum_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len @ (10 | 12))) = alnum_up_to::<12>(text) else { return Check::Invalid };
    let (body, year_digits) = match (len, c[9]) {
        (10, b'V' | b'X') => (&c[..9], 2),
        (12, _) => (&c[..12], 4),
        _ => return Check::Invalid,
    };
    if !body.iter().all(u8::is_ascii_digit) {
        return Check::Invalid;
    }
    let value = |part: &[u8]| part.iter().fold(0, |n, byte| n * 10 + u32::from(byte - b'0'));
    let (year, day) = (value(&body[..year_digits]), value(&body[year_digits..year_digits + 3]));
    let known = year_digits == 2 || (1900..2050).contains(&year);
    (known && matches!(day, 1..=366 | 501..=866)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["820149894V", "820149894v", "855149894X", "198201409894", "200051409894"],
        invalid: [
            ("820009894V", "day 0"),
            ("824009894V", "day 400"),
            ("820149894W", "W at the end"),
            ("178201409894", "born in 1782"),
            ("1982014098940", "13 digits"),
        ],
        catches: 10,
    }
}
