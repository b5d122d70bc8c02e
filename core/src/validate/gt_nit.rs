//! Taxpayer number of Guatemala (NIT): up to eleven digits and a check digit or K.
//!
//! Source: Superintendencia de Administración Tributaria, <https://portal.sat.gob.gt>. Weights 2, 3, 4 and on from
//! the right; 11 less the sum modulo 11, where 10 is K.

use super::{Check, alnum_up_to, digits_up_to};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len @ 5..)) = alnum_up_to::<12>(text) else { return Check::Invalid };
    let Some((d, body)) = digits_up_to::<11>(&c[..len - 1]) else { return Check::Invalid };
    let sum: u32 = d[..body].iter().rev().zip(2..).map(|(&d, weight)| u32::from(d) * weight).sum();
    let check = match (11 - sum % 11) % 11 {
        10 => b'K',
        digit => b'0' + digit as u8,
    };
    (d[0] != 0 && c[len - 1] == check).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["84301279", "25121596", "40115658", "73457116"],
        invalid: [("84301270", "check digit"), ("8430127", "one character less")],
        catches: 100,
    }
}
