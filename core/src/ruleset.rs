//! Rules, from files to compiled stages.
//!
//! [`Library`] reads files, [`Library::select`] chooses rules, [`Ruleset::compile`] makes the stages of them.

mod groups;
mod law;
mod layouts;
mod library;
mod named;
mod pattern;
mod prefixes;
mod strings;
mod syntax;

pub use law::{Authority, LawStatus, LawSyntax, Notice, SensitiveClass, TimeUnit};
pub use library::{Library, Selection, Source, SourceKind, UnknownName};
pub use syntax::{Boundary, FieldSyntax, Mode, PatternSyntax, RuleSyntax, Search, SetSyntax, ValidatorSyntax};

use std::sync::Arc;

use crate::confirm::{Confirmer, General, Group, Groups, Inner, Shape};
use crate::context::{Lexicon, Role};
use crate::error::{BuildError, Problem};
use crate::finding::{GroupId, PatternId, RuleId};
use crate::likelihood::Likelihood;
use crate::limits::{MAX_CLUSTER, MAX_PATTERNS};
use crate::scan::{Backend, Buckets, ClassString, Prefixes, Scanner};
use crate::sensitivity::Sensitivity;
use crate::validate::{self, Validator};
use groups::Start;
use pattern::Way;

/// A rule in force.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rule {
    /// `folder.name`.
    pub id: String,
    /// What it finds.
    pub entity: String,
    /// How much harm that can do.
    pub sensitivity: Sensitivity,
    /// The sets that it is of, in the order of their names.
    pub sets: Vec<String>,
    /// Check digits and structure, and whether a failed check drops the match.
    pub(crate) validator: Option<(Validator, Mode)>,
    pub(crate) window: (usize, usize),
    pub(crate) suppress: bool,
    /// It opens something: a password, a key.
    pub(crate) credential: bool,
}

impl Rule {
    /// The jurisdiction as its ISO 3166 code in lower case, or `global`.
    pub fn jurisdiction(&self) -> &str {
        self.id.split_once('.').map(|(folder, _)| folder).filter(|folder| folder.len() == 2).unwrap_or("global")
    }
}

/// A pattern in force.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) rule: RuleId,
    pub(crate) name: String,
    pub(crate) likelihood: Likelihood,
    /// It is found by the name of its field, which leaves nothing to the words around.
    pub(crate) field: bool,
}

/// The stages that find matches of some of the patterns.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    pub(crate) scanner: Scanner,
    pub(crate) prefixes: Prefixes,
    pub(crate) confirmer: Confirmer,
    /// The longest match, in bytes.
    pub(crate) longest: usize,
}

/// Compiled rules: immutable, and shared by any number of threads.
#[derive(Clone, Debug)]
pub struct Ruleset {
    pub(crate) rules: Vec<Rule>,
    pub(crate) patterns: Vec<Pattern>,
    /// Finds personal data.
    pub(crate) finders: Matcher,
    /// Finds it by the names of fields.
    pub(crate) fields: crate::fields::Fields,
    /// Finds what only looks like it.
    pub(crate) suppressors: Matcher,
    pub(crate) lexicon: Lexicon,
    notes: Vec<Problem>,
}

impl Ruleset {
    /// Compiles the chosen rules for a backend.
    ///
    /// # Errors
    ///
    /// Every pattern that does not compile, every validator that there is not, with file and line.
    pub fn compile(selection: &Selection<'_>, backend: Backend) -> Result<Self, BuildError> {
        Compiler { backend, ..Compiler::default() }.run(selection)
    }

    /// The rules in force: those of jurisdictions first, then by id. A finding's rule is an index into them.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of a finding.
    pub fn rule(&self, id: RuleId) -> &Rule {
        &self.rules[id.index()]
    }

    /// What costs more than it needs to: patterns that go the general way, or are looked at in too many places.
    pub fn notes(&self) -> &[Problem] {
        &self.notes
    }

    /// States of the automata over the patterns, and the bytes they take.
    pub fn size(&self) -> (usize, usize) {
        let (finders, suppressors) = (self.finders.confirmer.size(), self.suppressors.confirmer.size());
        (finders.0 + suppressors.0, finders.1 + suppressors.1)
    }

    /// The most that a [`StreamFilter`](crate::StreamFilter) holds back, in bytes of plain text.
    pub fn hold_back(&self) -> usize {
        let longest = self.finders.longest.max(self.suppressors.longest).max(self.fields.longest());
        2 * longest + self.looks_ahead() + 2 + MAX_CLUSTER
    }

    /// Bytes after a match that its surroundings may be read from, at most.
    fn looks_ahead(&self) -> usize {
        self.rules.iter().map(|rule| rule.window.1).max().unwrap_or(0)
    }

    /// Bytes before a match that count for it, at most: its surroundings, and a suppressor that it lies in with its own.
    pub(crate) fn looks_back(&self) -> usize {
        let words = self.rules.iter().map(|rule| rule.window.0).max().unwrap_or(0);
        (words + self.suppressors.longest).max(self.fields.looks_back())
    }
}

#[derive(Default)]
struct Compiler {
    backend: Backend,
    problems: Vec<Problem>,
    notes: Vec<Problem>,
    patterns: Vec<Pattern>,
    shapes: Vec<Shape>,
    finders: Parts,
    suppressors: Parts,
}

/// What a matcher is made of.
#[derive(Default)]
struct Parts {
    starts: Vec<Start>,
    /// Class strings, each with the index into `starts` of its pattern.
    start_strings: Vec<(usize, ClassString)>,
    /// Patterns that start with a word, and their prefixes.
    opened: Vec<Group>,
    prefixes: Vec<(Vec<u8>, GroupId)>,
    inners: Vec<Inner>,
    inner_strings: Vec<ClassString>,
    generals: Vec<General>,
    longest: usize,
}

impl Compiler {
    fn run(mut self, selection: &Selection<'_>) -> Result<Ruleset, BuildError> {
        let crowded = selection.is_crowded();
        let patterns: usize = selection.rules.iter().map(|rule| rule.patterns.len() + rule.fields.len()).sum();
        if patterns.max(selection.rules.len()) > MAX_PATTERNS {
            let message = format!("{patterns} patterns are more than {MAX_PATTERNS}: choose fewer rules");
            return Err(BuildError::new(vec![Problem { file: "rules".to_owned(), line: 0, message }]));
        }
        let mut sets = selection.library.memberships();
        let mut rules = Vec::new();
        for (index, syntax) in selection.rules.iter().enumerate() {
            let validator = syntax.validator.as_ref().and_then(|name| self.validator(syntax, name));
            rules.push(Rule {
                id: syntax.id.clone(),
                entity: syntax.entity.clone(),
                sensitivity: syntax.sensitivity,
                sets: sets.remove(syntax.id.as_str()).unwrap_or_default(),
                validator,
                window: (syntax.before, syntax.after),
                suppress: syntax.suppress,
                credential: syntax.sensitivity == Sensitivity::Credential,
            });
            for pattern in &syntax.patterns {
                self.pattern(RuleId(index as u16), syntax, pattern, crowded);
            }
        }
        let fields = self.fields(selection);
        if !self.problems.is_empty() {
            return Err(BuildError::new(self.problems));
        }
        let shapes: Arc<[Shape]> = self.shapes.into();
        Ok(Ruleset {
            rules,
            patterns: self.patterns,
            finders: self.finders.matcher(&shapes, self.backend),
            fields,
            suppressors: self.suppressors.matcher(&shapes, self.backend),
            lexicon: lexicon(selection),
            notes: self.notes,
        })
    }

    fn validator(&mut self, rule: &RuleSyntax, name: &ValidatorSyntax) -> Option<(Validator, Mode)> {
        let found = validate::by_name(&name.name);
        if found.is_none() {
            self.problem(rule, name.line, format!("no validator is called {:?}", name.name));
        }
        found.map(|validator| (*validator, name.mode))
    }

    fn pattern(&mut self, rule: RuleId, syntax: &RuleSyntax, pattern: &PatternSyntax, crowded: bool) {
        let id = PatternId(self.patterns.len() as u16);
        // The oracle of the others reads every byte, and suppressors are looked for in small windows.
        let words = self.backend != Backend::Naive && !syntax.suppress;
        let compiled = match pattern::compile(id, pattern, words) {
            Ok(compiled) => compiled,
            Err(problems) => {
                for message in problems {
                    self.problem(syntax, pattern.line, message);
                }
                return;
            }
        };
        for note in compiled.notes {
            let message = format!("pattern {:?} {note}", pattern.name);
            self.notes.push(Problem { file: syntax.file.clone(), line: pattern.line, message });
        }
        let parts = if syntax.suppress { &mut self.suppressors } else { &mut self.finders };
        parts.longest = parts.longest.max(compiled.shape.max_len);
        match compiled.way {
            Way::Start(start, strings) => {
                let index = parts.starts.len();
                parts.starts.push(*start);
                parts.start_strings.extend(strings.into_iter().map(|string| (index, string)));
            }
            Way::Inner(inner, strings) => {
                parts.inners.push(*inner);
                parts.inner_strings.extend(strings);
            }
            Way::Word(automaton, prefixes) => {
                let group = GroupId(parts.opened.len() as u16);
                let Shape { min_len, max_len, .. } = compiled.shape;
                parts.opened.push(Group { automaton, min_len, max_len });
                parts.prefixes.extend(prefixes.into_iter().map(|prefix| (prefix, group)));
            }
            Way::General(general) => parts.generals.push(general),
        }
        let likelihood = if crowded { pattern.crowded } else { pattern.likelihood };
        self.patterns.push(Pattern { rule, name: pattern.name.clone(), likelihood, field: false });
        self.shapes.push(compiled.shape);
    }

    fn problem(&mut self, rule: &RuleSyntax, line: usize, message: String) {
        self.problems.push(Problem { file: rule.file.clone(), line, message });
    }
}

impl Parts {
    fn matcher(self, shapes: &Arc<[Shape]>, backend: Backend) -> Matcher {
        let strings: Vec<ClassString> = self.start_strings.iter().map(|(_, string)| string.clone()).collect();
        let buckets = Buckets::new(&strings, &self.inner_strings, backend);
        let groups = groups::of(self.starts, shapes, &self.start_strings, &buckets);
        let groups = Groups { opened: self.opened, ..groups };
        Matcher {
            scanner: Scanner::new(&buckets),
            prefixes: Prefixes::new(self.prefixes),
            confirmer: Confirmer::new(groups, self.inners, self.generals, Arc::clone(shapes)),
            longest: self.longest,
        }
    }
}

fn lexicon(selection: &Selection<'_>) -> Lexicon {
    let mut words = Vec::new();
    for (index, rule) in selection.rules.iter().enumerate() {
        let id = RuleId(index as u16);
        let lists = [
            (Role::Key, &rule.keys),
            (Role::Word, &rule.words),
            (Role::Hint, &rule.hints),
            (Role::Negative, &rule.negative),
        ];
        for (role, list) in lists {
            words.extend(selection.library.words(list).map(|word| (id, role, word)));
        }
    }
    Lexicon::new(words)
}

#[cfg(test)]
mod tests;
