//! Number of an identity card of Poland: three letters, a check digit, five digits.
//!
//! Source: Ministerstwo Cyfryzacji, <https://www.gov.pl>. Weights 7, 3, 1 around the check digit, letters from 10
//! on; the sum modulo 10.

use super::{Check, alnum, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<9>(text) else { return Check::Invalid };
    let Some(d) = digits::<6>(&c[3..]) else { return Check::Invalid };
    if !c[..3].iter().all(u8::is_ascii_uppercase) {
        return Check::Invalid;
    }
    let letters: u32 =
        c[..3].iter().zip([7, 3, 1]).map(|(&letter, weight)| u32::from(letter - b'A' + 10) * weight).sum();
    ((letters + weighted_sum(&d[1..], &[7, 3, 1, 7, 3])) % 10 == u32::from(d[0])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["GHK475962", "WZU065499", "RHP000511", "BJS392510"],
        invalid: [("GHK475963", "check digit"), ("GHK47596", "one character less")],
        catches: 100,
    }
}
