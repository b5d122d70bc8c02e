//! Value of a personal field in the query of a URL or in a form's body.
//!
//! Source: RFC 3986 clause 3.4, and the form encoding of the URL Standard, <https://url.spec.whatwg.org/>. There is
//! nothing to check but that a value was given: switches, words for none, masks and placeholders are refused.

use super::Check;

const NONE: &[&str] = &[
    "0", "1", "any", "asc", "desc", "false", "filtered", "hidden", "masked", "n/a", "nil", "no", "none", "null", "off",
    "on", "optional", "redacted", "removed", "required", "string", "true", "undefined", "yes",
];

pub(super) fn check(text: &[u8]) -> Check {
    let open = text.strip_prefix(b"[").unwrap_or(text);
    let word = open.strip_suffix(b"]").unwrap_or(open);
    let none = NONE.iter().any(|none| word.eq_ignore_ascii_case(none.as_bytes()));
    let masked = word.iter().all(|byte| matches!(byte, b'*' | b'.' | b'x' | b'X' | b'-' | b'_' | b'+'));
    let placeholder = matches!(word, [b'$' | b':', b'A'..=b'Z' | b'a'..=b'z' | b'_', ..]) || word == b"%s";
    (!none && !masked && !placeholder).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["bob%40example.com", "+48600700800", "Jan", "hunter2", "1985-04-12", "José", "$2b$10$abc"],
        invalid: [
            ("true", "switch"),
            ("NULL", "none"),
            ("****", "mask"),
            ("[REDACTED", "taken out"),
            (":email", "placeholder"),
            ("$TOKEN", "placeholder"),
            ("", "empty"),
        ],
        catches: 0,
    }
}
