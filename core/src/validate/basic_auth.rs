//! Credentials of HTTP Basic authentication: base64 of user, colon and password.
//!
//! Source: RFC 7617 section 2. What is decoded must be UTF-8 without control characters and hold a colon, which a word
//! after "basic" does not.

use super::{Check, base64};

pub(super) fn check(text: &[u8]) -> Check {
    // With or without the scheme's name before the credentials.
    let token = text.rsplit(|byte| b" \t".contains(byte)).next().unwrap_or_default();
    let padding = token.iter().rev().take_while(|&&byte| byte == b'=').count();
    let mut plain = [0; 256];
    let mut len = 0;
    for byte in base64(&token[..token.len() - padding]).take(plain.len()) {
        let Some(byte) = byte else { return Check::Invalid };
        plain[len] = byte;
        len += 1;
    }
    // The 256 bytes may end within a character.
    let plain = match str::from_utf8(&plain[..len]) {
        Ok(_) => &plain[..len],
        Err(error) if error.error_len().is_none() && len == plain.len() => &plain[..error.valid_up_to()],
        Err(_) => return Check::Invalid,
    };
    (plain.len() >= 3 && plain.contains(&b':') && !plain.iter().any(u8::is_ascii_control)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "QWxhZGRpbjpvcGVuIHNlc2FtZQ==", // RFC 7617 section 2
            "Basic dGVzdDoxMjPCow==",       // RFC 7617 section 2.1
            "basic YWxpY2U6c2VjcmV0",
        ],
        invalid: [
            ("Basic information", "decodes to no text"),
            ("Basic YWxpY2VzZWNyZXQ=", "no colon"),
            ("Basic YWxpY2U6CnNlY3JldA==", "a line feed inside"),
            ("Basic YWxp*2U6c2VjcmV0", "not base64"),
        ],
        catches: 0,
    }
}
