//! IMEI: 15 digits, the type allocation code (8), a serial number (6) and a Luhn digit; IMEISV: 16 digits, the last two
//! a software version instead of the check digit.
//!
//! Source: 3GPP TS 23.003 clause 6, GSMA TS.06. The first two digits name the body that allocated the code: a number of
//! none of them, and every IMEISV, is `Unverified`. Proves the check digit, not that the device exists.

use super::{Check, all_same, digits_up_to, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((digits, len)) = digits_up_to::<16>(text) else { return Check::Invalid };
    let Some(imei) = digits.get(..len) else { return Check::Invalid };
    let allocated = matches!(
        imei,
        [0, 0..=9, ..]
            | [1, 0, ..]
            | [3, 0 | 3 | 5, ..]
            | [4, 4 | 5 | 9, ..]
            | [5, 0..=4, ..]
            | [8, 6, ..]
            | [9, 1 | 8 | 9, ..]
    );
    match len {
        15 if all_same(imei) || !luhn(imei) => Check::Invalid,
        15 if allocated => Check::Valid,
        15 => Check::Unverified,
        16 if allocated && !all_same(imei) => Check::Unverified,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["490154203237518", "35-209900-176148-1", "35 693803 564380 9", "868932036356090"],
        unverified: ["123456789012347", "35-209900-176148-23"],
        invalid: [
            ("490154203237519", "check digit"),
            ("000000000000000", "all zeros"),
            ("49015420323751", "14 digits"),
            ("1234567890123456", "IMEISV of no allocating body"),
            ("35209900176148123", "17 digits"),
        ],
        catches: 100,
    }
}
