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
use words::{Plain, SOFT};

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
    /// For each rule what its words can do.
    voices: Vec<Voices>,
    texts: Vec<String>,
}

/// Buffers of the stage, and the words around the last match: several rules may match in one place.
#[derive(Default)]
pub struct Surroundings {
    of: Option<(Span, usize, usize)>,
    around: Option<(Span, Field)>,
    /// The words of each place, and whether it has been read.
    places: [(bool, Vec<Seen>); 3],
    plain: Plain,
}

impl Surroundings {
    /// Forgets the last match: the next one is of another text.
    pub(crate) fn forget(&mut self) {
        self.of = None;
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
        let texts = all.keys().map(|word| String::from_utf8_lossy(word).into_owned()).collect();
        Self { trie, roles: all.into_values().collect(), voices, texts }
    }

    /// The text of a word, as plain words.
    pub fn text(&self, word: u32) -> &str {
        &self.texts[word as usize]
    }

    /// Judges a match of `rule` by the `before` bytes before and the `after` bytes after it. Where `care` says that it
    /// does not matter, less may be told than there is.
    ///
    /// Cost: one pass over the label, and where that does not decide, over the window, for all rules that match in this
    /// place; no allocation once the buffers are warm.
    pub(crate) fn judge(
        &self,
        text: &[u8],
        span: Span,
        rule: RuleId,
        (before, after): (usize, usize),
        care: Care,
        surroundings: &mut Surroundings,
    ) -> Clue {
        if surroundings.of != Some((span, before, after)) {
            surroundings.of = Some((span, before, after));
            surroundings.around = None;
            surroundings.places.iter_mut().for_each(|(read, _)| *read = false);
        }
        let mut nearest = |place| self.nearest(text, span, rule, (before, after), place, surroundings);
        let clue = |seen: Seen, shift, rank| Clue { shift, rank, distance: seen.distance, word: Some(seen.word) };
        let label = nearest(Place::Label);
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
        let near = nearest(Place::Near);
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
        let far = nearest(Place::Elsewhere);
        far.word.or(far.hint).map_or_else(Clue::default, |seen| clue(seen, 1, 1))
    }

    /// What one place says about a rule.
    fn nearest(
        &self,
        text: &[u8],
        span: Span,
        rule: RuleId,
        (before, after): (usize, usize),
        place: Place,
        to: &mut Surroundings,
    ) -> Nearest {
        if !to.places[place as usize].0 {
            to.places[place as usize].0 = true;
            to.places[place as usize].1.clear();
            let (window, field) = *to.around.get_or_insert_with(|| {
                let window = words::window(text, span, before, after);
                (window, field::around(text, span, window))
            });
            let Field { label, value } = field;
            match place {
                Place::Label => {
                    if let Some(label) = label {
                        self.read(&text[label.range()], place, false, to);
                    }
                }
                Place::Near => {
                    self.read(&text[value.start..span.start], place, false, to);
                    self.read(&text[span.end..value.end], place, true, to);
                }
                Place::Elsewhere => {
                    self.read(&text[window.start..value.start], place, false, to);
                    self.read(&text[value.end..window.end], place, true, to);
                }
            }
        }
        let mut nearest = Nearest::default();
        for &seen in &to.places[place as usize].1 {
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
        nearest
    }

    fn read(&self, text: &[u8], place: Place, behind: bool, to: &mut Surroundings) {
        to.plain.read(text);
        let len = to.plain.text.len();
        let seen = &mut to.places[place as usize].1;
        self.trie.search(&to.plain, |word, found| {
            // A word behind is a little less telling than one in front.
            let distance = match (place, behind) {
                (Place::Label, _) => 0,
                (_, false) => len - found.end,
                (_, true) => found.start + 4,
            };
            seen.push(Seen { word, distance: distance.min(usize::from(u16::MAX)) as u16 });
        });
    }
}

#[cfg(test)]
mod tests;
