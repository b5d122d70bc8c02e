//! Fødselsnummer and D-number of Norway: DDMMYY, three serial digits that tell century and sex, two check digits.
//!
//! Source: folkeregisterforskriften (FOR-2017-07-14-1201) chapter 2, Skatteetaten,
//! <https://www.skatteetaten.no/person/folkeregister/identitetsnummer/>. Weights 3, 7, 6, 1, 8, 9, 4, 5, 2, 1 over ten
//! digits and 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1 over all, both sums multiples of 11. A D-number adds 40 to the day; 40 on
//! the month is a hospital's help number, 80 the tax authority's synthetic person. Proves both check digits, a date and
//! a serial number of its century, not that the number was issued. Births from 2032 on get a looser first check digit.

use super::{Check, digits, is_date, number, two, weighted_sum};

const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    let (day, month, year) = (two(d[0], d[1]), two(d[2], d[3]), two(d[4], d[5]));
    let century = match (number(&d[6..9]), year) {
        (0..500, _) | (900.., 40..) => 1900,
        (500.., ..40) => 2000,
        (500..750, 54..) => 1800,
        _ => return Check::Invalid,
    };
    let month = match month {
        41..=52 => month - 40,
        81..=92 => month - 80,
        _ => month,
    };
    let date = is_date(century + year, month, if day > 40 { day - 40 } else { day });
    let checks = weighted_sum(&d, &FIRST).is_multiple_of(11) && weighted_sum(&d, &SECOND).is_multiple_of(11);
    (date && checks).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["15108695088", "311299 56715", "130577 214 77", "55017331891", "01498651204", "17890571190"],
        invalid: [
            ("15108695077", "both check digits"),
            ("15108695089", "second check digit"),
            ("15138695058", "month 13"),
            ("24054560113", "no century has serial number 601 and year 45"),
            ("1510869508", "10 digits"),
            ("00000000000", "day 0"),
            ("72017331826", "day 32, also as a D-number"),
        ],
        catches: 100,
    }
}
