//! A replacement for a span of the record.

use crate::span::Span;

/// Replaces the bytes of `span` by `replacement`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// Bytes of the record that go.
    pub span: Span,
    /// Where the new bytes lie in the buffer of replacements.
    pub replacement: Span,
}
