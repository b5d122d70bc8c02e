//! Taxpayer number of Mexico (RFC): three or four letters, a date, two characters, a check character.
//!
//! Source: Servicio de Administración Tributaria, <https://www.sat.gob.mx>. Weights 13 to 2 over an alphabet with &
//! and Ñ, 11 less the sum modulo 11, where 10 is A. Old numbers may go without: rules take it softly.

use super::{Check, alnum_up_to, base36, digits, is_date, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len @ 12..)) = alnum_up_to::<13>(text) else { return Check::Invalid };
    let names = len - 9;
    let Some(d) = digits::<6>(&c[names..names + 6]) else { return Check::Invalid };
    if !c[..names].iter().all(u8::is_ascii_uppercase)
        || !is_date(2000 + two(d[0], d[1]), two(d[2], d[3]), two(d[4], d[5]))
    {
        return Check::Invalid;
    }
    // 0-9, A-N, &, O-Z, a space, Ñ.
    let value = |byte: u8| base36(byte).map_or(0, |value| u32::from(value) + u32::from(byte > b'N'));
    let filler = if len == 12 { 37 * 13 } else { 0 };
    let sum: u32 = c[..len - 1].iter().zip((2..=len as u32).rev()).map(|(&byte, weight)| value(byte) * weight).sum();
    let expected = match (11 - (sum + filler) % 11) % 11 {
        10 => b'A',
        digit => b'0' + digit as u8,
    };
    (c[len - 1] == expected).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["WUEH800110TU4", "XCMU810211FH2", "WMAT820312CN5", "KPCX830413LU3"],
        invalid: [("WUEH800110TU5", "check digit"), ("WUEH800110TU", "one character less")],
        catches: 100,
    }
}
