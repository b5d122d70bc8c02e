//! Health insurance number of Germany (Krankenversichertennummer): a letter and nine digits that stay for life.
//!
//! Source: GKV-Spitzenverband, section 290 SGB V, <https://www.gkv-datenaustausch.de>. The letter counts as two
//! digits; weights 1 and 2 in turn, the sums of digits modulo 10.

use super::{Check, alnum, digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<10>(text) else { return Check::Invalid };
    let Some(d) = digits::<9>(&c[1..]) else { return Check::Invalid };
    if !c[0].is_ascii_uppercase() {
        return Check::Invalid;
    }
    let letter = c[0] - b'A' + 1;
    let body = [letter / 10, letter % 10].into_iter().chain(d[..8].iter().copied());
    let sum: u32 = body.enumerate().map(|(i, d)| u32::from(if i % 2 == 0 { d } else { d * 2 % 10 + d / 5 })).sum();
    (sum % 10 == u32::from(d[8])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["B016077648", "L389709236", "K223290219", "P085256782"],
        invalid: [("B016077649", "check digit"), ("B01607764", "one character less")],
        catches: 100,
    }
}
