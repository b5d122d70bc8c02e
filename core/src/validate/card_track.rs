//! Magnetic stripe of a payment card. Track 1: `B`, number, `^`, name, `^`, expiry (YYMM), service code, the issuer's data.
//! Track 2: number, `=` (or `D`), expiry, service code, the issuer's data.
//!
//! Source: ISO/IEC 7813, <https://www.iso.org/standard/43317.html>. Proves Luhn's digit of the number, and a month.

use super::{Check, luhn, ungrouped};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(start) = text.iter().position(u8::is_ascii_digit) else { return Check::Invalid };
    let text = &text[start..];
    let Some(end) = text.iter().position(|byte| !byte.is_ascii_digit()) else { return Check::Invalid };
    let (number, rest) = text.split_at(end);
    // Behind the number of track 1 the name comes first.
    let after = match rest.split_first() {
        Some((b'^', rest)) => rest.iter().position(|&byte| byte == b'^').and_then(|at| rest.get(at + 1..)),
        Some((b'=' | b'D' | b'd', rest)) => Some(rest),
        _ => None,
    };
    let month = after.and_then(|expiry| expiry.get(2..4));
    let month = matches!(month, Some([b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2']));
    let sound = || ungrouped::<19>(number).is_some_and(|digits| luhn(&digits[..number.len()]));
    (month && number.len() >= 12 && sound()).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["%B4111111111111111^DOE/JANE^29121010000000000000?", ";4111111111111111=29121010000000000?", "5555555555554444=2912101", "4111111111111111D29121010000"],
        invalid: [
            (";4111111111111112=29121010000000000?", "check digit"),
            (";4111111111111111=29131010000000000?", "month 13"),
            ("%B4111111111111111^DOE/JANE?", "no expiry"),
            ("4111111111111111", "the number alone"),
        ],
        catches: 50,
    }
}
