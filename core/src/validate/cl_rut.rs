//! National and tax number of Chile (RUN, RUT): up to eight digits and a check digit or K.
//!
//! Source: Servicio de Registro Civil e Identificación, <https://www.registrocivil.cl>. Weights 2 to 7 from the
//! right; 11 less the sum modulo 11, where 10 is K.

use super::{Check, all_same, alnum_up_to, digits_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len @ 8..)) = alnum_up_to::<9>(text) else { return Check::Invalid };
    let Some((d, body)) = digits_up_to::<8>(&c[..len - 1]) else { return Check::Invalid };
    let sum: u32 = d[..body].iter().rev().zip((2..=7).cycle()).map(|(&d, weight)| u32::from(d) * weight).sum();
    let check = match 11 - sum % 11 {
        11 => b'0',
        10 => b'K',
        digit => b'0' + digit as u8,
    };
    (d[0] != 0 && c[len - 1] == check && !all_same(&d[..body])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["519506181", "916173962", "319736514", "91832237K"],
        invalid: [("519506182", "check digit"), ("51950618", "one character less")],
        catches: 100,
    }
}
