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

/// True when `span` is a whole number of a JSON text: what replaces it must become a string, or the text is broken.
pub(crate) fn is_json_number(record: &[u8], span: Span) -> bool {
    let before = record[..span.start].iter().rev().find(|byte| !byte.is_ascii_whitespace());
    let after = record[span.end..].iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(before, Some(b':' | b',' | b'['))
        && matches!(after, Some(b',' | b']' | b'}'))
        && record[span.range()].iter().all(u8::is_ascii_digit)
}
