//! Taxpayer number of Venezuela (RIF): a letter and nine digits.
//!
//! Source: Servicio Nacional Integrado de Administración Aduanera y Tributaria, <https://www.seniat.gob.ve>. The
//! letter weighs 4, 8, 12, 16 or 20, the digits 3, 2, 7, 6, 5, 4, 3, 2; 11 less the sum modulo 11.

use super::{Check, all_same, alnum, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<10>(text) else { return Check::Invalid };
    let Some(d) = digits::<9>(&c[1..]) else { return Check::Invalid };
    let letter = match c[0] {
        b'V' => 4,
        b'E' => 8,
        b'J' | b'C' => 12,
        b'P' => 16,
        b'G' => 20,
        _ => return Check::Invalid,
    };
    let rest = (letter + weighted_sum(&d[..8], &[3, 2, 7, 6, 5, 4, 3, 2])) % 11;
    (!all_same(&d) && u32::from(d[8]) == if rest < 2 { 0 } else { 11 - rest }).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["J771821692", "J013426685", "J309780360", "J568879120"],
        invalid: [("J771821693", "check digit"), ("J77182169", "one character less")],
        catches: 95,
    }
}
