//! Kennitala of Iceland: date of birth (of a company with 40 added to the day), two digits, a check digit, the
//! century.
//!
//! Source: Þjóðskrá, <https://www.skra.is>. Weights 3, 2, 7, 6, 5, 4, 3, 2, 1; a multiple of 11. New numbers may go
//! without the check digit: who was born in 2026 or later and fails it is `Unverified`. Somebody older who got a number as late
//! as that would be refused.

use super::{Check, digits, is_date, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    let day = two(d[0], d[1]);
    let day = if day > 40 { day - 40 } else { day };
    let century = if d[9] == 0 { 2000 } else { 1000 + 100 * u32::from(d[9]) };
    let year = century + two(d[4], d[5]);
    if !matches!(d[9], 0 | 8 | 9) || !is_date(year, two(d[2], d[3]), day) {
        Check::Invalid
    } else if weighted_sum(&d, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11) {
        Check::Valid
    } else if year >= 2026 {
        Check::Unverified
    } else {
        Check::Invalid
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["2804201239", "2109090449", "2302910719", "1507478999"],
        unverified: ["0101261230"],
        invalid: [("2804201249", "check digit"), ("280420123", "one character less")],
        catches: 97,
    }
}
