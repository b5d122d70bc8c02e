//! Stage: what do the words around a match say?
//!
//! Looked for only around matches that passed their validator. The window is read in plain words - lower case, no
//! accents, `camelCase` and `snake_case` taken apart - and each word found there speaks for or against rules. The label
//! right before a value (a JSON key, a column, `Name:`) counts most.

mod ascii;
mod field;
mod heads;
mod labels;
mod sightings;
mod trie;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::RuleId;
use crate::label::{self, Label};
use crate::marks::Marked;
use crate::span::Span;
use crate::words::{self, Plain, SOFT};
use heads::Heads;
use labels::Labels;
use sightings::{Sighting, Sightings};
use trie::Trie;

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

/// Where words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The name of the value.
    Label,
    /// The same value, or text that is not structured.
    Near,
    /// Other values of the record.
    Elsewhere,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    word: u32,
    /// Bytes between it and the match.
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
    heads: Heads,
    /// For each word the rules it speaks about, sorted.
    roles: Vec<Vec<(RuleId, Role)>>,
    /// The same at a glance: a bit for each rule, which some of them share.
    about: Vec<u128>,
    /// For each rule what its words can do.
    voices: Vec<Voices>,
    texts: Vec<String>,
    /// Tells this lexicon and its clones from others: buffers may have known another one.
    identity: Arc<()>,
}

/// Buffers of the stage, and what is known around the last match: several rules may match in one place.
#[derive(Default)]
pub struct Surroundings {
    of: Option<(Span, usize, usize)>,
    window: Span,
    /// The name of the value, and the rules that its words are about, a bit each.
    label: Option<(Option<Label>, u128)>,
    /// The rules that words of the value are about, and those of the whole window.
    about: [Option<u128>; 2],
    /// The value that the match stands in.
    value: Option<Span>,
    labels: Labels,
    in_window: Sightings,
}

impl Surroundings {
    /// Forgets the text: the next one is another.
    pub(crate) fn forget(&mut self) {
        self.of = None;
        self.in_window.forget();
    }
}

/// What a caller wants to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Care {
    /// Shifts below that are all alike.
    pub(crate) least: i8,
    /// Whether it matters that something speaks for the match.
    pub(crate) lift: bool,
}

impl Care {
    /// Everything.
    pub(crate) const ALL: Self = Self { least: i8::MIN, lift: true };
}

/// Whether some words of a rule speak for its matches outside of labels, and some against.
#[derive(Clone, Copy, Debug, Default)]
struct Voices {
    positive: bool,
    negative: bool,
}

/// The nearest word of each role, of those that speak about one rule.
#[derive(Clone, Copy, Default)]
struct Nearest {
    key: Option<Seen>,
    word: Option<Seen>,
    hint: Option<Seen>,
    negative: Option<Seen>,
}

impl Lexicon {
    /// The lexicon of those words. A word of several tokens is also found written as one.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (RuleId, Role, &'a str)>) -> Self {
        let mut all: BTreeMap<Vec<u8>, Vec<(RuleId, Role)>> = BTreeMap::new();
        for (rule, role, word) in words {
            let mut read = Plain::default();
            read.read(word.as_bytes());
            let mut plain = read.text;
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
        let mut voices = Vec::new();
        for &(rule, role) in all.values().flatten() {
            if voices.len() <= rule.index() {
                voices.resize(rule.index() + 1, Voices::default());
            }
            voices[rule.index()].positive |= matches!(role, Role::Word | Role::Hint);
            voices[rule.index()].negative |= role == Role::Negative;
        }
        let trie = Trie::new(all.keys());
        let heads = Heads::new(all.keys().map(Vec::as_slice));
        let about = all.values().map(|roles| roles.iter().fold(0, |all, &(rule, _)| all | rule_bit(rule))).collect();
        let texts = all.keys().map(|word| String::from_utf8_lossy(word).into_owned()).collect();
        Self { trie, heads, roles: all.into_values().collect(), about, voices, texts, identity: Arc::default() }
    }

    /// The text of a word, as plain words.
    pub fn text(&self, word: u32) -> &str {
        &self.texts[word as usize]
    }

    /// Judges a match of `rule` by the `before` bytes before and the `after` bytes after it. Where `care` says that it
    /// does not matter, less may be told than there is.
    ///
    /// Cost: a look-up for each token of the label, and where that does not decide, of the window; where a word may be found,
    /// one pass over those, for all rules that match in this place. No allocation once the buffers are warm.
    pub(crate) fn judge(
        &self,
        text: Marked<'_>,
        span: Span,
        rule: RuleId,
        (before, after): (usize, usize),
        care: Care,
        surroundings: &mut Surroundings,
    ) -> Clue {
        if surroundings.of != Some((span, before, after)) {
            surroundings.of = Some((span, before, after));
            surroundings.window = words::window(text.text, span, before, after);
            (surroundings.label, surroundings.about, surroundings.value) = (None, [None; 2], None);
        }
        let clue = |seen: Seen, shift, rank| Clue { shift, rank, distance: seen.distance, word: Some(seen.word) };
        let label = self.nearest(text, span, rule, Place::Label, surroundings);
        if let Some(seen) = label.key.or(label.word) {
            return clue(seen, 3, 3);
        }
        if let Some(seen) = label.negative {
            return clue(seen, -2, 0);
        }
        let Voices { positive, negative } = self.voices.get(rule.index()).copied().unwrap_or_default();
        let lifts = positive && care.lift;
        if care.least > 2 || !lifts && !negative {
            return Clue::default();
        }
        let near = self.nearest(text, span, rule, Place::Near, surroundings);
        match (near.word, near.negative) {
            (Some(word), Some(negative)) if negative.distance < word.distance => return clue(word, 1, 1),
            (Some(word), _) => return clue(word, 2, 2),
            (None, Some(negative)) if label.hint.is_none() => return clue(negative, -1, 0),
            _ => {}
        }
        if let Some(seen) = label.hint.or(near.hint) {
            return clue(seen, 1, 1);
        }
        if care.least > 1 || !lifts {
            return Clue::default();
        }
        // Words about other values of a structured record say a little about this one.
        let far = self.nearest(text, span, rule, Place::Elsewhere, surroundings);
        far.word.or(far.hint).map_or_else(Clue::default, |seen| clue(seen, 1, 1))
    }

    /// What one place says about a rule.
    fn nearest(&self, text: Marked<'_>, span: Span, rule: RuleId, place: Place, to: &mut Surroundings) -> Nearest {
        let Surroundings { window, label, about, value, labels, in_window, .. } = to;
        let window = *window;
        let about_word = |word: u32| self.about[word as usize];
        let (label, about_label) = *label.get_or_insert_with(|| {
            let label = label::find(text.text, span.start, window.start);
            labels.belong_to(&self.identity);
            let about = label.map(|label| labels.read(text, label.span, &self.heads, &self.trie, about_word).1);
            (label, about.unwrap_or(0))
        });
        let mut nearest = Nearest::default();
        if place == Place::Label {
            if let Some(Label { span, .. }) = label.filter(|_| about_label & rule_bit(rule) != 0) {
                let (words, _) = labels.read(text, span, &self.heads, &self.trie, about_word);
                words.iter().for_each(|&word| self.weigh(Seen { word, distance: 0 }, rule, &mut nearest));
            }
            return nearest;
        }
        let value = *value.get_or_insert_with(|| field::around(text.text, span, window, label));
        let (about, read, parts) = match place {
            Place::Near => (&mut about[0], value, [Span::new(value.start, span.start), Span::new(span.end, value.end)]),
            _ => (&mut about[1], window, [Span::new(window.start, value.start), Span::new(value.end, window.end)]),
        };
        let seen = in_window.within(text, read, &self.heads, &self.trie);
        let about = *about.get_or_insert_with(|| seen.iter().fold(0, |all, seen| all | about_word(seen.word)));
        if about & rule_bit(rule) == 0 {
            return nearest;
        }
        for &Sighting { word, span: of, token_end } in seen {
            if about_word(word) & rule_bit(rule) == 0 {
                continue;
            }
            let Some(part) = parts.iter().find(|part| part.contains(Span::new(of.start, token_end))) else { continue };
            // A word behind is a little less telling than one in front.
            let distance = if part.start >= span.end { of.start - span.end + 4 } else { span.start - of.end };
            self.weigh(Seen { word, distance: distance.min(usize::from(u16::MAX)) as u16 }, rule, &mut nearest);
        }
        nearest
    }

    /// Keeps a word where it is nearer than others that say the same about a rule.
    fn weigh(&self, seen: Seen, rule: RuleId, nearest: &mut Nearest) {
        let roles = &self.roles[seen.word as usize];
        let from = roles.partition_point(|&(of, _)| of < rule);
        for &(_, role) in roles[from..].iter().take_while(|&&(of, _)| of == rule) {
            let best = match role {
                // A key counts in a label only.
                Role::Key => &mut nearest.key,
                Role::Word => &mut nearest.word,
                Role::Hint => &mut nearest.hint,
                Role::Negative => &mut nearest.negative,
            };
            if best.is_none_or(|best| seen.distance < best.distance) {
                *best = Some(seen);
            }
        }
    }
}

/// The bit of a rule, which it may share with others.
fn rule_bit(rule: RuleId) -> u128 {
    1 << (rule.index() % 128)
}

#[cfg(test)]
mod tests;
