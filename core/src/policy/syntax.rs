//! Policies as their files say them. Names of keys and entities are not looked up here.

use std::fmt;

use regex_automata::meta::Regex;
use regex_automata::util::syntax;

use super::path::PathPattern;
use super::transform_syntax::{ActionKind, ActionSyntax, OptionsSyntax, TransformSyntax, action};
use super::{OnError, PolicyMode};
use crate::error::{BuildError, Problem};
use crate::labels::Label;
use crate::likelihood::Likelihood;
use crate::limits::MAX_REGEX;
use crate::sensitivity::Sensitivity;
use crate::toml_fields::{At, Fields, Report, one_of};

/// A policy file. Lists are in the order of the file, each text with its line.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PolicySyntax {
    /// The file.
    pub file: String,
    /// The name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The law or standard that it follows.
    pub references: Vec<String>,
    /// Whether it changes anything.
    pub mode: PolicyMode,
    /// The least likely finding that it is about.
    pub threshold: Likelihood,
    /// What is done with findings that no statement selects.
    pub default: ActionSyntax,
    /// What is done with payloads that cannot be read and are of no route.
    pub on_error: OnError,
    /// The first that selects a finding decides.
    pub statements: Vec<StatementSyntax>,
    /// Values that are let through, before any statement.
    pub allow: Vec<AllowSyntax>,
    /// What is done with payloads that cannot be read: the first route that fits decides.
    pub routes: Vec<RouteSyntax>,
}

/// What is done with some findings.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StatementSyntax {
    /// Line in the file.
    pub line: usize,
    /// What it is called in explanations.
    pub name: Option<String>,
    /// Entities, with `*` for any run of characters.
    pub entities: Vec<(String, usize)>,
    /// Sets of rules, in the same way.
    pub sets: Vec<(String, usize)>,
    /// How much harm the data can do.
    pub sensitivities: Vec<Sensitivity>,
    /// ISO 3166 codes in lower case, and `global`.
    pub jurisdictions: Vec<(String, usize)>,
    /// The least likelihood.
    pub likelihood: Option<Likelihood>,
    /// Patterns of places in a structure.
    pub paths: Vec<(String, usize)>,
    /// Letters of ASCII in paths are the same in upper and lower case.
    pub ignore_case: bool,
    /// Labels of the route, with `*` for any run of characters.
    pub labels: Vec<(Label, Vec<String>)>,
    /// What is done.
    pub action: ActionSyntax,
}

/// Values that are known and let through.
#[derive(Clone)]
#[non_exhaustive]
pub struct AllowSyntax {
    /// The file.
    pub file: String,
    /// Line in the file.
    pub line: usize,
    /// What it is called in explanations.
    pub name: Option<String>,
    /// Entities, with `*`; none: all.
    pub entities: Vec<(String, usize)>,
    /// Whole values.
    pub exact: Vec<String>,
    /// Starts of values.
    pub prefixes: Vec<String>,
    /// Ends of values.
    pub suffixes: Vec<String>,
    /// Regular expressions of whole values.
    pub patterns: Vec<String>,
    /// Letters of ASCII are the same in upper and lower case.
    pub ignore_case: bool,
    /// Spaces and `-./()` do not count.
    pub ignore_separators: bool,
    /// The published test values are of the list, too.
    pub test_numbers: bool,
}

/// What is done with payloads of a route that cannot be read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RouteSyntax {
    /// Line in the file.
    pub line: usize,
    /// What it is called.
    pub name: Option<String>,
    /// Labels of the route, with `*` for any run of characters.
    pub labels: Vec<(Label, Vec<String>)>,
    /// What is done.
    pub on_error: OnError,
}

impl fmt::Debug for AllowSyntax {
    /// Shows no value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = self.exact.len() + self.prefixes.len() + self.suffixes.len() + self.patterns.len();
        write!(f, "AllowSyntax({}:{}, {values} values)", self.file, self.line)
    }
}

impl PolicySyntax {
    /// Reads a policy file.
    ///
    /// # Errors
    ///
    /// Every mistake, with its line.
    pub fn parse(file: &str, text: &str) -> Result<Self, BuildError> {
        let mut problems = Vec::new();
        let syntax = Self::read(file, text, &mut problems);
        if problems.is_empty() { Ok(syntax) } else { Err(BuildError::new(problems)) }
    }

    /// Reads a policy file; problems are reported and the rest is read.
    pub(super) fn read(file: &str, text: &str, problems: &mut Vec<Problem>) -> Self {
        let report = &mut Report::new(file, text, problems);
        let document = report.parse();
        let mut fields = Fields::new(document.get_ref(), "", 0);
        let name = fields.required(report, "name");
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !name.value.bytes().all(letter) {
            report
                .problem(name.at, format!("`name` {:?} is not of lower case letters, digits and hyphens", name.value));
        }
        let description = fields.required(report, "description").value;
        let references = fields.texts(report, "references").into_iter().map(|text| text.value).collect();
        let modes = PolicyMode::ALL.map(|mode| (mode.as_str(), mode));
        let mode = choice(&mut fields, report, "mode", &modes);
        let threshold = choice(&mut fields, report, "threshold", &levels());
        let on_error = choice(&mut fields, report, "on_error", &outcomes());
        let default = action(&mut fields, report, "default");
        let statements = fields.tables(report, "statements").into_iter();
        let statements = statements.map(|fields| statement(fields, report)).collect();
        let allow = fields.tables(report, "allow").into_iter();
        let allow = allow.map(|fields| allow_list(fields, file, report, Values::OfAPolicy)).collect();
        let routes = fields.tables(report, "routes").into_iter().map(|fields| route(fields, report)).collect();
        fields.finish(report);
        Self {
            file: file.to_owned(),
            name: name.value,
            description,
            references,
            mode: mode.unwrap_or_default(),
            threshold: threshold.unwrap_or(Likelihood::Possible),
            default: default.unwrap_or(by_entity(0)),
            on_error: on_error.unwrap_or_default(),
            statements,
            allow,
            routes,
        }
    }

    /// The ids of all keys that it names, in order.
    pub fn keys(&self) -> Vec<&str> {
        let actions = self.statements.iter().map(|statement| &statement.action).chain([&self.default]);
        let mut keys: Vec<&str> = actions
            .filter_map(|action| match &action.kind {
                ActionKind::Transform(transform) => transform.key(),
                _ => None,
            })
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// Reads a file of published test values: allow lists, each with the source of what is on it.
pub(super) fn test_values(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<AllowSyntax> {
    let report = &mut Report::new(file, text, problems);
    let document = report.parse();
    let mut fields = Fields::new(document.get_ref(), "", 0);
    let tables = fields.tables(report, "values").into_iter();
    let lists = tables.map(|fields| allow_list(fields, file, report, Values::Published)).collect();
    fields.finish(report);
    lists
}

/// What is done where a file does not say: the entity's name.
fn by_entity(line: usize) -> ActionSyntax {
    ActionSyntax { line, kind: ActionKind::Transform(TransformSyntax::Entity), options: OptionsSyntax::default() }
}

fn statement(mut fields: Fields<'_, '_>, report: &mut Report<'_>) -> StatementSyntax {
    let line = report.line(fields.at());
    let classes = Sensitivity::ALL.map(|class| (class.as_str(), class));
    let sensitivities = listed(&mut fields, report, "sensitivity");
    let sensitivities = sensitivities.iter().filter_map(|text| one_of(text, "sensitivity", &classes, report)).collect();
    let ignore_case = fields.flag(report, "ignore_case").unwrap_or(false);
    let paths = listed(&mut fields, report, "path");
    for path in &paths {
        if let Err(reason) = PathPattern::parse(&path.value, ignore_case) {
            report.problem(path.at, format!("`path` {:?} is no pattern: {reason}", path.value));
        }
    }
    if ignore_case && paths.is_empty() {
        report.problem(fields.at(), "`ignore_case` is about `path`, which is not there");
    }
    if !fields.has("action") {
        report.problem(fields.at(), "`statements.action` is missing");
    }
    let statement = StatementSyntax {
        line,
        name: fields.text(report, "name").map(|text| text.value),
        entities: lines(listed(&mut fields, report, "entity"), report),
        sets: lines(listed(&mut fields, report, "set"), report),
        sensitivities,
        jurisdictions: lines(listed(&mut fields, report, "jurisdiction"), report),
        likelihood: choice(&mut fields, report, "likelihood", &levels()),
        paths: lines(paths, report),
        ignore_case,
        labels: labels(&mut fields, report),
        action: action(&mut fields, report, "action").unwrap_or(by_entity(line)),
    };
    fields.finish(report);
    statement
}

/// Where allow lists stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Values {
    OfAPolicy,
    Published,
}

fn allow_list(mut fields: Fields<'_, '_>, file: &str, report: &mut Report<'_>, values: Values) -> AllowSyntax {
    let texts = |list: Vec<At<String>>| -> Vec<String> { list.into_iter().map(|text| text.value).collect() };
    let patterns = listed(&mut fields, report, "regex");
    for pattern in &patterns {
        if whole_value(&pattern.value, false).is_none() {
            // Not shown, as no value is: it may stand for somebody.
            report.problem(pattern.at, "`allow.regex` is no regular expression, or too large");
        }
    }
    let (mut name, mut test_numbers) = (fields.text(report, "name").map(|text| text.value), false);
    if values == Values::Published {
        name = Some(fields.required(report, "name").value);
        fields.required(report, "source");
    } else {
        test_numbers = fields.flag(report, "test_numbers").unwrap_or(false);
    }
    let list = AllowSyntax {
        file: file.to_owned(),
        line: report.line(fields.at()),
        name,
        entities: lines(listed(&mut fields, report, "entity"), report),
        exact: texts(listed(&mut fields, report, "exact")),
        prefixes: texts(listed(&mut fields, report, "prefix")),
        suffixes: texts(listed(&mut fields, report, "suffix")),
        patterns: texts(patterns),
        ignore_case: fields.flag(report, "ignore_case").unwrap_or(false),
        ignore_separators: fields.flag(report, "ignore_separators").unwrap_or(false),
        test_numbers,
    };
    let empty = [&list.exact, &list.prefixes, &list.suffixes, &list.patterns].into_iter().all(Vec::is_empty);
    if empty && !list.test_numbers && !["exact", "prefix", "suffix", "regex"].iter().any(|key| fields.has(key)) {
        report.problem(
            fields.at(),
            "an allow list has one at least of `exact`, `prefix`, `suffix`, `regex`, `test_numbers`",
        );
    }
    fields.finish(report);
    list
}

/// The expression of an allow list, for whole values.
pub(super) fn whole_value(pattern: &str, ignore_case: bool) -> Option<Regex> {
    let syntax = syntax::Config::new().utf8(false).case_insensitive(ignore_case);
    let config = Regex::config().utf8_empty(false).nfa_size_limit(Some(1 << 20));
    // By itself first, so that nothing closes the group around it.
    let alone = |pattern: &str| Regex::builder().syntax(syntax).configure(config.clone()).build(pattern).ok();
    alone(pattern).filter(|_| pattern.len() <= MAX_REGEX).and_then(|_| alone(&format!("(?:{pattern})$")))
}

fn route(mut fields: Fields<'_, '_>, report: &mut Report<'_>) -> RouteSyntax {
    let at = fields.at();
    let on_error = choice(&mut fields, report, "on_error", &outcomes());
    if on_error.is_none() && !fields.has("on_error") {
        report.problem(at, "`routes.on_error` is missing");
    }
    let route = RouteSyntax {
        line: report.line(at),
        name: fields.text(report, "name").map(|text| text.value),
        labels: labels(&mut fields, report),
        on_error: on_error.unwrap_or_default(),
    };
    fields.finish(report);
    route
}

fn labels(fields: &mut Fields<'_, '_>, report: &mut Report<'_>) -> Vec<(Label, Vec<String>)> {
    let values = |label: Label, fields: &mut Fields<'_, '_>, report: &mut Report<'_>| {
        let values = listed(fields, report, label.as_str()).into_iter().map(|text| text.value).collect();
        (label, values)
    };
    let all = Label::ALL.map(|label| values(label, fields, report));
    all.into_iter().filter(|(_, values): &(Label, Vec<String>)| !values.is_empty()).collect()
}

/// A list that asks for nothing when it is empty, and so is not written empty by mistake.
fn listed(fields: &mut Fields<'_, '_>, report: &mut Report<'_>, key: &'static str) -> Vec<At<String>> {
    let list = fields.one_or_many(report, key);
    if let Some(empty) = list.iter().find(|text| text.value.is_empty()) {
        report.problem(empty.at, format!("`{key}` holds an empty text"));
    }
    if list.is_empty() && fields.is_empty_list(key) {
        report.problem(fields.at(), format!("`{key}` is empty: leave it out to ask for nothing"));
    }
    list
}

fn choice<T: Copy>(
    fields: &mut Fields<'_, '_>,
    report: &mut Report<'_>,
    key: &'static str,
    values: &[(&str, T)],
) -> Option<T> {
    fields.text(report, key).and_then(|text| one_of(&text, key, values, report))
}

fn levels() -> [(&'static str, Likelihood); 5] {
    Likelihood::ALL.map(|level| (level.as_str(), level))
}

fn outcomes() -> [(&'static str, OnError); 4] {
    OnError::ALL.map(|outcome| (outcome.as_str(), outcome))
}

fn lines(texts: Vec<At<String>>, report: &Report<'_>) -> Vec<(String, usize)> {
    texts.into_iter().map(|text| (text.value, report.line(text.at))).collect()
}
