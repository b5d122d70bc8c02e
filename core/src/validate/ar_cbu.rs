//! Bank account number of Argentina (CBU, CVU): two blocks, each with a check digit.
//!
//! Source: Banco Central de la República Argentina, <https://www.bcra.gob.ar>. Weights 7, 1, 3, 9, 7, 1, 3 and 3,
//! 9, 7, 1 repeated to the right; the check digit fills up the ten.

use super::{Check, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<22>(text) else { return Check::Invalid };
    (weighted_sum(&d[..8], &[7, 1, 3, 9, 7, 1, 3, 1]).is_multiple_of(10)
        && weighted_sum(&d[8..], &[3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3, 1]).is_multiple_of(10)
        && d[8..] != [0; 14])
        .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0179986848381348628375", "4177337249466243969538", "2773077342666837780711", "0578766947947837595884"],
        invalid: [("0179986848381348628376", "check digit"), ("017998684838134862837", "one character less")],
        catches: 100,
    }
}
