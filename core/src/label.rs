//! The name right before a value: `"key": value`, `key=value`, `Name: value`, `<tag>value`.

use crate::span::Span;

/// A label, and whether the record is structured around it so that it names this value and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) span: Span,
    pub(crate) structured: bool,
}

/// Longest label, and most bytes of quotes, brackets and spaces between it and the value.
pub(crate) const LONGEST: usize = 96;
const PADDING: usize = 8;

/// The label of the value that starts at `value`, looking back no further than `from`.
pub(crate) fn find(text: &[u8], value: usize, from: usize) -> Option<Label> {
    let text = &text[from..value];
    let at = skip_back(text, text.len(), BEFORE_VALUE);
    let (&sign, rest) = text[..at].split_last()?;
    let label = match sign {
        b'=' | b':' => named(rest, sign),
        b'>' if rest.last() == Some(&b'=') => named(&rest[..rest.len() - 1], b'='),
        b'>' => tag(rest),
        _ => None,
    }?;
    Some(Label { span: label.span.shifted(from), ..label })
}

/// What a byte is to a label, a bit each.
const BEFORE_VALUE: u8 = 1;
const BEFORE_SIGN: u8 = 2;
const QUOTE: u8 = 4;
const END: u8 = 8;

static KINDS: [u8; 256] = {
    const fn mark(kinds: &mut [u8; 256], bytes: &[u8], kind: u8) {
        let mut i = 0;
        while i < bytes.len() {
            kinds[bytes[i] as usize] |= kind;
            i += 1;
        }
    }
    let mut kinds = [0; 256];
    mark(&mut kinds, b" \t\"'`\\[(", BEFORE_VALUE);
    mark(&mut kinds, b" \t\"'`\\", BEFORE_SIGN);
    mark(&mut kinds, b"\"'`", QUOTE);
    mark(&mut kinds, b",;{}[]()<>&?|\"'\n\t=", END);
    kinds
};

fn is(byte: u8, kind: u8) -> bool {
    KINDS[usize::from(byte)] & kind != 0
}

/// The position before at most [`PADDING`] bytes of a kind that end at `at`.
fn skip_back(text: &[u8], at: usize, padding: u8) -> usize {
    at - text[..at].iter().rev().take(PADDING).take_while(|&&byte| is(byte, padding)).count()
}

fn named(text: &[u8], sign: u8) -> Option<Label> {
    let end = skip_back(text, text.len(), BEFORE_SIGN);
    let quoted = text[end..].iter().any(|&byte| is(byte, QUOTE));
    let ends = if quoted { QUOTE } else { END };
    // Between pairs stands a space; before a colon, it is part of a name in prose.
    let spaced = !quoted && sign == b'=';
    let part = |byte: &&u8| !(is(**byte, ends) || spaced && **byte == b' ');
    let len = text[..end].iter().rev().take(LONGEST).take_while(part).count();
    let span = Span::new(end - len, end);
    (!span.is_empty()).then_some(Label { span, structured: quoted || sign == b'=' })
}

fn tag(text: &[u8]) -> Option<Label> {
    let len = text.iter().rev().take(LONGEST).take_while(|&&byte| byte != b'<' && byte != b'>').count();
    let start = text.len() - len;
    let opens = start > 0 && text[start - 1] == b'<' && text.get(start) != Some(&b'/');
    // Attributes are not part of the name.
    let name = text[start..].iter().position(u8::is_ascii_whitespace).unwrap_or(len);
    (opens && name > 0).then_some(Label { span: Span::new(start, start + name), structured: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (text, label, structured) in [
            ("{\"ssn\": \"", Some("ssn"), true),
            ("{\"order\":1,\"ssn\":", Some("ssn"), true),
            ("{\\\"ssn\\\":\\\"", Some("ssn"), true),
            ("a=1&ssn=", Some("ssn"), true),
            ("{'ids': ['", Some("ids"), true),
            ("ssn => ", Some("ssn"), true),
            ("op=login user id=", Some("id"), true),
            ("<ssn>", Some("ssn"), true),
            ("<ssn kind=\"us\">", Some("ssn"), true),
            ("</b>", None, false),
            ("Hello, my SSN is: ", Some(" my SSN is"), false),
            ("Kontonummer: ", Some("Kontonummer"), false),
            ("call me at ", None, false),
            ("https://", None, false),
            (": ", None, false),
            ("", None, false),
        ] {
            let found = find(text.as_bytes(), text.len(), 0);
            assert_eq!(
                found.map(|label| (&text[label.span.range()], label.structured)),
                label.map(|l| (l, structured))
            );
        }
    }
}
