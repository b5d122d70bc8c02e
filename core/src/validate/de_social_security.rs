//! Pension insurance number of Germany (Versicherungsnummer): area, date of birth, initial of the name at birth,
//! two serial digits, check digit.
//!
//! Source: Deutsche Rentenversicherung, section 147 SGB VI and VKVV, <https://www.deutsche-rentenversicherung.de>.
//! The letter counts as two digits; weights 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1; the sums of digits modulo 10.

use super::{Check, alnum, digits, two};

const WEIGHTS: [u32; 12] = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<12>(text) else { return Check::Invalid };
    let (Some(head), Some(tail)) = (digits::<8>(&c[..8]), digits::<3>(&c[9..])) else { return Check::Invalid };
    if !c[8].is_ascii_uppercase() {
        return Check::Invalid;
    }
    let letter = c[8] - b'A' + 1;
    let body = head.into_iter().chain([letter / 10, letter % 10, tail[0], tail[1]]);
    let digit_sum = |product: u32| product / 10 + product % 10;
    let sum: u32 = body.zip(WEIGHTS).map(|(d, weight)| digit_sum(u32::from(d) * weight)).sum();
    let date = (1..=31).contains(&two(head[2], head[3])) && (1..=12).contains(&two(head[4], head[5]));
    (date && sum % 10 == u32::from(tail[2])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["55100387N454", "45170982H806", "65061047F997", "05171274U202"],
        invalid: [("55100387N455", "check digit"), ("55100387N45", "one character less")],
        catches: 100,
    }
}
