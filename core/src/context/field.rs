//! The value that a match stands in: a quoted string of JSON, a `key=value`, an element - or all of the text.

use memchr::memrchr_iter;

use crate::label::{self, Label};
use crate::span::Span;

/// The value around `found`, looking no further than `window`. `found_label` is the label right before the match.
pub(super) fn around(text: &[u8], found: Span, window: Span, found_label: Option<Label>) -> Span {
    if found_label.is_some_and(|label| label.structured) {
        return Span::new(found.start, value_end(text, found.end, window.end));
    }
    let Some(quote) = opening_quote(text, found.start, window.start) else { return window };
    // A sentence in a string: its words are about the match, and so is the name of the string.
    let name = label::find(text, quote + 1, window.start).filter(|label| label.structured);
    let start = name.map_or(quote + 1, |name| name.span.start);
    Span::new(start, value_end(text, found.end, window.end))
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
            let label = label::find(text.as_bytes(), at, 0);
            let found = around(text.as_bytes(), Span::new(at, at + 4), Span::new(0, text.len()), label);
            assert_eq!(&text[found.range()], value, "{text}");
        }
    }
}
