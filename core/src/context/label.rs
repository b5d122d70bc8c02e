//! The name right before a value: `"key": value`, `key=value`, `Name: value`, `<tag>value`.

use crate::span::Span;

/// A label, and whether the record is structured around it so that it names this value and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) span: Span,
    pub(super) structured: bool,
}

/// Longest label, and most bytes of quotes, brackets and spaces between it and the value.
const LONGEST: usize = 48;
const PADDING: usize = 8;

/// The label of the value that starts at `value`, looking back no further than `from`.
pub(super) fn find(text: &[u8], value: usize, from: usize) -> Option<Label> {
    let text = &text[from..value];
    let at = skip_back(text, text.len(), b" \t\"'`\\[(");
    let (&sign, rest) = text[..at].split_last()?;
    let label = match sign {
        b'=' | b':' => named(rest, sign),
        b'>' if rest.last() == Some(&b'=') => named(&rest[..rest.len() - 1], b'='),
        b'>' => tag(rest),
        _ => None,
    }?;
    Some(Label { span: label.span.shifted(from), ..label })
}

/// The position before at most [`PADDING`] bytes of `padding` that end at `at`.
fn skip_back(text: &[u8], at: usize, padding: &[u8]) -> usize {
    let skipped = text[..at].iter().rev().take(PADDING).take_while(|byte| padding.contains(byte)).count();
    at - skipped
}

fn named(text: &[u8], sign: u8) -> Option<Label> {
    let end = skip_back(text, text.len(), b" \t\"'`\\");
    let quoted = text[end..].iter().any(|byte| matches!(byte, b'"' | b'\'' | b'`'));
    let is_end = |byte: &u8| {
        if quoted { matches!(byte, b'"' | b'\'' | b'`') } else { b",;{}[]()<>&?|\"'\n\t=".contains(byte) }
    };
    let len = text[..end].iter().rev().take(LONGEST).take_while(|byte| !is_end(byte)).count();
    let span = Span::new(end - len, end);
    (!span.is_empty()).then_some(Label { span, structured: quoted || sign == b'=' })
}

fn tag(text: &[u8]) -> Option<Label> {
    let len = text.iter().rev().take(LONGEST).take_while(|&&byte| byte != b'<' && byte != b'>').count();
    let start = text.len() - len;
    let opens = start > 0 && text[start - 1] == b'<' && text.get(start) != Some(&b'/');
    (opens && len > 0).then_some(Label { span: Span::new(start, text.len()), structured: true })
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
            ("<ssn>", Some("ssn"), true),
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
