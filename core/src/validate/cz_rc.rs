//! Birth number of Czechia and Slovakia (rodné číslo): date of birth, three or four digits.
//!
//! Source: Ministerstvo vnitra, Act No. 133/2000 Coll., <https://www.mvcr.cz>. Ten digits are a multiple of 11, or,
//! until 1985, nine leave 10 and the tenth is 0. Numbers of nine digits, given out until 1953, have no check.

use super::{Check, digits_up_to, is_date, number, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<10>(text) else { return Check::Invalid };
    let d = &d[..len];
    match len {
        9 if d[0] < 6 && is_born(d) => Check::Unverified,
        10 if is_born(d) => {
            let rest = number(&d[..9]) % 11;
            ((rest * 10 + u64::from(d[9])).is_multiple_of(11) || rest == 10 && d[9] == 0).into()
        }
        _ => Check::Invalid,
    }
}

/// The date of birth: 50 is added to the month of women, and 20 where a day has run out of numbers.
fn is_born(d: &[u8]) -> bool {
    let month = two(d[2], d[3]) % 50;
    let month = if month > 20 { month - 20 } else { month };
    let year = two(d[0], d[1]);
    let century = if d.len() == 9 || year >= 54 { 1900 } else { 2000 };
    is_date(century + year, month, two(d[4], d[5]))
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8207043097", "8256265336", "8408215937", "8906091062"],
        invalid: [("8207043098", "check digit"), ("820704309", "one character less")],
        catches: 100,
    }
}
