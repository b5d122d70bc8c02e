//! Personal number of Hungary (személyi szám): sex and century, date of birth, three digits, check digit.
//!
//! Source: Belügyminisztérium, Act XX of 1996, <https://www.nyilvantarto.hu>. Born until 1996 weights 1 to 10,
//! later 10 to 1; the sum modulo 11.

use super::{Check, digits, is_date, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    let valid = {
        let century = match d[0] {
            1 | 2 => 1900,
            3 | 4 => 2000,
            _ => return Check::Invalid,
        };
        let year = century + two(d[1], d[2]);
        let sum = if year < 1997 {
            weighted_sum(&d[..10], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        } else {
            weighted_sum(&d[..10], &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
        };
        is_date(year, two(d[3], d[4]), two(d[5], d[6])) && sum % 11 == u32::from(d[10])
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["16205216843", "26604133971", "26208102847", "26906287044"],
        invalid: [("16205216844", "check digit"), ("1620521684", "one character less")],
        catches: 100,
    }
}
