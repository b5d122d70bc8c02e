//! Rule files from anybody: wrong ones are refused with a reason, right ones keep the laws.

use privet_core::{
    Backend, BuildError, Engine, Library, Likelihood, Policy, RuleSyntax, Ruleset, Source, SourceKind, Transform,
};

use super::engines::Masking;
use super::input;
use super::{backends, chunks, redact};
use crate::corpus::Rng;

/// Longer regular expressions are skipped, so that no input takes long,
const LONGEST_REGEX: usize = 300;

/// and those whose bounds of repeats, those of ten and more multiplied, are beyond this: `(x{99}){99}`.
const MOST_REPEATS: usize = 5_000;

/// The first byte says what the rest is: a rule, a word list, a set, or changes to one of our rules.
pub fn rule_laws(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let (path, text, kind) = match kind % 4 {
        0 => ("fuzz.toml", String::from_utf8_lossy(rest).into_owned(), SourceKind::Rule),
        1 => ("words/fuzz.toml", String::from_utf8_lossy(rest).into_owned(), SourceKind::Words),
        2 => ("sets/fuzz.toml", String::from_utf8_lossy(rest).into_owned(), SourceKind::Set),
        _ => {
            let (path, text) = changed(rest);
            (path, text, SourceKind::Rule)
        }
    };
    let ours = Source { kind, path, text: &text };
    match Library::parse(others(kind, &text).into_iter().chain([ours])) {
        Ok(library) => run(&library, path, &text, kind, rest),
        Err(error) => check_error(&error, path, &text),
    }
}

/// What the file may refer to.
fn others(kind: SourceKind, text: &str) -> Vec<Source<'static>> {
    let mut others = Vec::new();
    for &(path, list) in privet_rulesets::WORDS {
        let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".toml");
        if text.contains(&format!("@{name}")) {
            others.push(Source { kind: SourceKind::Words, path, text: list });
        }
    }
    if kind == SourceKind::Set {
        let few = privet_rulesets::RULES.iter().filter(|(_, text)| !text.contains("\"@")).take(3);
        others.extend(few.map(|&(path, text)| Source { kind: SourceKind::Rule, path, text }));
    }
    others
}

/// One of our rule files with pieces replaced: each change is a place (two bytes), how much goes, how much comes, and
/// that.
fn changed(data: &[u8]) -> (&'static str, String) {
    let (index, mut changes) = data.split_at(data.len().min(2));
    let index = index.iter().fold(0, |index, &byte| index << 8 | usize::from(byte));
    let (path, text) = privet_rulesets::RULES[index % privet_rulesets::RULES.len()];
    let mut text = text.as_bytes().to_vec();
    while let [high, low, goes, comes, rest @ ..] = changes {
        let at = (usize::from(*high) << 8 | usize::from(*low)) % (text.len() + 1);
        let end = text.len().min(at + usize::from(*goes));
        let (new, rest) = rest.split_at(rest.len().min(usize::from(*comes)));
        text.splice(at..end, new.iter().copied());
        changes = rest;
    }
    (path, String::from_utf8_lossy(&text).into_owned())
}

/// An error names the file and a line of it, and is not much longer than the file.
fn check_error(error: &BuildError, path: &str, text: &str) {
    assert!(!error.problems().is_empty(), "an error without a problem");
    assert!(error.problems().len() <= 10 + text.len(), "more problems than bytes");
    let lines = 1 + text.matches('\n').count();
    for problem in error.problems() {
        assert!(problem.file == path || problem.file == "rules", "a problem of {:?}", problem.file);
        assert!(problem.line <= lines, "line {} of {lines}", problem.line);
        assert!(!problem.message.is_empty(), "a problem without a message");
        assert!(problem.message.len() <= 1000 + 16 * text.len(), "a message of {} bytes", problem.message.len());
    }
}

fn run(library: &Library, path: &str, text: &str, kind: SourceKind, data: &[u8]) {
    let long = |rule: &RuleSyntax| rule.patterns.len() > 8 || rule.patterns.iter().any(|p| is_long(&p.regex));
    if library.rules().any(long) || library.rules().count() == 0 {
        return;
    }
    let list = match (kind, library.sets().next()) {
        (SourceKind::Set, Some(set)) => set.id.as_str(),
        _ => "all",
    };
    // The name of a set is free, and one with a comma in it cannot be asked for.
    let Ok(selection) = library.select(list) else { return };
    let compiled = |backend| Ruleset::compile(&selection, backend);
    let rules = match compiled(Backend::default()) {
        Ok(rules) => rules,
        Err(error) => return check_error(&error, path, text),
    };
    let policy = Policy::new(Transform::Redact).threshold(Likelihood::VeryUnlikely);
    let masking = Masking { engine: Engine::new(rules, policy.clone()), transform: Transform::Redact };
    let rest = Backend::available().filter(|&backend| backend != Backend::default());
    let rest: Vec<Engine> =
        rest.map(|backend| Engine::new(compiled(backend).expect("compiled before"), policy.clone())).collect();
    for text in texts(library, data) {
        backends::agree([&masking.engine].into_iter().chain(&rest), &text);
        redact::laws(&masking, &text);
        chunks::laws(&masking, data.len() % 2 == 1, false, &[17, 0, 64], &text);
    }
}

fn is_long(regex: &str) -> bool {
    let bounds = regex.split(['{', ',', '}']).filter_map(|bound| bound.trim().parse::<usize>().ok());
    let repeats = bounds.filter(|&bound| bound >= 10).fold(1, usize::saturating_mul);
    regex.len() > LONGEST_REGEX || repeats > MOST_REPEATS
}

/// The rule's own examples, and the input itself.
fn texts(library: &Library, data: &[u8]) -> Vec<Vec<u8>> {
    let examples = library.rules().flat_map(|rule| rule.find.iter().chain(&rule.pass)).take(12);
    let examples: Vec<&str> = examples.map(|(text, _)| text.as_str()).collect();
    let mut all = examples.join("\n").replace(['«', '»'], "").into_bytes();
    all.truncate(1000);
    vec![all, data[data.len() - data.len().min(200)..].to_vec()]
}

/// What rule files are made of.
const WORDS: [&str; 40] = [
    "id = \"fuzz.x\"\n",
    "entity = \"X\"\n",
    "title = \"x\"\n",
    "description = \"x\"\n",
    "sensitivity = \"ordinary\"\n",
    "[[patterns]]\n",
    "name = \"x\"\n",
    "regex = '[0-9]{5}'\n",
    "likelihood = \"likely\"\n",
    "[validator]\n",
    "mode = \"hard\"\n",
    "[context]\nwords = [\"x\"]\n",
    "[label]\nkeys = [\"x\"]\n",
    "[tests]\n",
    "words = [\"a\", \"@bank\"]\n",
    "members = [\"all\"]\n",
    "search = \"inner\"\n",
    "suppress = true\n",
    "max_len = 9\n",
    "boundary = \"none\"\n",
    "[a-z]",
    "{2,9}",
    "{0,}",
    "(?<value> ",
    ")",
    "|",
    "[^",
    "\\b",
    "^",
    "$",
    ".*",
    "+",
    "?",
    "\\x00",
    "'",
    "\"",
    "\n",
    "not_after = '[0-9]'\n",
    "before = 0\n",
    "[law]\n",
];

/// A made-up file: one of ours with a few pieces replaced, or words of such files.
pub fn generated(rng: &mut Rng) -> Vec<u8> {
    let kind = if rng.one_in(4) { rng.below(3) as u8 } else { 3 };
    let mut data = vec![kind];
    if kind == 3 {
        data.extend_from_slice(&[rng.bits() as u8, rng.bits() as u8]);
    }
    for _ in 0..rng.below(if kind == 3 { 4 } else { 16 }) {
        let new: Vec<u8> = match rng.below(4) {
            0 => input::text(&input::generated(0, rng)).into_iter().take(30).collect(),
            1 => Vec::new(),
            _ => rng.pick(&WORDS).into(),
        };
        if kind == 3 {
            data.extend_from_slice(&[rng.below(12) as u8, rng.bits() as u8, rng.below(8) as u8, new.len() as u8]);
        }
        data.extend_from_slice(&new);
    }
    data
}
