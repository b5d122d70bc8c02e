//! Stage: what do the words around a match say?
//!
//! Looked for only around matches that passed their validator. The window is read in plain words - lower case, no
//! accents, `camelCase` and `snake_case` taken apart - and each word found there speaks for or against rules. The label
//! right before a value (a JSON key, a column, `Name:`) counts most.

mod label;
mod trie;
mod words;

pub(crate) use words::plain_words;

use std::collections::BTreeMap;

use crate::finding::RuleId;
use crate::span::Span;
use label::Label;
use trie::Trie;

/// What a word says about a match of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(clippy::exhaustive_enums, reason = "the judgement weighs each of them")]
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
    Label,
    Before,
    After,
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
#[derive(Debug, Default)]
pub struct Surroundings {
    of: Option<(Span, usize, usize)>,
    seen: Vec<Seen>,
    structured: bool,
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
        to.structured = false;
        let window = words::window(text, span, before, after);
        let mut rest = window.start..span.start;
        if let Some(Label { span: name, structured }) = label::find(text, span.start, window.start) {
            to.structured = structured;
            self.read(&text[name.range()], Place::Label, to);
            rest.end = name.start;
        }
        self.read(&text[rest], Place::Before, to);
        self.read(&text[span.end..window.end], Place::After, to);
    }

    fn read(&self, text: &[u8], place: Place, to: &mut Surroundings) {
        to.plain.clear();
        plain_words(text, &mut to.plain);
        let len = to.plain.len();
        self.trie.search(&to.plain, |word, found| {
            // A word behind is a little less telling than one in front.
            let distance = match place {
                Place::Label => 0,
                Place::Before => len - found.end,
                Place::After => found.start + 4,
            };
            to.seen.push(Seen { word, place, distance: distance.min(usize::from(u16::MAX)) as u16 });
        });
    }

    fn weigh(&self, rule: RuleId, surroundings: &Surroundings) -> Clue {
        let mut nearest: [Option<Seen>; 4] = [None; 4];
        let mut label: [Option<Seen>; 4] = [None; 4];
        for &seen in &surroundings.seen {
            let roles = &self.roles[seen.word as usize];
            let from = roles.partition_point(|&(of, _)| of < rule);
            for &(_, role) in roles[from..].iter().take_while(|&&(of, _)| of == rule) {
                let role = role as usize;
                let best = if seen.place == Place::Label { &mut label[role] } else { &mut nearest[role] };
                if best.is_none_or(|best| seen.distance < best.distance) {
                    *best = Some(seen);
                }
            }
        }
        let clue = |seen: Seen, shift, rank| Clue { shift, rank, distance: seen.distance, word: Some(seen.word) };
        let [key, word, hint, negative] = label;
        if let Some(seen) = key.or(word) {
            return clue(seen, 3, 3);
        }
        if let Some(seen) = negative {
            return clue(seen, -2, 0);
        }
        let [_, word, far_hint, negative] = nearest;
        match (word, negative) {
            // In a structured record the value has its own name: words further off are about other values.
            (Some(word), None) if surroundings.structured => clue(word, 1, 1),
            (Some(word), Some(negative)) if negative.distance < word.distance => clue(negative, -2, 0),
            (Some(word), _) => clue(word, 2, 2),
            (None, Some(negative)) if hint.is_none() && !surroundings.structured => clue(negative, -2, 0),
            _ => match hint.or(far_hint) {
                Some(hint) => clue(hint, 1, 1),
                None => Clue::default(),
            },
        }
    }
}

#[cfg(test)]
mod tests;
