//! A bearer token of HTTP authentication that is opaque: long, or with a digit among its letters.
//!
//! Source: RFC 6750 section 2.1 (the alphabet). No scheme; tells tokens from the prose and the placeholders that follow
//! the word "bearer". JSON Web Tokens are left to their own rule.

use super::{Check, jwt};

pub(super) fn check(text: &[u8]) -> Check {
    // With or without the header and the scheme before the token; `=` may end the token.
    let token = text.rsplit(|byte| b" \t\"':".contains(byte)).next().unwrap_or_default();
    let end = token.iter().rposition(|&byte| byte != b'=').map_or(0, |at| at + 1);
    let token = token[..end].rsplit(|&byte| byte == b'=').next().unwrap_or_default();
    let has = |class: fn(&u8) -> bool| token.iter().any(class);
    let letters = has(u8::is_ascii_alphabetic);
    let digits = has(u8::is_ascii_digit);
    let mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase);
    let repeated = token.windows(2).all(|pair| pair[0] == pair[1]);
    if repeated || jwt::check(token) == Check::Valid {
        return Check::Invalid;
    }
    match token.len() {
        12.. if letters && digits => Check::Valid,
        20.. if digits || mixed => Check::Valid,
        6.. if digits => Check::Unverified,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "mF_9.B5f-4.1JqM", // RFC 6750 section 2.1
            "Bearer 2YotnFZFEjr1zCsicMWpAA==",
            "authorization: token 5f4dcc3b5aa765d61d8327deb882cf99",
        ],
        unverified: ["Bearer abc-1234", "Bearer 12345678"],
        invalid: [
            ("Bearer token", "a word"),
            ("Bearer realm=", "the challenge of a server"),
            ("Authorization: Bearer", "the scheme alone"),
            ("Bearer xxxxxxxxxxxxxxxxxxxxxxxx", "a placeholder"),
            ("Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UifQ.", "a JSON Web Token"),
        ],
        catches: 0,
    }
}
