//! Taxpayer number of Russia (ИНН): ten digits of a company, twelve of a person.
//!
//! Source: Федеральная налоговая служба, <https://www.nalog.gov.ru>. Weights 2, 4, 10, 3, 5, 9, 4, 6, 8, and for
//! people 7 in front, then 3, 7; the sum modulo 11 and 10.

use super::{Check, all_same, digits_up_to, weighted_sum};

const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<12>(text) else { return Check::Invalid };
    let at = |end: usize| weighted_sum(&d[..end], &WEIGHTS[11 - end..]) % 11 % 10 == u32::from(d[end]);
    let right = match len {
        10 => at(9),
        12 => at(10) && at(11),
        _ => false,
    };
    (right && d[..2] != [0; 2] && !all_same(&d[..len])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["7723542738", "7711980705", "7730826890", "776928986870"],
        invalid: [("7723542739", "check digit"), ("772354273", "one character less")],
        catches: 98,
    }
}
