//! Strict checks of rule files: what a reviewer would ask for, and every example through the whole engine.

mod policy;

use std::collections::BTreeMap;

pub use policy::lint_policy;

use crate::engine::{Engine, Outcome, Scratch};
use crate::error::Problem;
use crate::policy::Policy;
use crate::ruleset::{Library, RuleSyntax, Ruleset, Selection, UnknownName};
use crate::scan::Backend;
use crate::span::Span;

/// Fewest examples of either kind.
const EXAMPLES: usize = 3;

/// What the linter found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lint {
    /// Mistakes.
    pub problems: Vec<Problem>,
    /// What costs more than it needs to.
    pub notes: Vec<Problem>,
}

/// Checks every rule of the library: references and examples are there, examples find what they say and
/// counter-examples nothing, with the rule's jurisdiction and the global rules in force; and with all rules in force,
/// every backend says the same of all of them.
pub fn lint(library: &Library) -> Lint {
    let mut lint = Lint::default();
    let mut engines: BTreeMap<String, Option<Engine>> = BTreeMap::new();
    for rule in library.rules() {
        let mut problem = |line: usize, message: String| {
            lint.problems.push(Problem { file: rule.file.clone(), line, message });
        };
        if rule.references.is_empty() {
            problem(0, "`references` is empty: name the authority or the standard".to_owned());
        }
        for (name, examples) in [("find", &rule.find), ("pass", &rule.pass)] {
            if examples.len() < EXAMPLES {
                problem(0, format!("`tests.{name}` has {} of at least {EXAMPLES} texts", examples.len()));
            }
        }
        let engine = engines.entry(rule.folder().to_owned()).or_insert_with(|| {
            // A library without global rules is still a library.
            let list = format!("{},global", rule.folder());
            let selection = library.select(&list).or_else(|_| library.select(rule.folder()));
            engine(selection, Backend::default(), &mut lint)
        });
        if let Some(engine) = engine {
            run_examples(engine, rule, &mut lint.problems);
        }
    }
    compare_backends(library, &mut lint);
    for list in [&mut lint.problems, &mut lint.notes] {
        list.sort();
        list.dedup();
    }
    lint
}

/// The engine of a choice of rules, at any likelihood; what is wrong with them is told.
fn engine(selection: Result<Selection<'_>, UnknownName>, backend: Backend, lint: &mut Lint) -> Option<Engine> {
    let compiled = match selection {
        Ok(selection) => Ruleset::compile(&selection, backend).map_err(|error| error.problems().to_vec()),
        Err(unknown) => Err(vec![Problem::new("rules", 0, unknown.to_string())]),
    };
    match compiled {
        Ok(rules) => {
            lint.notes.extend(rules.notes().iter().cloned());
            Some(Engine::new(rules, Policy::default()))
        }
        Err(problems) => {
            lint.problems.extend(problems);
            None
        }
    }
}

/// Every example on every backend, with all rules in force: what each says is compared with the first.
fn compare_backends(library: &Library, lint: &mut Lint) {
    let compiled = Backend::available()
        .filter_map(|backend| Some((backend, engine(library.select("all"), backend, lint)?, Scratch::new())));
    let mut engines: Vec<(Backend, Engine, Scratch)> = compiled.collect();
    let Some(((_, first, scratch), others)) = engines.split_first_mut() else { return };
    for rule in library.rules() {
        for (text, line) in rule.find.iter().chain(&rule.pass) {
            let plain = text.replace(['«', '»'], "");
            let expected = first.explain(plain.as_bytes(), scratch);
            for (backend, other, scratch) in others.iter_mut() {
                if other.explain(plain.as_bytes(), scratch) != expected {
                    let message = format!("`tests`: the backend {} says something else of this text", backend.as_str());
                    lint.problems.push(Problem { file: rule.file.clone(), line: *line, message });
                }
            }
        }
    }
}

fn run_examples(engine: &Engine, rule: &RuleSyntax, problems: &mut Vec<Problem>) {
    let mut scratch = Scratch::new();
    let mut found = |text: &str| -> Vec<Span> {
        let explanations = engine.explain(text.as_bytes(), &mut scratch);
        let of_rule = explanations.into_iter().filter(|e| engine.rules().rule(e.rule).id == rule.id);
        let hits = of_rule.filter(|e| matches!(e.outcome, Outcome::Found | Outcome::Suppressor));
        hits.map(|e| e.span).collect()
    };
    let mut problem = |line: usize, message: String| {
        problems.push(Problem { file: rule.file.clone(), line, message });
    };
    for (text, line) in &rule.find {
        let Some((plain, span)) = marked(text) else {
            problem(*line, "`tests.find` has no «…» around the expected finding".to_owned());
            continue;
        };
        let spans = found(&plain);
        if !spans.contains(&span) {
            let instead: Vec<String> = spans.iter().map(|span| format!("{}..{}", span.start, span.end)).collect();
            let instead = if instead.is_empty() { "nothing".to_owned() } else { instead.join(", ") };
            problem(*line, format!("`tests.find`: expected {}..{}, found {instead}", span.start, span.end));
        }
    }
    for (text, line) in &rule.pass {
        if let Some(span) = found(text).first() {
            problem(*line, format!("`tests.pass`: found {}..{}", span.start, span.end));
        }
    }
}

/// The text without its marks, and the span between them.
fn marked(text: &str) -> Option<(String, Span)> {
    let start = text.find('«')?;
    let end = text.find('»')?;
    let value = text.get(start + '«'.len_utf8()..end)?;
    let plain = format!("{}{value}{}", &text[..start], &text[end + '»'.len_utf8()..]);
    Some((plain, Span::new(start, start + value.len())))
}
