//! Lines and columns in a text that goes by in parts.

use memchr::memchr_iter;
use privet_core::Span;

use crate::chunk::Payload;

/// Line of the file and column, from 1, of a byte of a payload.
pub fn place(payload: &Payload<'_>, at: usize) -> (u64, usize) {
    let before = &payload.bytes[..at.min(payload.bytes.len())];
    let lines = memchr_iter(b'\n', before).count() as u64;
    let start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
    (payload.line + lines, before.len() - start + 1)
}

/// Keeps the bytes that findings may still point at, and counts the lines before them.
#[derive(Debug)]
pub struct Locator {
    /// Bytes that are kept.
    recent: Vec<u8>,
    /// Offset of the first of them.
    base: usize,
    /// Line at `counted`.
    line: u64,
    /// Offset at which that line starts.
    line_start: usize,
    /// Line ends before this offset have been counted.
    counted: usize,
}

impl Locator {
    /// At the start of a text, on that line.
    pub fn new(line: u64) -> Self {
        Self { recent: Vec::new(), base: 0, line, line_start: 0, counted: 0 }
    }

    /// The text goes on.
    pub fn push(&mut self, bytes: &[u8]) {
        self.recent.extend_from_slice(bytes);
    }

    /// Line and column, from 1, of an offset that is not before one asked for earlier.
    pub fn place(&mut self, offset: usize) -> (u64, usize) {
        let passed = &self.recent[self.counted - self.base..offset - self.base];
        for at in memchr_iter(b'\n', passed) {
            self.line += 1;
            self.line_start = self.counted + at + 1;
        }
        self.counted = offset;
        (self.line, offset - self.line_start + 1)
    }

    /// The bytes of a span that is still kept.
    pub fn value(&self, span: Span) -> &[u8] {
        &self.recent[span.start - self.base..span.end - self.base]
    }

    /// Keeps the last bytes only: nothing before them is asked for any more.
    pub fn keep(&mut self, last: usize) {
        let cut = self.recent.len().saturating_sub(last);
        let offset = self.base + cut;
        if offset > self.counted {
            self.place(offset);
        }
        let cut = self.counted.min(offset) - self.base;
        self.recent.drain(..cut);
        self.base += cut;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_on_over_what_is_forgotten() {
        let mut locator = Locator::new(1);
        locator.push(b"ab\nc");
        assert_eq!(locator.place(1), (1, 2));
        locator.keep(2);
        locator.push(b"d\n\nef");
        assert_eq!(locator.value(Span::new(3, 5)), b"cd");
        assert_eq!(locator.place(3), (2, 1));
        assert_eq!(locator.place(8), (4, 2));
        locator.keep(0);
        locator.push(b"g");
        assert_eq!(locator.place(9), (4, 3));
    }
}
