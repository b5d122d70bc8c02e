//! Strict checks of rule files: what a reviewer would ask for, and every example through the whole engine.

mod policy;

use std::collections::BTreeMap;

pub use policy::lint_policy;

use crate::engine::{Engine, Outcome, Scratch};
use crate::error::Problem;
use crate::policy::Policy;
use crate::ruleset::{Library, RuleSyntax, Ruleset};
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
/// counter-examples nothing, on every backend, with the rule's jurisdiction and the global rules in force.
pub fn lint(library: &Library) -> Lint {
    let mut lint = Lint::default();
    let mut engines: BTreeMap<String, Vec<Engine>> = BTreeMap::new();
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
        let list = format!("{},global", rule.folder());
        if !engines.contains_key(&list) {
            match compile(library, &list) {
                Ok((compiled, notes)) => {
                    lint.notes.extend(notes);
                    engines.insert(list.clone(), compiled);
                }
                Err(problems) => {
                    lint.problems.extend(problems);
                    engines.insert(list.clone(), Vec::new());
                }
            }
        }
        for engine in engines.get(&list).into_iter().flatten() {
            run_examples(engine, rule, &mut lint.problems);
        }
    }
    for list in [&mut lint.problems, &mut lint.notes] {
        list.sort();
        list.dedup();
    }
    lint
}

fn compile(library: &Library, list: &str) -> Result<(Vec<Engine>, Vec<Problem>), Vec<Problem>> {
    // A library without global rules is still a library.
    let selection = library.select(list).or_else(|_| library.select(list.trim_end_matches(",global")));
    let selection = selection
        .map_err(|unknown| vec![Problem { file: "rules".to_owned(), line: 0, message: unknown.to_string() }])?;
    let mut engines = Vec::new();
    let mut notes = Vec::new();
    for backend in Backend::available() {
        let rules = Ruleset::compile(&selection, backend).map_err(|error| error.problems().to_vec())?;
        notes = rules.notes().to_vec();
        engines.push(Engine::new(rules, Policy::default()));
    }
    Ok((engines, notes))
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
