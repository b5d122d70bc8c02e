//! Every identifier of the corpora, with the words that name it.

mod americas;
mod asia;
mod europe;
mod global;
mod latin;
mod middle;
mod north;
mod phones;
mod secrets;
mod table;
mod west;
mod world;

use super::{Lang, Rng, Sample};

/// The words that name an identifier in one language.
pub type Words = (Lang, &'static [&'static str]);

/// How much a value says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// The scheme rejects (almost) every changed digit.
    CheckDigit,
    /// Nothing else looks like it: an e-mail address, a token with a prefix.
    Shape,
    /// Digits that could be anything: only a word or a key tells.
    Weak,
}

/// One identifier: how to make it, when its scheme accepts a value, and how people call it.
#[derive(Debug)]
pub struct Identifier {
    /// The entity, as in COVERAGE.
    pub entity: &'static str,
    /// Tells the rows of one entity apart; empty when there is one.
    pub variant: &'static str,
    /// The jurisdiction to select for it, lower case ISO 3166; empty for those of no country.
    pub jurisdiction: &'static str,
    /// How much a value says by itself.
    pub strength: Strength,
    /// Makes a valid value.
    pub make: fn(&mut Rng) -> Sample,
    /// Whether the scheme accepts a compact value; none when there is nothing to check.
    pub valid: Option<fn(&str) -> bool>,
    /// The words that name it, by language; never empty.
    pub words: &'static [Words],
    /// Keys and columns that programs give it; never empty.
    pub keys: &'static [&'static str],
}

impl Identifier {
    /// `ENTITY` or `ENTITY/variant`, unique.
    pub fn name(&self) -> String {
        if self.variant.is_empty() { self.entity.to_owned() } else { format!("{}/{}", self.entity, self.variant) }
    }

    /// The rules to select for it: `global`, or `global,pl`.
    pub fn selection(&self) -> String {
        if self.jurisdiction.is_empty() { "global".to_owned() } else { format!("global,{}", self.jurisdiction) }
    }
}

/// All identifiers.
pub fn identifiers() -> impl Iterator<Item = &'static Identifier> {
    [
        global::IDENTIFIERS,
        secrets::IDENTIFIERS,
        phones::IDENTIFIERS,
        americas::IDENTIFIERS,
        europe::IDENTIFIERS,
        north::IDENTIFIERS,
        asia::IDENTIFIERS,
        west::IDENTIFIERS,
        middle::IDENTIFIERS,
        latin::IDENTIFIERS,
        world::IDENTIFIERS,
    ]
    .into_iter()
    .flatten()
}

/// The identifiers of `entity`, or the one with that name (`PHONE_NUMBER/US`).
pub fn of_entity(entity: &str) -> impl Iterator<Item = &'static Identifier> {
    identifiers().filter(move |identifier| identifier.entity == entity || identifier.name() == entity)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn makers_agree_with_the_other_formulation() {
        for identifier in identifiers() {
            let Some(valid) = identifier.valid else { continue };
            let mut rng = Rng::named(1, &identifier.name());
            for _ in 0..400 {
                let sample = (identifier.make)(&mut rng);
                assert!(valid(&sample.plain), "{}: {}", identifier.name(), sample.plain);
            }
        }
    }

    #[test]
    fn shaped_forms_hold_the_same_digits() {
        for identifier in identifiers() {
            let mut rng = Rng::named(2, &identifier.name());
            for _ in 0..50 {
                let Sample { plain, shaped: Some(shaped) } = (identifier.make)(&mut rng) else { continue };
                let bare = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
                if identifier.variant == "E164" {
                    continue;
                }
                assert_eq!(bare(&plain), bare(&shaped), "{}", identifier.name());
            }
        }
    }

    #[test]
    fn names_are_unique_and_words_given() {
        let mut seen = HashSet::new();
        for identifier in identifiers() {
            assert!(seen.insert(identifier.name()), "{}", identifier.name());
            assert!(!identifier.words.is_empty() && !identifier.keys.is_empty(), "{}", identifier.name());
        }
        assert!(seen.len() >= 65, "{}", seen.len());
    }

    #[test]
    fn korean_check_digits_hold_for_what_the_maker_makes() {
        let mut rng = Rng::new(5);
        for _ in 0..200 {
            let number = super::super::numbers::asia::kr_rrn(&mut rng).plain;
            assert!(super::super::verify::asia::kr_rrn_check(&number), "{number}");
        }
    }
}
