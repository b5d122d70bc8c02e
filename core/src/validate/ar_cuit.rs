//! Tax number of Argentina (CUIT, CUIL): two digits, the DNI, a check digit.
//!
//! Source: Agencia de Recaudación y Control Aduanero, <https://www.arca.gob.ar>. Weights 5, 4, 3, 2, 7, 6, 5, 4, 3,
//! 2; 11 less the sum modulo 11, where 10 is 9.

use super::{Check, digits, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    let kind = matches!(two(d[0], d[1]), 20 | 23 | 24 | 25 | 26 | 27 | 30 | 33 | 34 | 50 | 51 | 55);
    let check = match 11 - weighted_sum(&d[..10], &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11 {
        11 => 0,
        // The agency gives another kind instead where it can, and 9 where it cannot.
        10 => 9,
        digit => digit,
    };
    (kind && check == u32::from(d[10])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["24209036734", "20262360076", "20232548429", "20240906962"],
        invalid: [("24209036735", "check digit"), ("2420903673", "one character less")],
        catches: 97,
    }
}
