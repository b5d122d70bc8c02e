//! User and password in the authority of a URL: `user:password`, or the password alone where no user is given.
//!
//! Source: RFC 3986 clause 3.2.1. There is nothing to check but that the password is none: a mask (`****`, `xxxxx`), a
//! placeholder (`%s`, `$PASSWORD`) or a word for one that was taken out. Proves nothing of the account.

use super::Check;

const REMOVED: &[&str] = &["redacted", "masked", "hidden", "filtered", "removed"];

pub(super) fn check(text: &[u8]) -> Check {
    let password = text.iter().position(|byte| *byte == b':').and_then(|at| text.get(at + 1..)).unwrap_or(text);
    let masked = password.iter().all(|byte| matches!(byte, b'*' | b'.' | b'x' | b'X' | b'-' | b'_'));
    let placeholder = matches!(password, [b'$' | b'%', b'A'..=b'Z' | b'_' | b's', ..]) && !is_escape(password);
    let removed = password
        .split(|byte| !byte.is_ascii_alphabetic())
        .any(|word| REMOVED.iter().any(|removed| word.eq_ignore_ascii_case(removed.as_bytes())));
    (!password.is_empty() && !masked && !placeholder && !removed).into()
}

/// `%C3`: a byte, not a placeholder.
fn is_escape(password: &[u8]) -> bool {
    matches!(password, [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["bob:s3cr3t", "admin:p@ss:word", "s3cr3t", "guest:guest", "bob:%C3%A9t%C3%A9", "root:123456"],
        invalid: [
            ("bob:****", "mask"),
            ("bob:xxxxx", "mask"),
            ("bob:$DB_PASSWORD", "placeholder"),
            ("bob:%s", "placeholder"),
            ("bob:[REDACTED]", "taken out"),
            ("bob:", "no password"),
        ],
        catches: 0,
    }
}
