//! Patterns whose start says little, and which hold a literal that says much: `@`, `://`.

use super::{Automaton, Haystack};
use crate::byte_set::ByteSet;
use crate::finding::PatternId;
use crate::limits::MAX_PREFIX;

/// Bytes from the literal on that are looked at before all else.
const DEPTH: usize = 8;

/// A pattern that is found by a literal inside it. Its match starts at the leftmost place from which the text up to
/// the literal fits.
#[derive(Clone, Debug)]
pub struct Inner {
    /// The pattern.
    pub pattern: PatternId,
    /// The literals, one of which must stand at the candidate.
    pub literals: Vec<Vec<u8>>,
    /// What the literal and the bytes after it may be.
    pub reach: [ByteSet; DEPTH],
    /// Reads the text before the literal, backwards.
    pub prefix: Automaton,
    /// The whole pattern.
    pub whole: Automaton,
}

impl Inner {
    /// Where a match whose literal stands at `at` starts, if the literal and something before it do.
    pub(super) fn start(&self, hay: Haystack<'_>, at: usize) -> Option<usize> {
        let literal = self.literals.iter().any(|literal| hay.text[at..].starts_with(literal));
        if !literal || !self.reach.iter().zip(&hay.text[at..]).all(|(set, &byte)| set.contains(byte)) {
            return None;
        }
        self.prefix.walk_back(hay.text, at, MAX_PREFIX)
    }

    /// Where a match starts whose literal may come, or go on, after the end of the text.
    pub(super) fn pending(&self, text: &[u8]) -> Option<usize> {
        let longest = self.literals.iter().map(Vec::len).max()?;
        (0..longest.min(text.len() + 1))
            .filter(|&seen| {
                let tail = &text[text.len() - seen..];
                self.literals.iter().any(|literal| literal.len() > seen && literal.starts_with(tail))
            })
            .filter_map(|seen| self.prefix.walk_back(text, text.len() - seen, MAX_PREFIX))
            .min()
    }
}
