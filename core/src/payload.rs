//! Stage: the text of a record as a person would read it.
//!
//! Most records are read as they are. Where JSON escapes or characters hide digits, letters and separators - full-width
//! forms, other scripts' digits, no-break spaces, zero-width characters - a [`View`] holds the plain text and, for each
//! byte of it, the bytes of the record that it stands for.

mod escape;
mod fold;

pub(crate) use fold::{ends_cut, has_folds};

use crate::limits::MAX_IGNORED;
use crate::span::Span;

/// A plain text with its place in the raw bytes. Buffers are kept between records.
#[derive(Default)]
pub struct View {
    text: Vec<u8>,
    starts: Vec<u32>,
    ends: Vec<u32>,
    /// Raw bytes read: less than there are when the last ones are the beginning of a longer sequence.
    read: usize,
}

impl View {
    /// Reads `raw`, with JSON escapes decoded and characters folded as asked. In an open text a sequence that the end
    /// cuts is left out.
    pub(crate) fn fill(&mut self, raw: &[u8], closed: bool, escapes: bool, folds: bool) {
        self.text.clear();
        self.starts.clear();
        self.ends.clear();
        let (mut at, mut ignored) = (0, 0);
        while at < raw.len() {
            let rest = &raw[at..];
            if !closed && rest.len() < escape::LONGEST && (escapes && escape::is_cut(rest) || fold::is_cut(rest)) {
                break;
            }
            let plain = |byte: u8| byte < 0x80 && !(escapes && byte == b'\\');
            // Most of a text is as it reads. Near the end of an open one each byte is looked at.
            let sure = if closed { rest.len() } else { rest.len().saturating_sub(escape::LONGEST) };
            let run = rest[..sure].iter().take_while(|&&byte| plain(byte)).count();
            if run > 0 {
                self.text.extend_from_slice(&rest[..run]);
                self.starts.extend(at as u32..(at + run) as u32);
                self.ends.extend((at + 1) as u32..(at + run + 1) as u32);
                (at, ignored) = (at + run, 0);
                continue;
            }
            let plain = plain(rest[0]);
            let (character, len) = if plain {
                (Character::byte(rest[0]), 1)
            } else if let Some(read) = escapes.then(|| escape::decode(rest)).flatten() {
                read
            } else {
                fold::decode(rest)
            };
            let folded = if folds { character.folded(self.text.last().copied()) } else { Some(character) };
            match folded {
                Some(character) => {
                    self.push(character, at, at + len);
                    ignored = 0;
                }
                None if ignored < MAX_IGNORED => ignored += 1,
                None => self.push(character, at, at + len),
            }
            at += len;
        }
        self.read = at;
    }

    fn push(&mut self, character: Character, start: usize, end: usize) {
        for &byte in character.bytes() {
            self.text.push(byte);
            self.starts.push(start as u32);
            self.ends.push(end as u32);
        }
    }

    /// The plain text.
    pub(crate) fn text(&self) -> &[u8] {
        &self.text
    }

    /// The raw bytes that a part of the plain text stands for.
    pub(crate) fn raw_span(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.raw_offset(span.start);
            return Span::new(at, at);
        }
        Span::new(self.starts[span.start] as usize, self.ends[span.end - 1] as usize)
    }

    /// Where the byte at `at` of the plain text starts in the raw bytes.
    pub(crate) fn raw_offset(&self, at: usize) -> usize {
        self.starts.get(at).map_or(self.read, |&start| start as usize)
    }

    /// The first byte of plain text that stands for raw bytes from `raw` on.
    pub(crate) fn plain_offset(&self, raw: usize) -> usize {
        self.starts.partition_point(|&start| (start as usize) < raw)
    }
}

/// Up to four bytes of UTF-8, or one byte that is none.
#[derive(Clone, Copy)]
struct Character {
    bytes: [u8; 4],
    len: u8,
}

impl Character {
    fn byte(byte: u8) -> Self {
        Self { bytes: [byte, 0, 0, 0], len: 1 }
    }

    fn scalar(character: char) -> Self {
        let mut bytes = [0; 4];
        let len = character.encode_utf8(&mut bytes).len() as u8;
        Self { bytes, len }
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    /// What it reads as, `None` when it is not seen at all.
    fn folded(self, before: Option<u8>) -> Option<Self> {
        if self.len == 1 {
            return Some(self);
        }
        let Some(character) = std::str::from_utf8(self.bytes()).ok().and_then(|text| text.chars().next()) else {
            return Some(self);
        };
        match fold::fold(character, before) {
            fold::Fold::To(byte) => Some(Self::byte(byte)),
            fold::Fold::Ignored => None,
            fold::Fold::Itself => Some(self),
        }
    }
}

#[cfg(test)]
mod tests;
