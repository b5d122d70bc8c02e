//! Stage: the text of a record as a person would read it.
//!
//! Most records are read as they are. Where something hides digits, letters and separators - escapes of JSON and of the
//! web, full-width forms, other scripts' digits, no-break spaces, zero-width characters - a [`View`] holds the plain text
//! and, piece by piece, the bytes of the record that it stands for.
//!
//! A payload with a structure is rendered first, by the walk of its format: a file each.

mod avro;
mod binary;
mod cbor;
mod csv;
mod detect;
mod escape;
mod fold;
mod form;
mod format;
mod json;
mod logfmt;
mod msgpack;
#[cfg(feature = "packed")]
mod packed;
mod place;
mod protobuf;
mod render;
mod schema_error;
mod subject;
#[cfg(test)]
mod testing;
mod time;
mod web;
mod xml;

pub use csv::{Csv, Delimiter, Header};
pub(crate) use detect::detect;
pub(crate) use fold::{ends_cut, has_folds};
pub use format::{Format, Structured};
pub(crate) use json::render_json;
#[cfg(feature = "packed")]
pub(crate) use packed::{MIN_WRAPPED, is_letter, pack_text, unescaped, unpacks};
#[cfg(feature = "packed")]
pub use packed::{Packed, Packing};
pub(crate) use place::{Member, Places};
pub use protobuf::ProtobufHeader;
pub(crate) use render::{Form, Rendering};
pub use render::{Malady, Malformed};
pub use schema_error::SchemaError;
pub(crate) use subject::{Subjects, leaf_at};
pub(crate) use web::{ends_in_web, has_web};
#[cfg(test)]
pub(crate) use {
    format::Walk,
    render::{Container, Name, Renderer},
};

use crate::limits::MAX_IGNORED;
use crate::span::Span;
use fold::Fold;

/// What a view takes for something else than it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds {
    /// JSON escapes.
    pub(crate) escapes: bool,
    /// Characters that read as ASCII, or as nothing.
    pub(crate) folds: bool,
    /// Percent escapes and character references.
    pub(crate) web: bool,
}

/// A plain text with its place in the raw bytes. Buffers are kept between records.
#[derive(Default)]
pub struct View {
    text: Vec<u8>,
    /// In order: the first is at the start of the text, and none is empty.
    pieces: Vec<Piece>,
    /// Raw bytes read: less than there are when the last ones are the beginning of a longer sequence.
    read: usize,
}

/// The plain bytes up to those of the next piece, and what they stand for.
#[derive(Clone, Copy)]
struct Piece {
    plain: u32,
    raw: u32,
    /// Raw bytes of the one character that it is; 0 for a run of raw bytes as they are.
    len: u32,
}

impl View {
    /// Reads `raw`, with escapes decoded and characters folded as asked. In an open text a sequence that the end cuts is
    /// left out.
    ///
    /// Cost: a search for each kind of escape, one for what may fold, and a copy; more only for the characters found.
    pub(crate) fn fill(&mut self, raw: &[u8], closed: bool, kinds: Kinds) {
        let Kinds { escapes, folds, web } = kinds;
        self.text.clear();
        self.text.reserve(raw.len());
        self.pieces.clear();
        let whole = if closed { raw } else { &raw[..raw.len() - fold::cut(raw)] };
        let next_escape = |from: usize| {
            let found = if escapes { memchr::memchr(b'\\', &whole[from..]) } else { None };
            found.map_or(whole.len(), |at| from + at)
        };
        let next_fold = |from: usize| if folds { fold::next(whole, from) } else { whole.len() };
        let next_web = |from: usize| if web { web::next(whole, from) } else { whole.len() };
        let (mut escape, mut fold, mut of_web) = (next_escape(0), next_fold(0), next_web(0));
        // From `start` on nothing is copied yet. The last `ignored` characters before `seen` have no width.
        let (mut start, mut seen, mut ignored) = (0, 0, 0);
        self.read = loop {
            let at = escape.min(fold).min(of_web);
            let escaped = at == escape || at == of_web;
            // By all that there is: a cut character ends the escape before it.
            let is_cut = || if at == escape { escape::is_cut(&raw[at..]) } else { web::is_cut(&raw[at..]) };
            if at == whole.len() || escaped && !closed && is_cut() {
                break at;
            }
            let found = match at {
                _ if at == escape => escape::decode(&whole[at..]),
                _ if at == of_web => web::decode(&whole[at..]),
                _ => fold::decode(&whole[at..]),
            };
            let next = at + found.map_or(1, |(_, len)| len);
            if at == escape {
                escape = next_escape(next);
            }
            if at == of_web {
                of_web = next_web(next);
            }
            // A sequence may hold the start of another one.
            if at == fold || fold < next {
                fold = next_fold(next);
            }
            if escape < next {
                escape = next_escape(next);
            }
            if of_web < next {
                of_web = next_web(next);
            }
            let Some((character, _)) = found else { continue };
            let before = whole[start..at].last().or(self.text.last()).copied();
            let plain = match if folds { fold::fold(character, before) } else { Fold::Itself } {
                Fold::To(byte) => Some(char::from(byte)),
                Fold::Itself => Some(character),
                Fold::Ignored => {
                    ignored = if at == seen { ignored + 1 } else { 1 };
                    seen = next;
                    (ignored > MAX_IGNORED).then_some(character)
                }
            };
            // What stands for itself goes with the run around it.
            if !escaped && plain == Some(character) {
                continue;
            }
            self.run(whole, start, at);
            if let Some(character) = plain {
                self.character(character, at, next);
            }
            start = next;
        };
        self.run(whole, start, self.read);
    }

    /// Appends raw bytes as they are.
    fn run(&mut self, raw: &[u8], start: usize, end: usize) {
        if start < end {
            self.pieces.push(Piece { plain: self.text.len() as u32, raw: start as u32, len: 0 });
            self.text.extend_from_slice(&raw[start..end]);
        }
    }

    /// Appends what the raw bytes `start..end` read as.
    fn character(&mut self, character: char, start: usize, end: usize) {
        self.pieces.push(Piece { plain: self.text.len() as u32, raw: start as u32, len: (end - start) as u32 });
        self.text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    }

    /// The plain text.
    pub(crate) fn text(&self) -> &[u8] {
        &self.text
    }

    /// The raw bytes that a part of the plain text stands for: whole characters.
    pub(crate) fn raw_span(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.raw_offset(span.start);
            return Span::new(at, at);
        }
        let (index, last) = (self.piece_of(span.start), span.end - 1);
        // Most spans are of one piece.
        let end = if last < self.end(index) { index } else { self.piece_of(last) };
        Span::new(self.stands_for(index, span.start).start, self.stands_for(end, last).end)
    }

    /// Where the character that the byte at `at` of the plain text is of starts in the raw bytes.
    pub(crate) fn raw_offset(&self, at: usize) -> usize {
        if at < self.text.len() { self.stands_for(self.piece_of(at), at).start } else { self.read }
    }

    /// The first byte of plain text that stands for raw bytes from `raw` on.
    pub(crate) fn plain_offset(&self, raw: usize) -> usize {
        let Some(index) = self.pieces.partition_point(|piece| (piece.raw as usize) < raw).checked_sub(1) else {
            return 0;
        };
        let piece = self.pieces[index];
        let (plain, bytes) = (piece.plain as usize, self.bytes(index));
        let into = raw - piece.raw as usize;
        if piece.len > 0 || into >= bytes.len() {
            return plain + bytes.len();
        }
        // A character that starts before `raw` does not count.
        let character = fold::around(bytes, into);
        plain + if character.start == into { into } else { character.end }
    }

    /// The piece of the byte at `at` of the plain text.
    fn piece_of(&self, at: usize) -> usize {
        self.pieces.partition_point(|piece| piece.plain as usize <= at) - 1
    }

    /// The raw bytes of the character that the byte at `at` of the plain text is of, in the piece at `index`.
    #[inline]
    fn stands_for(&self, index: usize, at: usize) -> Span {
        let piece = self.pieces[index];
        let (raw, into) = (piece.raw as usize, at - piece.plain as usize);
        match piece.len as usize {
            0 if self.text[at].is_ascii() => Span::new(raw + into, raw + into + 1),
            0 => fold::around(self.bytes(index), into).shifted(raw),
            len => Span::new(raw, raw + len),
        }
    }

    /// The plain bytes of a piece.
    fn bytes(&self, index: usize) -> &[u8] {
        &self.text[self.pieces[index].plain as usize..self.end(index)]
    }

    /// Where the plain bytes of a piece end.
    fn end(&self, index: usize) -> usize {
        self.pieces.get(index + 1).map_or(self.text.len(), |next| next.plain as usize)
    }
}

#[cfg(test)]
mod tests;
