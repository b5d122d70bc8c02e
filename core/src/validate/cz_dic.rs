//! Tax number of Czechia (DIČ): CZ and eight digits of a company, or the birth number of a person.
//!
//! Source: Finanční správa, <https://www.financnisprava.cz>. Weights 8 to 2; 11 less the sum modulo 11.

use super::{Check, digits_up_to, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let digits = inner_digits(text);
    let Some((d, len)) = digits_up_to::<10>(digits) else { return Check::Invalid };
    // People without a birth number, by a check of their own that is not published.
    if len == 9 && d[0] == 6 {
        return Check::Unverified;
    }
    if len > 8 {
        return super::cz_rc::check(digits);
    }
    let rest = (11 - weighted_sum(&d[..7], &[8, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    (len == 8 && d[0] != 9 && u32::from(d[7]) == if rest == 0 { 1 } else { rest % 10 }).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["CZ23166967", "CZ20733780", "CZ26611856", "CZ21721661"],
        invalid: [("CZ23166968", "check digit"), ("CZ2316696", "one character less")],
        catches: 98,
    }
}
