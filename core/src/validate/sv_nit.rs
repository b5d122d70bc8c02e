//! Taxpayer number of El Salvador (NIT): place, date, three digits, check digit.
//!
//! Source: Ministerio de Hacienda, <https://www.mh.gob.sv>. Weights 14 to 2 until serial 100 and by a rule of their
//! own from there on; modulo 11.

use super::{Check, digits, number, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<14>(text) else { return Check::Invalid };
    (matches!(d[0], 0 | 1 | 9) && {
        let weights: [u32; 13] = if number(&d[10..13]) <= 100 {
            [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
        } else {
            [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
        };
        let sum = weighted_sum(&d[..13], &weights);
        let check = if number(&d[10..13]) <= 100 { sum % 11 % 10 } else { (11 - sum % 11) % 11 % 10 };
        check == u32::from(d[13])
    })
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["96644681931449", "06240076154670", "06140111572958", "96644306291475"],
        invalid: [("96644681931440", "check digit"), ("9664468193144", "one character less")],
        catches: 97,
    }
}
