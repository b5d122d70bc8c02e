//! The value that a match stands in: a quoted string of JSON, a `key=value`, an element - or all of the text.

use memchr::memrchr_iter;

use super::label::{self, Label};
use crate::span::Span;

/// The surroundings of a match, told apart by whether they are about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// The name of the value, where the match is (the start of) the value.
    pub(super) label: Option<Span>,
    /// The value, within the window.
    pub(super) value: Span,
}

/// The field around `found`, looking no further than `window`.
pub(super) fn around(text: &[u8], found: Span, window: Span) -> Field {
    let found_label = label::find(text, found.start, window.start);
    if let Some(Label { span, structured: true }) = found_label {
        let end = value_end(text, found.end, window.end);
        return Field { label: Some(span), value: Span::new(found.start, end) };
    }
    let label = found_label.map(|label| label.span);
    let Some(quote) = opening_quote(text, found.start, window.start) else {
        return Field { label, value: window };
    };
    // A sentence in a string: its words are about the match, and so is the name of the string.
    let name = label::find(text, quote + 1, window.start).filter(|label| label.structured);
    let start = name.map_or(quote + 1, |name| name.span.start);
    Field { label, value: Span::new(start, value_end(text, found.end, window.end)) }
}

/// The quote that opens the string around `at`: one that follows a colon, a comma or a bracket.
fn opening_quote(text: &[u8], at: usize, from: usize) -> Option<usize> {
    memrchr_iter(b'"', &text[from..at]).map(|i| from + i).find(|&i| {
        let before = text[from..i].iter().rev().find(|byte| !matches!(byte, b' ' | b'\\'));
        matches!(before, Some(b':' | b',' | b'[' | b'{' | b'='))
    })
}

/// Where the value ends: at a closing quote, or for an unquoted one where the next begins.
fn value_end(text: &[u8], from: usize, to: usize) -> usize {
    let rest = &text[from..to];
    let ends = |i: &usize| match rest[*i] {
        b'"' => rest[i + 1..].iter().find(|byte| **byte != b' ').is_none_or(|byte| b",}]:)\\\n\r;".contains(byte)),
        b'}' | b']' | b'&' | b'<' => true,
        b',' => rest.get(i + 1) == Some(&b'"'),
        _ => false,
    };
    (0..rest.len()).find(ends).map_or(to, |i| from + i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields() {
        for (text, value) in [
            ("call 1234 now", "call 1234 now"),
            (r#"{"a":"ssn","b":"1234","c":"order"}"#, "1234"),
            (r#"{"a":"ssn","text":"my id is 1234, ok?","c":"order"}"#, r#"text":"my id is 1234, ok?"#),
            (r#"{"a":"ssn","b":1234,"c":"order"}"#, "1234"),
            ("name: 1234 and more", "name: 1234 and more"),
            ("<id>1234</id><b>", "1234"),
            (r#"{"a":"ssn","text":"here it is: 1234","ts":"1"}"#, r#"text":"here it is: 1234"#),
        ] {
            let at = text.find("1234").unwrap();
            let field = around(text.as_bytes(), Span::new(at, at + 4), Span::new(0, text.len()));
            assert_eq!(&text[field.value.range()], value, "{text}");
        }
    }
}
