//! All rule files together: read, checked against each other, and chosen from by name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::law::LawSyntax;
use super::pattern;
use super::syntax::{self, RuleSyntax, SetSyntax};
use crate::error::{BuildError, Problem};
use crate::suggest::{did_you_mean, nearest};
use crate::validate;

/// A file of rules: what it is, where it comes from, and its text.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "a plain argument")]
pub struct Source<'a> {
    /// What the file holds.
    pub kind: SourceKind,
    /// Its path, for messages; the last two parts give a rule its id.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "the three kinds of files")]
pub enum SourceKind {
    /// One rule.
    Rule,
    /// A word list.
    Words,
    /// A set of rules.
    Set,
}

/// Rules, word lists and sets.
#[derive(Clone, Debug, Default)]
pub struct Library {
    rules: BTreeMap<String, RuleSyntax>,
    words: BTreeMap<String, Vec<String>>,
    sets: BTreeMap<String, SetSyntax>,
}

/// Rules chosen from a library, with the suppressors: those of jurisdictions first, then by id.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    pub(super) library: &'a Library,
    pub(super) rules: Vec<&'a RuleSyntax>,
}

/// A list of rules names something that there is not.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownName {
    /// What there is not.
    pub name: String,
    /// The nearest name that there is.
    pub nearest: Option<String>,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hint = did_you_mean(self.nearest.as_deref());
        write!(f, "no rule, entity, jurisdiction or set is called {:?}{hint}", self.name)
    }
}

impl std::error::Error for UnknownName {}

impl Library {
    /// Reads files. A later file of the same id takes the place of an earlier one: a user's rule that of ours.
    ///
    /// # Errors
    ///
    /// Every mistake of every file, with its line.
    pub fn parse<'a>(sources: impl IntoIterator<Item = Source<'a>>) -> Result<Self, BuildError> {
        let mut library = Self::default();
        let mut problems = Vec::new();
        for Source { kind, path, text } in sources {
            match kind {
                SourceKind::Rule => {
                    let rule = syntax::rule(path, text, &mut problems);
                    library.rules.insert(rule.id.clone(), rule);
                }
                SourceKind::Words => {
                    let (id, words) = syntax::words(path, text, &mut problems);
                    library.words.insert(id, words);
                }
                SourceKind::Set => {
                    let set = syntax::set(path, text, &mut problems);
                    library.sets.insert(set.id.clone(), set);
                }
            }
        }
        library.check_references(&mut problems);
        if problems.is_empty() { Ok(library) } else { Err(BuildError::new(problems)) }
    }

    fn check_references(&self, problems: &mut Vec<Problem>) {
        for rule in self.rules.values() {
            let mut problem = |line: usize, message: String| {
                problems.push(Problem { file: rule.file.clone(), line, message });
            };
            for pattern in &rule.patterns {
                pattern::problems(pattern).into_iter().for_each(|message| problem(pattern.line, message));
            }
            if let Some(validator) = &rule.validator
                && !validator.name.is_empty()
                && validate::by_name(&validator.name).is_none()
            {
                problem(validator.line, format!("no validator is called {:?}", validator.name));
            }
            for word in rule.words.iter().chain(&rule.hints).chain(&rule.negative).chain(&rule.keys) {
                if let Some(list) = word.strip_prefix('@')
                    && !self.words.contains_key(list)
                {
                    problem(0, format!("no word list is called {list:?}"));
                }
            }
        }
        for set in self.sets.values() {
            for (member, line) in &set.members {
                if let Err(unknown) = self.resolve(member, &mut BTreeSet::new()) {
                    problems.push(Problem { file: set.file.clone(), line: *line, message: unknown.to_string() });
                }
            }
            let above = set.law.as_ref().and_then(|law| law.under.as_ref());
            if let Some(above) = above.filter(|above| self.sets.get(*above).is_none_or(|set| set.law.is_none())) {
                let message = format!("`law.under`: no law is called {above:?}");
                problems.push(Problem { file: set.file.clone(), line: 0, message });
            }
        }
    }

    /// Every rule, by id.
    pub fn rules(&self) -> impl Iterator<Item = &RuleSyntax> {
        self.rules.values()
    }

    /// Every set, by name.
    pub fn sets(&self) -> impl Iterator<Item = &SetSyntax> {
        self.sets.values()
    }

    /// The law that a set stands for, with what it leaves to the law above it.
    pub fn law(&self, set: &str) -> Option<LawSyntax> {
        let law = self.sets.get(set)?.law.as_ref()?;
        let above = law.under.as_ref().and_then(|above| self.sets.get(above)?.law.as_ref());
        Some(above.map_or_else(|| law.clone(), |above| law.completed(above)))
    }

    /// For each rule, by id, the sets that it is of.
    pub(crate) fn memberships(&self) -> BTreeMap<&str, Vec<String>> {
        let mut sets: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for set in self.sets.keys() {
            let members: BTreeSet<&str> = self.resolve(set, &mut BTreeSet::new()).into_iter().flatten().collect();
            for rule in members {
                sets.entry(rule).or_default().push(set.clone());
            }
        }
        sets
    }

    /// The words of a field, with shared lists in place of their names.
    pub(super) fn words<'a>(&'a self, words: &'a [String]) -> impl Iterator<Item = &'a str> {
        words.iter().flat_map(|word| match word.strip_prefix('@').and_then(|list| self.words.get(list)) {
            Some(list) => list.iter().map(String::as_str).collect::<Vec<_>>(),
            None => vec![word.as_str()],
        })
    }

    /// Chooses rules by a list of names, separated by commas: rule ids, entity names, jurisdictions (`it`), sets
    /// (`gdpr`), `global`, `all`; `-name` leaves out again what came before. Suppressors are always in force.
    ///
    /// # Errors
    ///
    /// The first name that there is not.
    pub fn select(&self, list: &str) -> Result<Selection<'_>, UnknownName> {
        let mut chosen: BTreeSet<&str> = BTreeSet::new();
        for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            if let Some(name) = name.strip_prefix('-') {
                let left_out = self.resolve(name, &mut BTreeSet::new())?;
                chosen.retain(|id| !left_out.contains(id));
            } else {
                chosen.extend(self.resolve(name, &mut BTreeSet::new())?);
            }
        }
        let mut rules: Vec<&RuleSyntax> =
            self.rules.values().filter(|rule| rule.suppress || chosen.contains(rule.id.as_str())).collect();
        // Where all else is equal the earlier rule wins: that of a jurisdiction before one for everywhere.
        rules.sort_by_key(|rule| rule.jurisdiction().is_none());
        Ok(Selection { library: self, rules })
    }

    /// The ids of the rules that a name stands for. `seen` are the sets being resolved: a set may not hold itself.
    fn resolve<'a>(&'a self, name: &str, seen: &mut BTreeSet<String>) -> Result<Vec<&'a str>, UnknownName> {
        if name == "all" {
            return Ok(self.rules.keys().map(String::as_str).collect());
        }
        let named = |rule: &&RuleSyntax| rule.id == name || rule.entity == name || rule.folder() == name;
        let mut ids: Vec<&str> = self.rules.values().filter(named).map(|rule| rule.id.as_str()).collect();
        let set = self.sets.get(name);
        if let Some(set) = set.filter(|_| seen.insert(name.to_owned())) {
            for (member, _) in &set.members {
                ids.extend(self.resolve(member, seen)?);
            }
        }
        if ids.is_empty() && set.is_none() { Err(self.unknown(name)) } else { Ok(ids) }
    }

    fn unknown(&self, name: &str) -> UnknownName {
        let names = self.rules.values().flat_map(|rule| [rule.id.as_str(), rule.entity.as_str(), rule.folder()]);
        let names = names.chain(self.sets.keys().map(String::as_str)).chain(["all"]);
        let nearest = nearest(name, names).map(str::to_owned);
        UnknownName { name: name.to_owned(), nearest }
    }
}

impl<'a> Selection<'a> {
    /// The rules: those of jurisdictions first, then by id.
    pub fn rules(&self) -> &[&'a RuleSyntax] {
        &self.rules
    }

    /// More jurisdictions are in force than check digits can tell apart.
    pub fn is_crowded(&self) -> bool {
        let jurisdictions: BTreeSet<&str> = self.rules.iter().filter_map(|rule| rule.jurisdiction()).collect();
        jurisdictions.len() > MOST_UNCROWDED
    }
}

/// Jurisdictions whose bare numbers are told apart without context.
const MOST_UNCROWDED: usize = 3;
