//! Personal number of Romania (CNP): sex and century, date of birth, county, three digits, check digit.
//!
//! Source: Direcția Generală pentru Evidența Persoanelor, <https://depabd.mai.gov.ro>. Weights 2, 7, 9, 1, 4, 6, 3,
//! 5, 8, 2, 7, 9; the sum modulo 11, where 10 is 1.

use super::{Check, digits, is_date, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    let valid = {
        let century = match d[0] {
            1 | 2 | 7 | 8 | 9 => 1900,
            3 | 4 => 1800,
            5 | 6 => 2000,
            _ => return Check::Invalid,
        };
        let rest = weighted_sum(&d[..12], &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
        let county = two(d[7], d[8]);
        is_date(century + two(d[1], d[2]), two(d[3], d[4]), two(d[5], d[6]))
            && matches!(county, 1..=48 | 51 | 52 | 70 | 80..=83)
            && u32::from(d[12]) == if rest == 10 { 1 } else { rest }
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["3850402118321", "9800401447291", "9890511090820", "5840821033935"],
        invalid: [("3850402118322", "check digit"), ("385040211832", "one character less")],
        catches: 96,
    }
}
