//! A password after its label: not a placeholder, not a word that says something about the password.
//!
//! No scheme. Source: what stands after `password:` in logs, forms, code and API descriptions; that a password of any
//! characters is allowed is NIST SP 800-63B section 3.1.1.2. Proves of the value only that it has four characters or
//! more and is no variable, no mask and none of the words below.

use super::Check;

/// How the labels of the rule begin: with one of them (or a letter beyond ASCII) in front, the text is label and value.
const LABELS: &[&str] = &[
    "pass", "pwd", "psw", "pw", "mot", "mdp", "kennw", "wachtw", "adgangs", "salasana", "contrase", "senha", "has",
    "hesl", "jelsz", "parol", "--", "://",
];

/// A value that begins like this is filled in from elsewhere: by a shell, a template, code.
const VARIABLES: &[&str] = &[
    "${", "$(", "{{", "{%", "%(", "args.", "config.", "credentials.", "ctx.", "data.", "env.", "form.", "getenv",
    "getpass", "http://", "https://", "input(", "options.", "opts.", "os.environ", "os.getenv", "params.",
    "process.env", "props.", "req.", "request.", "self.", "settings.", "state.", "system.getenv", "this.", "user.",
];

/// Values that are a state, a type or the beginning of prose. Their beginnings are refused, too: of a match that fails,
/// a shorter one is tried.
const WORDS: &[&str] = &[
    "accepted", "also", "argument", "been", "blank", "bool", "boolean", "cannot", "changed", "char", "correct",
    "denied", "disabled", "does", "empty", "enabled", "encrypted", "enter", "error", "expired", "failed", "failure",
    "false", "field", "filtered", "forgot", "forgotten", "from", "hash", "hashed", "have", "hidden", "incorrect",
    "input", "integer", "invalid", "length", "less", "locked", "login", "masked", "match", "matches", "mismatch",
    "missing", "more", "must", "need", "needed", "needs", "never", "none", "null", "object", "okay", "omitted",
    "option", "optional", "passed", "passwd", "password", "please", "prompt", "protected", "provided", "redacted",
    "refused", "rejected", "removed", "required", "reset", "secret", "sent", "should", "string", "success", "text",
    "than", "that", "this", "true", "undefined", "unknown", "unset", "updated", "valid", "varchar", "weak", "were",
    "what", "when", "will", "with", "wrong", "your",
];

pub(super) fn check(text: &[u8]) -> Check {
    let value = value(text).trim_ascii();
    let word = bare_word(value);
    let repeated = value.windows(2).all(|pair| pair[0] == pair[1]) || word.windows(2).all(|pair| pair[0] == pair[1]);
    let refused = value.len() < 4
        || repeated
        || VARIABLES.iter().any(|name| starts_with(value, name) || starts_with(name.as_bytes(), value))
        || value.strip_prefix(b"$").is_some_and(|name| name.iter().all(|b| b.is_ascii_uppercase() || *b == b'_'))
        || WORDS.iter().any(|w| starts_with(w.as_bytes(), word));
    (!refused).into()
}

/// The value without the brackets and marks around it: `[REDACTED].` is a word, too.
fn bare_word(value: &[u8]) -> &[u8] {
    let around = |byte: &u8| b".,;:!?<>()[]{}\"'`*".contains(byte);
    let end = value.iter().rposition(|byte| !around(byte)).map_or(0, |at| at + 1);
    let start = value[..end].iter().position(|byte| !around(byte)).unwrap_or(0);
    &value[start..end]
}

/// What stands after the label, or everything when there is no label.
fn value(text: &[u8]) -> &[u8] {
    let foreign = text.first().is_some_and(|byte| !byte.is_ascii());
    if !foreign && !LABELS.iter().any(|label| starts_with(text, label)) {
        return text;
    }
    // `://user:value@`, then `label: value`, then `label value` and `label is value`.
    let rest = text.strip_prefix(b"://").unwrap_or(text);
    let mark =
        rest.iter().position(|byte| b":=>".contains(byte)).or_else(|| rest.iter().rposition(|&byte| byte == b' '));
    let rest = mark.map_or(rest, |at| &rest[at..]);
    let start = rest.iter().position(|byte| !b":=> \t\"'\\".contains(byte));
    start.map_or(b"", |at| &rest[at..])
}

fn starts_with(text: &[u8], prefix: impl AsRef<[u8]>) -> bool {
    let prefix = prefix.as_ref();
    text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "hunter2",
            "password: Tr0ub4dor&3",
            "passwd\": \"correct horse",
            "pwd=a:b=c",
            "password=$ecret-99",
            "password is s3cret!",
            "://bob:s3cret@",
            "пароль: Ёжик-77",
        ],
        invalid: [
            ("password: null", "a state"),
            ("Required!", "a state"),
            ("require", "a state, cut"),
            ("password=********", "a mask"),
            ("pass: xxxx", "a mask"),
            ("password: [redacted]", "a mask"),
            ("password=$DB_PASS", "a variable"),
            ("password: ${DB_PASSWORD}", "a variable"),
            ("pwd={{ .Values.pwd }}", "a template"),
            ("password=self.password", "code"),
            ("password: abc", "too short"),
            ("password", "the label alone"),
            ("", "nothing"),
        ],
        catches: 0,
    }
}
