//! Unix time in seconds, milliseconds, microseconds or nanoseconds: 10, 13, 16 or 19 digits.
//!
//! Source: IEEE Std 1003.1 (POSIX), "Seconds Since the Epoch". Valid from 2018 to 2030, when most messages of today were
//! written; unverified from 2001-09-09 (10 digits at all) to 2040, since one identifier of ten digits in eight falls
//! into that range.

use super::{Check, digits_up_to, number, ungrouped};

pub(super) fn check(text: &[u8]) -> Check {
    let digits = ungrouped::<19>(text).map(|digits| (digits, text.len())).or_else(|| {
        // A fraction after whole seconds does not count.
        digits_up_to(text.split(|&byte| byte == b'.').next()?)
    });
    let Some((digits, 10 | 13 | 16 | 19)) = digits else { return Check::Invalid };
    match number(&digits[..10]) {
        1_514_764_800..1_893_456_000 => Check::Valid,
        1_000_000_000..2_208_988_800 => Check::Unverified,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1732183872", "1732183872123", "1732183872123456", "1732183872123456789", "1732183872.123"],
        unverified: ["1000000000", "1999999999", "2208988799999"],
        invalid: [
            ("0999999999", "before 2001-09-09"),
            ("2208988800", "2040"),
            ("9732183872", "2278"),
            ("17321838721", "11 digits"),
            ("17321838721234567890", "20 digits"),
        ],
        catches: 4,
    }
}
