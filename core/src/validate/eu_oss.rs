//! One-stop-shop number for value added tax of the European Union: EU (non-Union scheme) with 9 digits, IM (import scheme) or
//! IN (intermediary) with 10: the Member State by its ISO number, a serial number, a check digit.
//!
//! Source: European Commission, <https://vat-one-stop-shop.ec.europa.eu>. How the check digit is made is not published.
//! Proves the Member State.

use super::{Check, digits_up_to, number};

/// Member States by their numbers in ISO 3166-1, and 900 of Northern Ireland.
const STATES: [u64; 28] = [
    40, 56, 100, 191, 196, 203, 208, 233, 246, 250, 276, 300, 348, 372, 380, 428, 440, 442, 470, 528, 616, 620, 642,
    703, 705, 724, 752, 900,
];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((scheme, rest)) = text.split_first_chunk::<2>() else { return Check::Invalid };
    let Some((digits, len)) = digits_up_to::<10>(rest) else { return Check::Invalid };
    let scheme = match scheme.map(|byte| byte.to_ascii_uppercase()) {
        [b'E', b'U'] => len == 9,
        [b'I', b'M' | b'N'] => len == 10,
        _ => false,
    };
    (scheme && STATES.contains(&number(&digits[..3]))).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["EU372022452", "IM4420001201", "im 276 0000012", "IN2760000012"],
        invalid: [
            ("EU373022452", "no Member State 373"),
            ("EU37202245", "8 digits"),
            ("IM442000120", "9 digits"),
            ("EX372022452", "no scheme"),
        ],
        catches: 29,
    }
}
