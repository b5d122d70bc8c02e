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
        let Haystack { text, closed } = hay;
        let before = match span.start.checked_sub(1) {
            None => self.before.contains_edge(),
            Some(at) => self.before.contains(text[at]),
        };
        if !before {
            return Some(false);
        }
        if self.number && span.start >= 2 && joins(text[span.start - 1]) && text[span.start - 2].is_ascii_digit() {
            return Some(false);
        }
        let Some(&next) = text.get(span.end) else {
            return if closed { Some(self.after.contains_edge()) } else { None };
        };
        if !self.after.contains(next) {
            return Some(false);
        }
        if self.number && joins(next) {
            return match text.get(span.end + 1) {
                Some(digit) => Some(!digit.is_ascii_digit()),
                None => closed.then_some(true),
            };
        }
        Some(true)
    }
}

fn joins(byte: u8) -> bool {
    matches!(byte, b'.' | b'-')
}
