//! Strict checks of policies against the rules there are: names that nothing has, statements that never select, transforms
//! that do not fit what they are put on.

use std::collections::BTreeSet;

use super::{Lint, marked};
use crate::error::Problem;
use crate::policy::{
    ActionKind, ActionSyntax, FpeForm, Glob, PolicySyntax, Precision, Selection, Subject, TransformSyntax, selection,
};
use crate::ruleset::{Library, RuleSyntax};
use crate::suggest::{did_you_mean, nearest};

/// Checks a policy against all rules of the library, whichever of them will be in force. Problems are names that no rule
/// has and statements that select nothing; notes are transforms that do not fit, by the rules' own examples.
pub fn lint_policy(policy: &PolicySyntax, library: &Library) -> Lint {
    let memberships = library.memberships();
    let rules: Vec<&RuleSyntax> = library.rules().filter(|rule| !rule.suppress).collect();
    let subject = |rule: &&'_ RuleSyntax| -> (String, Vec<String>) {
        let sets = memberships.get(rule.id.as_str()).cloned().unwrap_or_default();
        (rule.jurisdiction().unwrap_or("global").to_owned(), sets)
    };
    let homes: Vec<(String, Vec<String>)> = rules.iter().map(subject).collect();
    let subjects: Vec<Subject<'_>> = rules.iter().zip(&homes).map(|(rule, home)| about(rule, home)).collect();
    let mut lint = Lint::default();
    let names = Names::new(&subjects);
    check_names(policy, &names, &mut lint.problems);
    let before = lint.problems.len();
    check_reach(policy, &subjects, &mut lint.problems);
    // What names nothing selects nothing: said once.
    let misspelt: BTreeSet<usize> = lint.problems[..before].iter().map(|problem| problem.line).collect();
    let lines = |index: usize| lines_of(policy, index);
    let told = |problem: &Problem| {
        let index = policy.statements.iter().position(|statement| statement.line == problem.line);
        index.is_some_and(|index| lines(index).any(|line| misspelt.contains(&line)))
    };
    let mut at = 0;
    lint.problems.retain(|problem| {
        at += 1;
        at <= before || !told(problem)
    });
    check_fitness(policy, &rules, &subjects, &mut lint.notes);
    lint.problems.sort();
    lint.notes.sort();
    lint
}

fn about<'a>(rule: &'a RuleSyntax, (jurisdiction, sets): &'a (String, Vec<String>)) -> Subject<'a> {
    Subject { entity: &rule.entity, sensitivity: rule.sensitivity, jurisdiction, sets }
}

/// The lines of the names in a statement.
fn lines_of(policy: &PolicySyntax, index: usize) -> impl Iterator<Item = usize> {
    let statement = &policy.statements[index];
    let names = statement.entities.iter().chain(&statement.sets).chain(&statement.jurisdictions);
    names.map(|&(_, line)| line)
}

/// The names that rules have.
struct Names<'a> {
    entities: BTreeSet<&'a str>,
    sets: BTreeSet<&'a str>,
    jurisdictions: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    fn new(subjects: &[Subject<'a>]) -> Self {
        Self {
            entities: subjects.iter().map(|subject| subject.entity).collect(),
            sets: subjects.iter().flat_map(|subject| subject.sets).map(String::as_str).collect(),
            jurisdictions: subjects.iter().map(|subject| subject.jurisdiction).collect(),
        }
    }
}

fn check_names(policy: &PolicySyntax, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let mut check = |file: &str, what: &str, asked: &[(String, usize)], there_are: &BTreeSet<&str>| {
        for (name, line) in asked {
            let glob = Glob::new(name, false);
            if there_are.iter().any(|there_is| glob.matches(there_is.as_bytes())) {
                continue;
            }
            let message = if Glob::is_name(name) {
                let hint = did_you_mean(nearest(name, there_are.iter().copied()));
                format!("no rule has the {what} {name:?}{hint}")
            } else {
                format!("no rule has a {what} like {name:?}")
            };
            problems.push(Problem { file: file.to_owned(), line: *line, message });
        }
    };
    for statement in &policy.statements {
        check(&policy.file, "entity", &statement.entities, &names.entities);
        check(&policy.file, "set", &statement.sets, &names.sets);
        check(&policy.file, "jurisdiction", &statement.jurisdictions, &names.jurisdictions);
    }
    for list in &policy.allow {
        check(&list.file, "entity", &list.entities, &names.entities);
    }
}

/// Statements that select no finding of any rule.
fn check_reach(policy: &PolicySyntax, subjects: &[Subject<'_>], problems: &mut Vec<Problem>) {
    let selections: Vec<Selection> = policy.statements.iter().map(selection).collect();
    for (index, (statement, this)) in policy.statements.iter().zip(&selections).enumerate() {
        let mut shadows = BTreeSet::new();
        let (mut selected, mut reached) = (0, false);
        for subject in subjects.iter().filter(|subject| this.misses_rule(subject).is_none()) {
            selected += 1;
            let covers = |earlier: &&Selection| earlier.misses_rule(subject).is_none() && earlier.covers(this);
            match selections[..index].iter().position(|earlier| covers(&earlier)) {
                Some(earlier) => shadows.insert(policy.statements[earlier].line),
                None => {
                    reached = true;
                    break;
                }
            };
        }
        if reached {
            continue;
        }
        let message = if selected == 0 {
            "the statement selects nothing: no rule fits all its fields".to_owned()
        } else {
            let lines: Vec<String> = shadows.iter().map(usize::to_string).collect();
            format!("the statement selects nothing: what it names is decided before, on line {}", lines.join(", "))
        };
        problems.push(Problem { file: policy.file.clone(), line: statement.line, message });
    }
}

/// Transforms on entities whose examples they cannot take.
fn check_fitness(policy: &PolicySyntax, rules: &[&RuleSyntax], subjects: &[Subject<'_>], notes: &mut Vec<Problem>) {
    let selections: Vec<Selection> = policy.statements.iter().map(selection).collect();
    let decided = |subject: &Subject<'_>, until: usize| {
        selections[..until].iter().any(|earlier| earlier.misses_rule(subject).is_none() && earlier.is_by_rule_alone())
    };
    let mut check = |action: &ActionSyntax, until: usize, selected: &dyn Fn(&Subject<'_>) -> bool| {
        let ActionKind::Transform(transform) = &action.kind else { return };
        let mut unfit: BTreeSet<&str> = BTreeSet::new();
        for (rule, subject) in rules.iter().zip(subjects) {
            if selected(subject) && !decided(subject, until) && !fits(transform, rule) {
                unfit.insert(subject.entity);
            }
        }
        if !unfit.is_empty() {
            let entities: Vec<&str> = unfit.into_iter().collect();
            let message = format!("{:?} does not fit {}: they will be masked", transform.as_str(), entities.join(", "));
            notes.push(Problem { file: policy.file.clone(), line: action.line, message });
        }
    };
    for (index, statement) in policy.statements.iter().enumerate() {
        check(&statement.action, index, &|subject| selections[index].misses_rule(subject).is_none());
    }
    check(&policy.default, selections.len(), &|_| true);
}

/// True when the transform can take every example of the rule.
fn fits(transform: &TransformSyntax, rule: &RuleSyntax) -> bool {
    let values = rule.find.iter().filter_map(|(text, _)| {
        let (plain, span) = marked(text)?;
        plain.get(span.range()).map(str::to_owned)
    });
    let fits: &dyn Fn(&str) -> bool = match transform {
        TransformSyntax::Fpe { form, .. } => &|value| is_of(form, value),
        TransformSyntax::Bucket { .. } => &|value| value.parse::<f64>().is_ok_and(f64::is_finite),
        TransformSyntax::DateShift { .. } | TransformSyntax::Truncate { to: Precision::Year, .. } => &is_date,
        TransformSyntax::Truncate { to: Precision::Network, .. } => &|value| value.parse::<std::net::IpAddr>().is_ok(),
        TransformSyntax::Truncate { to: Precision::Coordinate, .. } => {
            &|value| value.split(',').all(|part| part.contains('.') && part.trim().parse::<f64>().is_ok())
        }
        TransformSyntax::Truncate { to: Precision::Zip3, .. } => &|value| matches!(digits(value), 5 | 9),
        TransformSyntax::Truncate { to: Precision::Age, .. } => &|value| value.parse::<u8>().is_ok(),
        _ => return true,
    };
    values.into_iter().all(|value| fits(&value))
}

/// True when format-preserving encryption can take the value: enough letters and digits of its alphabet, and no others.
fn is_of(form: &FpeForm, value: &str) -> bool {
    let mut letters = value.chars().filter(|character| character.is_alphanumeric());
    match form {
        FpeForm::Card { .. } => (12..=19).contains(&digits(value)) && letters.all(|c| c.is_ascii_digit()),
        FpeForm::Alphabet(name) => {
            let (least, of): (usize, fn(char) -> bool) = match name.as_str() {
                "digits" => (6, |c| c.is_ascii_digit()),
                "upper" => (4, |c| c.is_ascii_digit() || c.is_ascii_uppercase()),
                "lower" => (4, |c| c.is_ascii_digit() || c.is_ascii_lowercase()),
                _ => (4, |c| c.is_ascii_alphanumeric()),
            };
            letters.clone().count() >= least && letters.all(of)
        }
    }
}

fn digits(value: &str) -> usize {
    value.bytes().filter(u8::is_ascii_digit).count()
}

/// True when the value has the look of a date: three numbers, or eight digits.
fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split(['-', '/', '.', 'T', ' ']).take(3).collect();
    let number = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number) || value.len() == 8 && digits(value) == 8
}
