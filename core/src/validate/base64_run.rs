//! A long run of base64, as an attachment or an image in a message: nobody's number is in it.
//!
//! Source: RFC 4648 section 4. Capitals, small letters and digits must all occur, of 24 kinds or more, and no more than
//! six digits may stand together: a path of a URL with an identifier in it is no such run.

use super::Check;

pub(super) fn check(text: &[u8]) -> Check {
    let text = text.trim_ascii_end();
    let has = |class: fn(&u8) -> bool| text.iter().any(class);
    let mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    let mut seen = 0_u128;
    for &byte in text {
        seen |= 1 << (byte & 127);
    }
    let numbers = text.split(|byte| !byte.is_ascii_digit()).any(|run| run.len() > 6);
    (mixed && seen.count_ones() >= 24 && !numbers).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gun",
            "TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24sIGJ1dCBieSB0aGlz",
        ],
        invalid: [
            ("/api/v1/customers/44051401359/orders/open/items/with/their/lines/and/notes/Q3", "an identifier in a path"),
            ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaa0", "three characters"),
            ("thequickbrownfoxjumpsoverthelazydogthequickbrownfoxjumpsoverthelazydog", "small letters alone"),
            ("da39a3ee5e6b4b0d3255bfef95601890afd80709da39a3ee5e6b4b0d3255bfef95601890", "no capitals"),
        ],
        catches: 0,
    }
}
