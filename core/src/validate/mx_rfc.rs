//! Taxpayer number of Mexico (RFC): three or four letters, a date, two characters, a check character.
//!
//! Source: Servicio de Administración Tributaria, <https://www.sat.gob.mx>. Weights 13 to 2 over an alphabet with &
//! and Ñ, 11 less the sum modulo 11, where 10 is A. Old numbers may go without: rules take it softly.

use super::{Check, base36, digits, is_date, is_separator, two};

pub(super) fn check(text: &[u8]) -> Check {
    // Ñ is one character of two bytes: `*` stands for it here.
    let mut c = [0; 13];
    let mut len = 0;
    let mut bytes = text.iter().copied().filter(|byte| !is_separator(*byte));
    while let Some(byte) = bytes.next() {
        let letter = match byte {
            0xc3 if matches!(bytes.next(), Some(0x91 | 0xb1)) => b'*',
            b'&' => b'&',
            byte if byte.is_ascii_alphanumeric() => byte.to_ascii_uppercase(),
            _ => return Check::Invalid,
        };
        let Some(place) = c.get_mut(len) else { return Check::Invalid };
        *place = letter;
        len += 1;
    }
    if len < 12 {
        return Check::Invalid;
    }
    let names = len - 9;
    let Some(d) = digits::<6>(&c[names..names + 6]) else { return Check::Invalid };
    let date = is_date(2000 + two(d[0], d[1]), two(d[2], d[3]), two(d[4], d[5]));
    if !date || c[..names].iter().any(u8::is_ascii_digit) {
        return Check::Invalid;
    }
    // 0-9, A-N, &, O-Z, a space, Ñ.
    let value = |byte: u8| match byte {
        b'&' => 24,
        b'*' => 38,
        _ => base36(byte).map_or(0, |value| value + u32::from(byte > b'N')),
    };
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
        valid: ["&CA840101TU9", "WUEH800110TU4", "XCMU810211FH2", "WMAT820312CN5", "KPCX830413LU3"],
        invalid: [("WUEH800110TU5", "check digit"), ("WUEH800110TU", "one character less")],
        catches: 100,
    }
}
