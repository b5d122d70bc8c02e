//! Stage: what do the words around a match say?
//!
//! Looked for only around matches that passed their validator. The window is read in plain words - lower case, no
//! accents, `camelCase` and `snake_case` taken apart - and each word found there speaks for or against rules. The label
//! right before a value (a JSON key, a column, `Name:`) counts most.

mod field;
mod label;
mod trie;
mod words;

use std::collections::BTreeMap;

use crate::finding::RuleId;
use crate::span::Span;
use field::Field;
use trie::Trie;
use words::{SOFT, plain_words};

/// What a word says about a match of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Names the value, as a label only.
    Key,
    /// Names the identifier.
    Word,
    /// Goes with it and with others.
    Hint,
    /// Speaks against it.
    Negative,
}

/// Where a word was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the name of the value.
    Label,
    /// In the same value, or in text that is not structured.
    Near,
    /// In another value of the record.
    Elsewhere,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    word: u32,
    place: Place,
    /// Bytes of plain words between it and the match.
    distance: u16,
}

/// What the surroundings say about one match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Clue {
    /// Levels of likelihood, up or down.
    pub shift: i8,
    /// How well it is named: 3 by a label, 2 by a word, 1 by a hint, 0 not at all.
    pub rank: u8,
    /// Bytes between the match and the word that names it; small is near.
    pub distance: u16,
    /// The deciding word, for explanations.
    pub word: Option<u32>,
}

/// The words of all rules.
#[derive(Clone, Debug)]
pub struct Lexicon {
    trie: Trie,
    /// For each word the rules it speaks about, sorted.
    roles: Vec<Vec<(RuleId, Role)>>,
    texts: Vec<String>,
}

/// Buffers of the stage, and the words around the last match: several rules may match in one place.
#[derive(Default)]
pub struct Surroundings {
    of: Option<(Span, usize, usize)>,
    seen: Vec<Seen>,
    plain: Vec<u8>,
}

impl Surroundings {
    /// Forgets the last match: the next one is of another text.
    pub(crate) fn forget(&mut self) {
        self.of = None;
    }
}

impl Lexicon {
    /// The lexicon of those words. A word of several tokens is also found written as one.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (RuleId, Role, &'a str)>) -> Self {
        let mut all: BTreeMap<Vec<u8>, Vec<(RuleId, Role)>> = BTreeMap::new();
        for (rule, role, word) in words {
            let mut plain = Vec::new();
            plain_words(word.as_bytes(), &mut plain);
            plain.iter_mut().filter(|byte| **byte == SOFT).for_each(|byte| *byte = b' ');
            let joined: Vec<u8> = plain.iter().copied().filter(|&byte| byte != b' ').collect();
            if joined.len() < plain.len() && joined.len() >= 5 && joined.is_ascii() {
                all.entry(joined).or_default().push((rule, role));
            }
            all.entry(plain).or_default().push((rule, role));
        }
        all.remove(&Vec::new());
        for roles in all.values_mut() {
            roles.sort_unstable();
            roles.dedup();
        }
        let trie = Trie::new(all.keys());
        let texts = all.keys().map(|word| String::from_utf8_lossy(word).into_owned()).collect();
        Self { trie, roles: all.into_values().collect(), texts }
    }

    /// The text of a word, as plain words.
    pub fn text(&self, word: u32) -> &str {
        &self.texts[word as usize]
    }

    /// Judges a match of `rule` by the `before` bytes before and the `after` bytes after it.
    ///
    /// Cost: one pass over the window for all rules that match in this place; no allocation once the buffers are warm.
    pub(crate) fn judge(
        &self,
        text: &[u8],
        span: Span,
        rule: RuleId,
        (before, after): (usize, usize),
        surroundings: &mut Surroundings,
    ) -> Clue {
        if surroundings.of != Some((span, before, after)) {
            self.look(text, span, before, after, surroundings);
            surroundings.of = Some((span, before, after));
        }
        self.weigh(rule, surroundings)
    }

    fn look(&self, text: &[u8], span: Span, before: usize, after: usize, to: &mut Surroundings) {
        to.seen.clear();
        let window = words::window(text, span, before, after);
        let Field { label, value } = field::around(text, span, window);
        if let Some(label) = label {
            self.read(&text[label.range()], Place::Label, false, to);
        }
        self.read(&text[window.start..value.start], Place::Elsewhere, false, to);
        self.read(&text[value.start..span.start], Place::Near, false, to);
        self.read(&text[span.end..value.end], Place::Near, true, to);
        self.read(&text[value.end..window.end], Place::Elsewhere, true, to);
    }

    fn read(&self, text: &[u8], place: Place, behind: bool, to: &mut Surroundings) {
        to.plain.clear();
        plain_words(text, &mut to.plain);
        let len = to.plain.len();
        self.trie.search(&to.plain, |word, found| {
            // A word behind is a little less telling than one in front.
            let distance = match (place, behind) {
                (Place::Label, _) => 0,
                (_, false) => len - found.end,
                (_, true) => found.start + 4,
            };
            to.seen.push(Seen { word, place, distance: distance.min(usize::from(u16::MAX)) as u16 });
        });
    }

    fn weigh(&self, rule: RuleId, surroundings: &Surroundings) -> Clue {
        // For each place the nearest word of each role.
        let mut nearest: [[Option<Seen>; 4]; 3] = [[None; 4]; 3];
        for &seen in &surroundings.seen {
            let roles = &self.roles[seen.word as usize];
            let from = roles.partition_point(|&(of, _)| of < rule);
            for &(_, role) in roles[from..].iter().take_while(|&&(of, _)| of == rule) {
                let best = &mut nearest[seen.place as usize][role as usize];
                if best.is_none_or(|best| seen.distance < best.distance) {
                    *best = Some(seen);
                }
            }
        }
        let clue = |seen: Seen, shift, rank| Clue { shift, rank, distance: seen.distance, word: Some(seen.word) };
        let [[key, word, label_hint, negative], [_, near_word, near_hint, near_negative], [_, far_word, far_hint, _]] =
            nearest;
        if let Some(seen) = key.or(word) {
            return clue(seen, 3, 3);
        }
        if let Some(seen) = negative {
            return clue(seen, -2, 0);
        }
        match (near_word, near_negative) {
            (Some(word), Some(negative)) if negative.distance < word.distance => return clue(word, 1, 1),
            (Some(word), _) => return clue(word, 2, 2),
            (None, Some(negative)) if label_hint.is_none() => return clue(negative, -1, 0),
            _ => {}
        }
        // Words about other values of a structured record say a little about this one.
        let weak = label_hint.or(near_hint).or(far_word).or(far_hint);
        weak.map_or_else(Clue::default, |seen| clue(seen, 1, 1))
    }
}

#[cfg(test)]
mod tests;
