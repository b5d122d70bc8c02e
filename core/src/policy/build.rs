//! From what files say to a policy in force.

use std::fmt;

use super::action::{self, Action};
use super::allow::AllowList;
use super::glob::Glob;
use super::path::PathPattern;
use super::select::Selection;
use super::syntax::{self, AllowSyntax, PolicySyntax, StatementSyntax};
use super::transform_syntax::ActionSyntax;
use super::{Policy, Route, Statement};
use crate::error::{BuildError, Problem};
use crate::labels::Label;
use crate::transform::HashKey;

/// What a policy names and does not hold: keys, and published test values.
#[derive(Clone, Default)]
pub struct Supplies {
    keys: Vec<(String, HashKey)>,
    test_values: Vec<AllowSyntax>,
}

impl Supplies {
    /// Nothing: enough for policies without keys and test numbers.
    pub fn new() -> Self {
        Self::default()
    }

    /// These, and a key under the id that policies name it by.
    #[must_use]
    pub fn key(mut self, id: &str, key: HashKey) -> Self {
        self.keys.push((id.to_owned(), key));
        self
    }

    /// These, and the published test values of a file.
    ///
    /// # Errors
    ///
    /// Every mistake, with its line.
    pub fn test_values(mut self, file: &str, text: &str) -> Result<Self, BuildError> {
        let mut problems = Vec::new();
        self.test_values.extend(syntax::test_values(file, text, &mut problems));
        if problems.is_empty() { Ok(self) } else { Err(BuildError::new(problems)) }
    }

    pub(super) fn hash_key(&self, id: &str) -> Option<&HashKey> {
        self.keys.iter().find(|(given, _)| given == id).map(|(_, key)| key)
    }

    pub(super) fn key_ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|(id, _)| id.as_str())
    }
}

impl fmt::Debug for Supplies {
    /// Shows the ids of keys, and no key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&str> = self.key_ids().collect();
        f.debug_struct("Supplies").field("keys", &keys).finish_non_exhaustive()
    }
}

impl Policy {
    /// The policy of a file.
    ///
    /// # Errors
    ///
    /// Every mistake of the file, and every key that it names and that is not given, with its line.
    pub fn parse(file: &str, text: &str, supplies: &Supplies) -> Result<Self, BuildError> {
        let mut problems = Vec::new();
        let syntax = PolicySyntax::read(file, text, &mut problems);
        let policy = Self::compile(&syntax, supplies, &mut problems);
        if problems.is_empty() { Ok(policy) } else { Err(BuildError::new(problems)) }
    }

    /// The policy of a file that has been read.
    ///
    /// # Errors
    ///
    /// Every key that it names and that is not given, with its line.
    pub fn build(syntax: &PolicySyntax, supplies: &Supplies) -> Result<Self, BuildError> {
        let mut problems = Vec::new();
        let policy = Self::compile(syntax, supplies, &mut problems);
        if problems.is_empty() { Ok(policy) } else { Err(BuildError::new(problems)) }
    }

    fn compile(syntax: &PolicySyntax, supplies: &Supplies, problems: &mut Vec<Problem>) -> Self {
        let mut action = |syntax_of: &ActionSyntax| {
            action::action(syntax_of, supplies).unwrap_or_else(|message| {
                problems.push(Problem { file: syntax.file.clone(), line: syntax_of.line, message });
                Action::Block
            })
        };
        let statements = syntax.statements.iter();
        let statements = statements
            .map(|statement| Statement {
                line: statement.line,
                name: statement.name.clone(),
                selection: selection(statement),
                action: action(&statement.action),
            })
            .collect();
        let default = action(&syntax.default);
        let mut allow = Vec::new();
        for list in &syntax.allow {
            allow.push(allow_list(list));
            if list.test_numbers && supplies.test_values.is_empty() {
                let message = "`test_numbers` needs the published test values, and none are given".to_owned();
                problems.push(Problem { file: list.file.clone(), line: list.line, message });
            }
        }
        for list in syntax.allow.iter().filter(|list| list.test_numbers) {
            // What the list is about narrows down what is published.
            let of = allow_list(list);
            let published = supplies.test_values.iter().map(allow_list);
            allow.extend(published.map(|published| AllowList { also: of.entities.clone(), ..published }));
        }
        let routes = syntax.routes.iter();
        let routes = routes
            .map(|route| Route {
                selection: Selection { labels: labels(&route.labels), ..Selection::default() },
                on_error: route.on_error,
            })
            .collect();
        Self {
            file: syntax.file.clone(),
            name: syntax.name.clone(),
            mode: syntax.mode,
            threshold: syntax.threshold,
            default,
            default_line: syntax.default.line,
            statements,
            allow,
            routes,
            on_error: syntax.on_error,
        }
    }
}

/// What a statement selects.
pub(crate) fn selection(statement: &StatementSyntax) -> Selection {
    let paths = statement.paths.iter();
    Selection {
        entities: globs(&statement.entities),
        sets: globs(&statement.sets),
        sensitivities: statement.sensitivities.clone(),
        jurisdictions: statement.jurisdictions.iter().map(|(code, _)| code.clone()).collect(),
        likelihood: statement.likelihood,
        // What is no pattern has been reported.
        paths: paths.filter_map(|(path, _)| PathPattern::parse(path, statement.ignore_case).ok()).collect(),
        labels: labels(&statement.labels),
    }
}

fn globs(names: &[(String, usize)]) -> Vec<Glob> {
    names.iter().map(|(name, _)| Glob::new(name, false)).collect()
}

fn labels(labels: &[(Label, Vec<String>)]) -> Vec<(Label, Vec<Glob>)> {
    let globs = |values: &[String]| values.iter().map(|value| Glob::new(value, false)).collect();
    labels.iter().map(|(label, values)| (*label, globs(values))).collect()
}

fn allow_list(list: &AllowSyntax) -> AllowList {
    let patterns = list.patterns.iter();
    let mut compiled = AllowList {
        file: list.file.clone(),
        line: list.line,
        name: list.name.clone(),
        entities: globs(&list.entities),
        also: Vec::new(),
        exact: Vec::new(),
        prefixes: Vec::new(),
        suffixes: Vec::new(),
        patterns: patterns.filter_map(|pattern| syntax::whole_value(pattern, list.ignore_case)).collect(),
        ignore_case: list.ignore_case,
        ignore_separators: list.ignore_separators,
    };
    let normal = |values: &[String]| -> Vec<Vec<u8>> {
        let values = values.iter().map(|value| compiled.normal(value.as_bytes()));
        // What is of separators alone would let everything through.
        values.filter(|value| !value.is_empty()).collect()
    };
    let (mut exact, prefixes, suffixes) = (normal(&list.exact), normal(&list.prefixes), normal(&list.suffixes));
    exact.sort();
    (compiled.exact, compiled.prefixes, compiled.suffixes) = (exact, prefixes, suffixes);
    compiled
}
