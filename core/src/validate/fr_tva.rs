//! VAT number of France and Monaco: FR, a key of two, the SIREN.
//!
//! Source: Direction générale des Finances publiques, <https://www.impots.gouv.fr>. A key of digits is 12 plus
//! three times the remainder of the SIREN by 97; one with a letter is taken as it is. The numbers of Monaco begin
//! with 000.

use super::{Check, alnum_up_to, digits, luhn, number, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<13>(text) else { return Check::Invalid };
    let Some(body) = c[..len].strip_prefix(b"FR").filter(|body| body.len() == 11) else { return Check::Invalid };
    let Some(siren) = digits::<9>(&body[2..]) else { return Check::Invalid };
    let issued = luhn(&siren) || siren.starts_with(&[0; 3]);
    match digits::<2>(&body[..2]) {
        Some(key) => (issued && (number(&siren) * 100 + 12) % 97 == u64::from(two(key[0], key[1]))).into(),
        None if body[..2].iter().any(|byte| matches!(byte, b'I' | b'O')) => Check::Invalid,
        None if issued => Check::Unverified,
        None => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["FR42344034954", "FR53362478182", "FR00574494621", "FR36284675899"],
        invalid: [("FR42344034955", "check digit"), ("FR4234403495", "one character less")],
        catches: 100,
    }
}
