//! Labels that have been read before: a stream has few, and many times.

use std::sync::Arc;

use super::heads::Heads;
use super::sightings::Sightings;
use super::trie::Trie;
use crate::label::LONGEST;
use crate::marks::Marked;
use crate::span::Span;

/// Labels kept at a time, each in the place that its hash says.
const KEPT: usize = 128;

/// Words of labels. What is kept changes what a label costs, never what it says.
#[derive(Default)]
pub(super) struct Labels {
    /// The lexicon whose words they are.
    of: Option<Arc<()>>,
    kept: Vec<Kept>,
    sightings: Sightings,
}

#[derive(Clone, Default)]
struct Kept {
    label: Vec<u8>,
    /// Read at all: an empty label is one, too.
    read: bool,
    words: Vec<u32>,
    about: u128,
}

impl Labels {
    /// Forgets everything that was read by another lexicon than this.
    pub(super) fn belong_to(&mut self, lexicon: &Arc<()>) {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, lexicon)) {
            self.of = Some(Arc::clone(lexicon));
            self.kept.iter_mut().for_each(|kept| kept.read = false);
        }
    }

    /// The words of a label, and the rules they are about. `about` tells that of a word.
    ///
    /// Cost: a hash and a comparison of the label, or where it is new, a look-up for each of its tokens. Allocates where a
    /// label is longer than those before it in its place.
    pub(super) fn read(
        &mut self,
        text: Marked<'_>,
        span: Span,
        heads: &Heads,
        trie: &Trie,
        about: impl Fn(u32) -> u128,
    ) -> (&[u32], u128) {
        let label = &text.text[span.range()];
        if self.kept.is_empty() {
            self.kept.resize(
                KEPT,
                Kept { label: Vec::with_capacity(LONGEST), words: Vec::with_capacity(16), ..Kept::default() },
            );
        }
        let kept = &mut self.kept[place(label)];
        if !kept.read || kept.label != label {
            kept.read = true;
            kept.label.clear();
            kept.label.extend_from_slice(label);
            self.sightings.forget();
            let seen = self.sightings.within(text, span, heads, trie);
            kept.words.clear();
            kept.words.extend(seen.iter().filter(|seen| seen.token_end <= span.end).map(|seen| seen.word));
            kept.about = kept.words.iter().fold(0, |all, &word| all | about(word));
        }
        (&kept.words, kept.about)
    }
}

/// A place for each label; many share one.
fn place(label: &[u8]) -> usize {
    let word = |from: usize| {
        let bytes = label.get(from..).unwrap_or_default();
        match bytes.first_chunk() {
            Some(bytes) => u64::from_le_bytes(*bytes),
            None => bytes.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)),
        }
    };
    let mix = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let last = label.len().saturating_sub(8);
    let hash = mix(mix(mix(label.len() as u64, word(0)), word(8)), word(last));
    (hash >> 57) as usize % KEPT
}
