//! Personal code of Latvia: date of birth, a digit of the century, three digits, a check digit; since 2017 eleven
//! digits that begin with 32 and tell nothing.
//!
//! Source: Pilsonības un migrācijas lietu pārvalde, <https://www.pmlp.gov.lv>. Weights 10, 5, 8, 4, 2, 1, 6, 3, 7,
//! 9; the sum and 1, modulo 11 and 10.

use super::{Check, all_same, digits, is_date, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    if d[0] == 3 && (2..=9).contains(&d[1]) {
        return if all_same(&d) { Check::Invalid } else { Check::Unverified };
    }
    let date = is_date(1800 + u32::from(d[6]) * 100 + two(d[4], d[5]), two(d[2], d[3]), two(d[0], d[1]));
    let sum = 1 + weighted_sum(&d, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
    (d[6] < 3 && date && sum % 11 % 10 == u32::from(d[10])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["13044211129", "23038911494", "21021811383", "02049721087"],
        invalid: [("13044211120", "check digit"), ("1304421112", "one character less")],
        catches: 95,
    }
}
