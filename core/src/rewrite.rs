//! Stage: the record with its edits, every other byte as it was.

use crate::edit::Edit;
use crate::frame::Frame;
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

/// Adds to `edits`, which are in order and disjoint, those of the heads of `frames` whose bodies change length, so that
/// every enclosing length is right. Frames are in order, outer ones first; no edit touches a head.
///
/// Cost: linear in edits and frames.
pub(crate) fn reframe(record: &[u8], frames: &[Frame], edits: &mut Vec<Edit>, replacements: &mut Vec<u8>) {
    // How much longer the body of each open frame becomes, innermost last.
    let mut open: Vec<(&Frame, isize)> = Vec::new();
    let mut heads = Vec::new();
    let mut close = |open: &mut Vec<(&Frame, isize)>, replacements: &mut Vec<u8>| {
        let Some((frame, growth)) = open.pop() else { return };
        let mut growth_of_all = growth;
        if growth != 0 {
            let start = replacements.len();
            let len = (frame.end - frame.head.end).saturating_add_signed(growth);
            (frame.write)(&record[frame.head.range()], len, replacements);
            let replacement = Span::new(start, replacements.len());
            growth_of_all += replacement.len() as isize - frame.head.len() as isize;
            heads.push(Edit { span: frame.head, replacement });
        }
        if let Some((_, outer)) = open.last_mut() {
            *outer += growth_of_all;
        }
    };
    let mut frames = frames.iter().peekable();
    for edit in edits.iter() {
        while let Some(frame) = frames.next_if(|frame| frame.head.start <= edit.span.start) {
            while open.last().is_some_and(|(outer, _)| outer.end <= frame.head.start) {
                close(&mut open, replacements);
            }
            open.push((frame, 0));
        }
        while open.last().is_some_and(|(frame, _)| frame.end < edit.span.end) {
            close(&mut open, replacements);
        }
        if let Some((_, growth)) = open.last_mut() {
            *growth += edit.replacement.len() as isize - edit.span.len() as isize;
        }
    }
    while !open.is_empty() {
        close(&mut open, replacements);
    }
    if !heads.is_empty() {
        edits.append(&mut heads);
        edits.sort_unstable_by_key(|edit| edit.span);
    }
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
        let number = number(text, span, from)?;
        self.read(text, span.start);
        (!self.in_string).then_some(number)
    }
}

/// The whole number of which `span` is a part, where what stands around it looks like that of a JSON value.
fn number(text: &[u8], span: Span, from: usize) -> Option<Span> {
    let part = |byte: &&u8| is_number_byte(**byte);
    if !text[span.range()].iter().all(|&byte| is_number_byte(byte)) {
        return None;
    }
    let start = span.start - text[from..span.start].iter().rev().take(REACH).take_while(part).count();
    let end = span.end + text[span.end..].iter().take(REACH).take_while(part).count();
    let before = text[..start].iter().rev().take(REACH).find(|byte| !byte.is_ascii_whitespace());
    let after = text[end..].iter().take(REACH).find(|byte| !byte.is_ascii_whitespace());
    let value = matches!(before, Some(b':' | b',' | b'[')) && matches!(after, Some(b',' | b']' | b'}') | None);
    value.then_some(Span::new(start, end))
}

/// As [`JsonPlace::number`], in JSON that stands in a string of JSON: the number, and the quote around the name before it,
/// which must be that of a string in its place.
pub(crate) fn embedded_number(text: &[u8], span: Span, from: usize) -> Option<(Span, Span)> {
    let number = number(text, span, from)?;
    let back = |at: usize, skips: &[u8]| {
        let skipped = text[..at].iter().rev().take(REACH).take_while(|byte| skips.contains(byte)).count();
        at - skipped
    };
    // `\"name\": [12`
    let colon = back(number.start, b" \t[").checked_sub(1).filter(|&at| text[at] == b':')?;
    let quote = back(colon, b" \t").checked_sub(1).filter(|&at| text[at] == b'"')?;
    let escaped = back(quote, b"\\");
    (escaped < quote).then_some((number, Span::new(escaped, quote + 1)))
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
    fn numbers_in_embedded_json() {
        let quote = |text: &str| {
            let at = text.find("1234").unwrap();
            let found = embedded_number(text.as_bytes(), Span::new(at, at + 4), 0);
            found.map(|(number, quote)| (text[number.range()].to_owned(), text[quote.range()].to_owned()))
        };
        let some = |number: &str, quote: &str| Some((number.to_owned(), quote.to_owned()));
        assert_eq!(quote(r#"{"a":"{\"b\":1234}"}"#), some("1234", "\\\""));
        assert_eq!(quote(r#"{"a":"{\\\"b\\\": [-91234.5, 2]}"}"#), some("-91234.5", "\\\\\\\""));
        assert_eq!(quote(r#"{"a":"b: 1234, c"}"#), None);
        assert_eq!(quote(r#"{"b":1234}"#), None);
        assert_eq!(quote(r#"{"a":"{\"b\":\"1234\"}"}"#), None);
    }

    #[test]
    fn enclosing_lengths_follow() {
        // A byte of length before each body: outer { "ab", inner { "cd" }, inner { "e" } }.
        let record = b"\x07ab\x02cd\x01e!";
        let write: crate::frame::WriteHead = |_, len, out| {
            // Lengths from 4 on take two bytes, so that heads grow, too.
            if len < 4 { out.push(len as u8) } else { out.extend([0xff, len as u8]) }
        };
        let frame = |start: usize, end| Frame { head: Span::new(start, start + 1), end, write };
        let frames = [frame(0, 8), frame(3, 6), frame(6, 8)];
        let mut replacements = b"WXYZ-".to_vec();
        let mut edits = vec![
            Edit { span: Span::new(4, 5), replacement: Span::new(0, 4) },
            Edit { span: Span::new(7, 8), replacement: Span::new(4, 5) },
        ];
        reframe(record, &frames, &mut edits, &mut replacements);
        let mut out = Vec::new();
        rewrite(record, &edits, &replacements, &mut out);
        assert_eq!(out, b"\xff\x0bab\xff\x05WXYZd\x01-!");
        let mut none = Vec::new();
        reframe(record, &frames, &mut none, &mut replacements);
        assert!(none.is_empty());
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
