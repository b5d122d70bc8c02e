//! Stage: the record with its edits, every other byte as it was.

use crate::edit::Edit;
use crate::span::Span;

/// Appends `record` with `edits` applied, which are in order and disjoint, each giving the place of its new bytes in
/// `replacements`.
///
/// Cost: one copy of the record; allocates only when `out` grows.
pub(crate) fn rewrite(record: &[u8], edits: &[Edit], replacements: &[u8], out: &mut Vec<u8>) {
    // Room for all at once, a little too much: what the edits take away is not counted.
    out.reserve(record.len() + replacements.len());
    let mut at = 0;
    for Edit { span, replacement } in edits {
        out.extend_from_slice(&record[at..span.start]);
        out.extend_from_slice(&replacements[replacement.range()]);
        at = span.end;
    }
    out.extend_from_slice(&record[at..]);
}

/// Follows a JSON text: whether what comes next stands in a string.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct JsonPlace {
    in_string: bool,
    escaped: bool,
    /// Bytes read.
    at: usize,
}

/// Bytes looked at on either side of a number for the rest of it, and for the signs between JSON values.
pub(crate) const REACH: usize = 24;

impl JsonPlace {
    /// The same place, of a text of which `at` bytes come before it.
    #[must_use]
    pub(crate) fn at(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// Goes on to `to`.
    pub(crate) fn read(&mut self, text: &[u8], to: usize) {
        let Some(text) = text.get(self.at..to).filter(|text| !text.is_empty()) else { return };
        let mut rest = &text[usize::from(self.escaped)..];
        self.escaped = false;
        loop {
            let escape = memchr::memchr(b'\\', rest);
            // Without escapes, every quote opens a string or closes one.
            let quotes = memchr::memchr_iter(b'"', &rest[..escape.unwrap_or(rest.len())]).count();
            self.in_string ^= quotes % 2 == 1;
            let Some(escape) = escape else { break };
            // What is escaped in a string is no quote.
            let read = escape + if self.in_string { 2 } else { 1 };
            let Some(more) = rest.get(read..) else {
                self.escaped = true;
                break;
            };
            rest = more;
        }
        self.at = to;
    }

    /// The whole number of which `span` is a part, where it is a value outside of strings: it must be replaced whole, by a
    /// string. Bytes before `from` are gone.
    ///
    /// Cost: the text up to the span is read where what stands around it looks like such a value, and only there.
    pub(crate) fn number(&mut self, text: &[u8], span: Span, from: usize) -> Option<Span> {
        let part = |byte: &&u8| is_number_byte(**byte);
        if !text[span.range()].iter().all(|&byte| is_number_byte(byte)) {
            return None;
        }
        let start = span.start - text[from..span.start].iter().rev().take(REACH).take_while(part).count();
        let end = span.end + text[span.end..].iter().take(REACH).take_while(part).count();
        let before = text[..start].iter().rev().take(REACH).find(|byte| !byte.is_ascii_whitespace());
        let after = text[end..].iter().take(REACH).find(|byte| !byte.is_ascii_whitespace());
        let value = matches!(before, Some(b':' | b',' | b'[')) && matches!(after, Some(b',' | b']' | b'}') | None);
        if !value {
            return None;
        }
        self.read(text, span.start);
        (!self.in_string).then_some(Span::new(start, end))
    }
}

/// A byte that JSON numbers are written with.
pub(crate) fn is_number_byte(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, byte by byte.
    fn naive(text: &[u8]) -> (bool, bool) {
        let (mut in_string, mut escaped) = (false, false);
        for &byte in text {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                _ => {}
            }
        }
        (in_string, escaped)
    }

    #[test]
    fn places_are_those_of_the_definition() {
        let text = br#"{"a":"b\"c\\","d\":1,\"e\\\"f":"\u0022\"}"\"#;
        for end in 0..=text.len() {
            for cut in 0..=end {
                let mut place = JsonPlace::default();
                place.read(&text[..end], cut);
                place.read(&text[..end], end);
                assert_eq!((place.in_string, place.escaped), naive(&text[..end]), "{cut} {end}");
            }
        }
    }
}
