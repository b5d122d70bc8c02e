//! What may stand beside a match.

use super::Haystack;
use crate::byte_set::ByteSet;
use crate::span::Span;

/// The neighbours that a pattern accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// The byte before, or the edge.
    pub before: ByteSet,
    /// The byte after, or the edge.
    pub after: ByteSet,
    /// Nor a digit joined by a dot or hyphen, on either side.
    pub number: bool,
}

impl Guard {
    /// True when the match may stand there; `None` when that depends on text that is not there yet.
    pub(super) fn admits(&self, hay: Haystack<'_>, span: Span) -> Option<bool> {
        let Haystack { text, closed, .. } = hay;
        let before = match span.start.checked_sub(1) {
            None => self.before.contains_edge(),
            Some(at) => self.before.contains(text[at]),
        };
        let after = match text.get(span.end) {
            None => closed.then(|| self.after.contains_edge()),
            Some(&next) => Some(self.after.contains(next)),
        };
        match (before, after) {
            (false, _) => Some(false),
            (true, Some(true)) if self.number => self.is_apart(hay, span),
            (true, after) => after,
        }
    }

    /// True when no digit is joined to the match; `None` when that is not known yet.
    pub(super) fn is_apart(&self, hay: Haystack<'_>, span: Span) -> Option<bool> {
        let Haystack { text, closed, .. } = hay;
        if span.start >= 2 && joins(text[span.start - 1]) && text[span.start - 2].is_ascii_digit() {
            return Some(false);
        }
        match text.get(span.end) {
            None => closed.then_some(true),
            Some(&next) if joins(next) => match text.get(span.end + 1) {
                None => closed.then_some(true),
                Some(digit) => Some(!digit.is_ascii_digit()),
            },
            Some(_) => Some(true),
        }
    }
}

fn joins(byte: u8) -> bool {
    matches!(byte, b'.' | b'-')
}
