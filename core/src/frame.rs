//! A part of a payload with its length written before it.

use crate::span::Span;

/// Appends the head of a frame anew: gets the head as it was and the length of the body.
pub(crate) type WriteHead = fn(head: &[u8], len: usize, out: &mut Vec<u8>);

/// A head that tells how long the body right after it is. Frames nest; they do not overlap.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// The bytes that tell the length, and whatever else has to be written again with it.
    pub(crate) head: Span,
    /// Where the body ends.
    pub(crate) end: usize,
    pub(crate) write: WriteHead,
}
