//! Identity number of Ecuador (cédula): province, type, six digits, a check digit like Luhn's; RUC of a person with
//! 001 behind.
//!
//! Source: Registro Civil, <https://www.registrocivil.gob.ec>; Servicio de Rentas Internas,
//! <https://www.sri.gob.ec>. The RUC of companies and offices, with 9 and 6 at the third place, has weights of its
//! own.

use super::{Check, digits_up_to, luhn, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<13>(text) else { return Check::Invalid };
    let province = matches!(two(d[0], d[1]), 1..=24 | 30 | 50);
    let branch = len == 10 || len == 13 && d[10..] != [0; 3];
    let right = match d[2] {
        0..=5 => luhn(&d[..10]),
        6 if len == 13 => weighted_sum(&d[..9], &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
        9 if len == 13 => weighted_sum(&d[..10], &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
        _ => false,
    };
    match province && branch {
        true if right => Check::Valid,
        // People have been given such numbers since.
        true if len == 13 && d[2] > 5 && luhn(&d[..10]) => Check::Unverified,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0243734423", "0354307100", "2114202829", "2105289165001"],
        invalid: [("0243734424", "check digit"), ("024373442", "one character less")],
        catches: 93,
    }
}
