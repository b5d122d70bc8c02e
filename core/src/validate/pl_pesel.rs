//! PESEL, the Polish national identification number: 11 digits, date of birth with the century in the month.
//!
//! Source: Act of 24 September 2010 on population registration, art. 15-19, and the ministry's description,
//! <https://www.gov.pl/web/gov/czym-jest-numer-pesel>. Weights 1, 3, 7, 9 repeated; the weighted sum ends in 0.
//! Proves the check digit and a date of the calendar between 1800 and 2299, not that the number was issued.

use super::{Check, all_same, digits, is_date, two, weighted_sum};

const WEIGHTS: [u32; 11] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    let month = two(d[2], d[3]);
    // The month carries the century: 1900s as they are, +20 for the 2000s ... +80 for the 1800s.
    let century = [1900, 2000, 2100, 2200, 1800][(month / 20) as usize];
    let date = || is_date(century + two(d[0], d[1]), month % 20, two(d[4], d[5]));
    (weighted_sum(&d, &WEIGHTS).is_multiple_of(10) && !all_same(&d) && date()).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["44051401359", "02070803628", "90090515836", "02271409867"],
        invalid: [
            ("44051401358", "check digit"),
            ("44951401359", "month 95 is in no century"),
            ("44053201359", "day 32"),
            ("4405140135", "10 digits"),
            ("440514013590", "12 digits"),
        ],
        catches: 100,
    }
}
