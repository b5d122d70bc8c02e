//! Stage: the record with its edits, every other byte as it was.

use crate::edit::Edit;
use crate::span::Span;

/// Appends `record` with `edits` applied, which are in order and disjoint, each giving the place of its new bytes in
/// `replacements`.
///
/// Cost: one copy of the record; allocates only when `out` grows.
pub(crate) fn rewrite(record: &[u8], edits: &[Edit], replacements: &[u8], out: &mut Vec<u8>) {
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
        for &byte in text.get(self.at..to).unwrap_or_default() {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' if self.in_string => self.escaped = true,
                b'"' => self.in_string = !self.in_string,
                _ => {}
            }
        }
        self.at = self.at.max(to);
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
