//! The words of a text, each read once for all matches around it.

use super::ascii::Ascii;
use super::heads::Heads;
use super::trie::{Letters, Trie};
use crate::limits::MAX_PHRASE;
use crate::marks::Marked;
use crate::span::Span;
use crate::words::Plain;

/// A word in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sighting {
    /// Its number.
    pub(super) word: u32,
    /// Where it stands.
    pub(super) span: Span,
    /// Where the token ends in which it does: an inflected form goes on.
    pub(super) token_end: usize,
}

/// The words that start in a part of a text, in the order of their starts.
#[derive(Default)]
pub(super) struct Sightings {
    part: Span,
    pub(super) seen: Vec<Sighting>,
    plain: Plain,
}

impl Sightings {
    /// Forgets the text.
    pub(super) fn forget(&mut self) {
        self.part = Span::default();
        self.seen.clear();
    }

    /// The words that stand in a part of the text, reading what has not been read yet.
    ///
    /// Cost: what is new is read once: a look-up for each token of ASCII, and a walk where a word may start.
    pub(super) fn within(&mut self, text: Marked<'_>, part: Span, heads: &Heads, trie: &Trie) -> &[Sighting] {
        if part.start < self.part.start || part.start > self.part.end || self.part.is_empty() {
            // Matches come in order, so that this is a new place further on.
            self.part = Span::new(part.start, part.start);
            self.seen.clear();
            self.seen.reserve(64);
        }
        if part.end > self.part.end {
            let new = Span::new(self.part.end, part.end);
            if text.marks.has_foreign() {
                self.read_foreign(text.text, new, heads, trie);
            } else {
                self.read_ascii(text, new, heads, trie);
            }
            self.part.end = part.end;
        }
        let from = self.seen.partition_point(|seen| seen.span.start < part.start);
        let to = from + self.seen[from..].partition_point(|seen| seen.span.start < part.end);
        &self.seen[from..to]
    }

    /// Tokens of ASCII start where the marks say; most are turned away by their first letters.
    fn read_ascii(&mut self, text: Marked<'_>, part: Span, heads: &Heads, trie: &Trie) {
        let letters = Ascii(text.text);
        heads.each_start(text, part, |start| {
            trie.walk(&letters, start, true, &mut |word, end| {
                self.add(Sighting { word, span: Span::new(start, end), token_end: letters.token_end(end) });
            });
        });
    }

    /// Other texts are read as plain words from the first to the last byte.
    pub(super) fn read_foreign(&mut self, text: &[u8], part: Span, heads: &Heads, trie: &Trie) {
        // From the start of the token, and far enough for a word that starts in the part.
        let in_token = |byte: &&u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        let from = part.start - text[..part.start].iter().rev().take(MAX_PHRASE).take_while(in_token).count();
        let to = text.len().min(part.end + MAX_PHRASE);
        let mut plain = std::mem::take(&mut self.plain);
        plain.read(&text[from..to]);
        for (start, token) in plain.starts().filter(|&(start, _)| heads.may_start(&plain.text[start..])) {
            trie.walk(&plain, start, token, &mut |word, end| {
                let raw = |at: usize| from + plain.raw(at);
                let span = Span::new(raw(start), raw(end));
                if (part.start..part.end).contains(&span.start) {
                    self.add(Sighting { word, span, token_end: raw(plain.token_end(end)) });
                }
            });
        }
        self.plain = plain;
    }

    fn add(&mut self, sighting: Sighting) {
        if sighting.span.len() <= MAX_PHRASE {
            self.seen.push(sighting);
        }
    }
}
