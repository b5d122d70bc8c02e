//! Tax number of Slovenia (davčna številka): eight digits; SI in front for the VAT number.
//!
//! Source: Finančna uprava, <https://www.fu.gov.si>. Weights 8 to 2; 11 less the sum modulo 11, where 10 is 0.

use super::{Check, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(inner_digits(text)) else { return Check::Invalid };
    (d[0] != 0 && {
        let rest = 11 - weighted_sum(&d[..7], &[8, 7, 6, 5, 4, 3, 2]) % 11;
        rest != 11 && rest % 10 == u32::from(d[7])
    })
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["86202120", "14800616", "40169413", "47315296"],
        invalid: [("86202121", "check digit"), ("8620212", "one character less")],
        catches: 100,
    }
}
