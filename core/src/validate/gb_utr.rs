//! Unique Taxpayer Reference of the United Kingdom: ten digits of which the first is the check digit.
//!
//! Source: HMRC, <https://www.gov.uk/find-utr-number>, and its filing specifications. Weights 6, 7, 8, 9, 10, 5, 4, 3, 2
//! over the last nine digits; the sum modulo 11 selects the check digit, two remainders share 2 and two share 1.
//! As payment reference it carries a K; with the tax office in front it has 13 digits.
//! Proves the check digit, not that the reference was issued, nor whether to a person or a company.

use super::{Check, after_prefix, all_same, digits_up_to, weighted_sum};

const WEIGHTS: [u32; 9] = [6, 7, 8, 9, 10, 5, 4, 3, 2];
const CHECKS: [u8; 11] = [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let text = after_prefix(text, b"K");
    let text = text.strip_suffix(b"K").or(text.strip_suffix(b"k")).unwrap_or(text);
    let Some((d, len)) = digits_up_to::<13>(text) else { return Check::Invalid };
    let utr = match len {
        10 => &d[..10],
        13 => &d[3..],
        _ => return Check::Invalid,
    };
    let rest = weighted_sum(&utr[1..], &WEIGHTS) % 11;
    (!all_same(utr) && CHECKS[rest as usize] == utr[0]).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["3282497350", "11234 56789", "1955839661", "3282497350K", "k3282497350"],
        invalid: [
            ("4282497350", "check digit"),
            ("3282497530", "two digits swapped"),
            ("0000000000", "all digits the same"),
            ("0123456789", "0 is no check digit"),
            ("328249735", "9 digits"),
            ("32824973501", "11 digits"),
        ],
        catches: 90,
    }
}
