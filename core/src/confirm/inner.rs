//! Patterns whose start says little, and which hold a literal that says much: `@`, `://`.

use super::automaton::Walk;
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

    /// Where a match may start whose literal comes, or goes on, after the end of the text: the first place from which all
    /// the text is the beginning of one. What is before the literal need not be all there.
    ///
    /// Cost: a walk from each of the last places, most of which end at once.
    pub(super) fn pending(&self, text: &[u8]) -> Option<usize> {
        let most = MAX_PREFIX + self.literals.iter().map(Vec::len).max()?;
        let begins = |start: usize| matches!(self.whole.walk(text, start, most, |_, _| ()).0, Walk::Alive);
        (text.len().saturating_sub(most)..text.len()).find(|&start| begins(start))
    }
}
