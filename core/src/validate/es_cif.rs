//! Tax number of a legal entity in Spain (CIF): a letter, seven digits, a digit or letter.
//!
//! Source: Agencia Tributaria, Orden EHA/451/2008, <https://sede.agenciatributaria.gob.es>. Luhn over the digits;
//! some letters in front want the check digit as a letter.

use super::{Check, all_same, alnum, digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<9>(text) else { return Check::Invalid };
    let Some(d) = digits::<7>(&c[1..8]) else { return Check::Invalid };
    let sum: u8 = d.iter().enumerate().map(|(i, &d)| if i % 2 == 1 { d } else { d * 2 % 10 + d / 5 }).sum();
    let check = (10 - sum % 10) % 10;
    let (digit, letter) = (c[8] == b'0' + check, c[8] == b"JABCDEFGHI"[usize::from(check)]);
    let right = match c[0] {
        b'A' | b'B' | b'E' | b'H' => digit,
        b'K' | b'P' | b'Q' | b'R' | b'S' | b'N' | b'W' => letter,
        b'C' | b'D' | b'F' | b'G' | b'J' | b'L' | b'M' | b'U' | b'V' => digit || letter,
        _ => false,
    };
    (right && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["B00300152", "B83548636", "B11128766", "B98197908"],
        invalid: [("B00300153", "check digit"), ("B0030015", "one character less")],
        catches: 100,
    }
}
