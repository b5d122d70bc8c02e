//! Sets of rules, in the form of every engine.

use std::fmt::Write;

use privet_core::{Library, Source, SourceKind};

use crate::data::{Data, Edge, Origin, PatternSpec};
use crate::report::fnv;
use crate::rng::Rng;

/// What the made-up patterns are made from.
const SEED: u64 = 300;

/// A set of rules.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Its name.
    pub id: String,
    /// The patterns; for shipped rules, those of their files.
    pub patterns: Vec<PatternSpec>,
    /// With check digits and words.
    pub full: bool,
    /// The rules are those that Privet ships: their patterns are in verbose mode and have no edges of their own.
    pub shipped: bool,
}

impl Rules {
    /// The set of that name.
    ///
    /// # Errors
    ///
    /// There is none, or the shipped rules are wrong.
    pub fn build(data: &Data, id: &str) -> Result<Self, String> {
        let spec = data.ruleset(id)?;
        let patterns = match spec.from {
            Origin::Patterns => {
                let mut patterns = data.patterns.clone();
                patterns.retain(|pattern| !spec.secrets || pattern.secret);
                patterns.extend(synthetic(spec.synthetic, spec.secrets));
                patterns
            }
            Origin::Shipped => shipped()?,
        };
        Ok(Self { id: id.to_owned(), patterns, full: spec.full, shipped: spec.from == Origin::Shipped })
    }

    /// The same with one class of bytes in every pattern narrowed: what it finds is wrong, and a check must say so. Shipped
    /// rules are not touched: Privet reads their files.
    #[must_use]
    pub fn spoilt(&self) -> Self {
        let mut rules = self.clone();
        for pattern in &mut rules.patterns {
            pattern.regex = pattern.regex.replacen("0-9", "0-68-9", 1);
        }
        rules
    }

    /// The patterns as the engines of others are given them, with their edges.
    pub fn regexes(&self) -> Vec<String> {
        let edge = |edge| if edge == Edge::Word { r"\b" } else { "" };
        let whole = |p: &PatternSpec| format!("{}(?:{}){}", edge(p.left), p.regex, edge(p.right));
        self.patterns.iter().map(|p| if self.shipped { p.regex.clone() } else { whole(p) }).collect()
    }

    /// The rules as Privet reads them.
    ///
    /// # Errors
    ///
    /// What is wrong with them.
    pub fn library(&self) -> Result<Library, String> {
        let library = if self.shipped {
            let files = |files: &'static [(&'static str, &'static str)], kind| {
                files.iter().map(move |(path, text)| Source { kind, path, text })
            };
            let rules = files(privet_rulesets::RULES, SourceKind::Rule);
            Library::parse(rules.chain(files(privet_rulesets::WORDS, SourceKind::Words)))
        } else {
            let files: Vec<(String, String)> = self.patterns.iter().map(|pattern| self.file(pattern)).collect();
            Library::parse(files.iter().map(|(path, text)| Source { kind: SourceKind::Rule, path, text }))
        };
        library.map_err(|error| error.to_string())
    }

    /// A pattern as a rule file: its path and its text.
    fn file(&self, pattern: &PatternSpec) -> (String, String) {
        let name = &pattern.name;
        let likelihood = if self.full && pattern.bare { "unlikely" } else { "very_likely" };
        // Rule files are in verbose mode, where a space does not count.
        let regex = pattern.regex.replace(' ', r"\x20");
        let mut text = format!(
            "id = \"bench.{name}\"\nentity = \"{}\"\ntitle = \"{name}\"\ndescription = \"For measurements.\"\n\
             sensitivity = \"ordinary\"\nreferences = []\n\n[[patterns]]\nname = \"all\"\nregex = '''{regex}'''\n\
             boundary = \"none\"\nlikelihood = \"{likelihood}\"\n",
            name.to_ascii_uppercase()
        );
        let mut add = |line: std::fmt::Arguments<'_>| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{line}");
        };
        for (edge, side) in [(pattern.left, "before"), (pattern.right, "after")] {
            if edge == Edge::Word {
                add(format_args!("not_{side} = '[A-Za-z0-9_]'"));
            }
        }
        if pattern.inner {
            add(format_args!("search = \"inner\""));
        }
        if let Some(max_len) = pattern.max_len {
            add(format_args!("max_len = {max_len}"));
        }
        if self.full {
            if let Some(validator) = &pattern.validator {
                let mode = pattern.mode.as_deref().unwrap_or("hard");
                add(format_args!("\n[validator]\nname = \"{validator}\"\nmode = \"{mode}\""));
            }
            if !pattern.words.is_empty() {
                add(format_args!("\n[context]\nwords = {:?}", pattern.words));
            }
        }
        (format!("rules/bench/{name}.toml"), text)
    }

    /// Fingerprint of the patterns and of what goes with them.
    pub fn hash(&self) -> u64 {
        let mut text = String::new();
        for pattern in &self.patterns {
            text.push_str(&self.file(pattern).1);
        }
        fnv(text.as_bytes())
    }
}

/// Every pattern of the shipped rules; rules that are no findings, too, as they are searched for as well.
fn shipped() -> Result<Vec<PatternSpec>, String> {
    let all = Rules { id: String::new(), patterns: Vec::new(), full: true, shipped: true };
    let library = all.library()?;
    let patterns = library.rules().flat_map(|rule| {
        let named = |(i, pattern): (usize, &privet_core::PatternSyntax)| PatternSpec {
            name: format!("{}_{i}", rule.id.replace('.', "_")),
            regex: pattern.regex.clone(),
            ..PatternSpec::default()
        };
        rule.patterns.iter().enumerate().map(named)
    });
    Ok(patterns.collect())
}

/// Made-up patterns: 40 % layouts of digits, 20 % letters with digits, 10 % tax numbers, 30 % tokens with a prefix; or
/// tokens only.
fn synthetic(many: usize, secrets: bool) -> Vec<PatternSpec> {
    let mut rng = Rng::new(SEED);
    let mut patterns: Vec<PatternSpec> = Vec::new();
    while patterns.len() < many {
        let regex = match if secrets { 9 } else { patterns.len() % 10 } {
            0..=3 => digits(&mut rng),
            4 | 5 => letters(&mut rng),
            6 => tax(&mut rng),
            _ => token(&mut rng),
        };
        if patterns.iter().all(|pattern| pattern.regex != regex) {
            let name = format!("synthetic_{}", patterns.len());
            patterns.push(PatternSpec { name, regex, max_len: Some(80), ..PatternSpec::default() });
        }
    }
    patterns
}

fn digits(rng: &mut Rng) -> String {
    let separator = rng.pick(&["-", " ", r"\.", "/", "[ -]", "-?", "[ .]?"]);
    let mut regex = rng.pick(&["[0-9]", "[1-9]", "[1-4]", "[5-9]"]).to_owned();
    let groups: Vec<String> = (0..rng.range(2, 4)).map(|_| format!("[0-9]{{{}}}", rng.range(2, 5))).collect();
    regex.push_str(&groups.join(separator));
    regex
}

fn letters(rng: &mut Rng) -> String {
    let class = rng.pick(&["[A-Z]", "[A-F]", "[P-Z]", "[A-HJ-NP-Z]"]);
    let gap = rng.pick(&["", "-", "-?", " ?"]);
    let tail = rng.pick(&["", "[A-Z]", "[0-9A-Z]"]);
    format!("{class}{{{}}}{gap}[0-9]{{{}}}{tail}", rng.range(1, 3), rng.range(5, 9))
}

fn tax(rng: &mut Rng) -> String {
    let country = rng.pick(&["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE"]);
    let letter = rng.pick(&["", "U", "[A-Z]", "[0-9A-Z]{2}"]);
    format!("{country}{letter} ?[0-9]{{{}}}", rng.range(7, 11))
}

fn token(rng: &mut Rng) -> String {
    let (length, mark) = (rng.range(3, 5), rng.pick(&["_", "-", "_live_", "_sk_"]));
    let prefix = rng.text(b"abcdefghijklmnopqrstuvwxyz", length);
    let class = rng.pick(&["[0-9A-Za-z]", "[0-9a-f]", "[0-9A-Z]"]);
    format!("{prefix}{mark}{class}{{{}}}", rng.range(20, 48))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_have_their_sizes() {
        let data = Data::load().unwrap();
        let many = |id| Rules::build(&data, id).unwrap().patterns.len();
        assert_eq!((many("fifty"), many("three_hundred"), many("secrets")), (50, 300, 31));
        assert!(many("shipped") > 100);
    }

    #[test]
    fn every_set_is_read_by_privet() {
        let data = Data::load().unwrap();
        for spec in &data.rules {
            let rules = Rules::build(&data, &spec.id).unwrap();
            let library = rules.library().unwrap();
            assert!(library.rules().count() >= 30, "{}", spec.id);
            // Check digits and words only in the full sets.
            let validators = library.rules().filter(|rule| rule.validator.is_some()).count();
            assert_eq!(validators > 0, spec.full, "{}", spec.id);
        }
    }

    #[test]
    fn spoilt_rules_are_other_rules() {
        let data = Data::load().unwrap();
        let rules = Rules::build(&data, "fifty").unwrap();
        let spoilt = rules.spoilt();
        assert_ne!(rules.hash(), spoilt.hash());
        assert!(spoilt.library().is_ok());
    }
}
