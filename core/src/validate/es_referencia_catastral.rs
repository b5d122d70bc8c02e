//! Cadastral reference of Spain: fourteen characters of the place, four digits of the part, two check letters.
//!
//! Source: Dirección General del Catastro, <https://www.catastro.hacienda.gob.es>. Each check letter is of one half of the
//! place and the four digits: a weighted sum modulo 23, letters counted from A as 1 with Ñ among them. The weights were
//! compared with an independent implementation. Proves the letters, not that the property is there.

use super::{Check, alnum};

/// What a remainder is written as.
const LETTERS: &[u8; 23] = b"MQWERTYUIOPASDFGHJKLBZX";

const WEIGHTS: [u32; 11] = [13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<20>(text) else { return Check::Invalid };
    let letter = |half: &[u8]| {
        let sum: u32 = half.iter().chain(&c[14..18]).zip(WEIGHTS).map(|(&c, weight)| value(c) * weight).sum();
        LETTERS[(sum % 23) as usize]
    };
    (c[18..] == [letter(&c[..7]), letter(&c[7..14])]).into()
}

fn value(character: u8) -> u32 {
    u32::from(match character {
        b'0'..=b'9' => character - b'0',
        b'A'..=b'N' => character - b'A' + 1,
        // Ñ is 15.
        _ => character - b'A' + 2,
    })
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["9458073TH2157B0001PT", "6819303UK2621B0002BZ", "9972200VH2245B0003SM", "49909A514547527720MY"],
        invalid: [("9458073TH2157B0001PA", "check letter"), ("9872023VH5797S0001W", "one character less")],
        catches: 100,
    }
}
