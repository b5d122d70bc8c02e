//! One pattern, from its regular expression to what the stages run.

use regex_automata::meta::Regex;
use regex_syntax::hir::{Hir, HirKind};

use super::groups::Start;
use super::layouts::layouts;
use super::prefixes::prefixes;
use super::strings::class_strings;
use super::syntax::{Boundary, PatternSyntax, Search};
use crate::byte_set::ByteSet;
use crate::confirm::{Automaton, General, Guard, Inner, Shape};
use crate::finding::PatternId;
use crate::limits::{DEFAULT_MATCH, MAX_NFA, MAX_PATTERN_STATES};
use crate::scan::ClassString;

/// How a pattern is found, ready to be put together with the others.
pub(super) enum Way {
    /// By these class strings.
    Start(Box<Start>, Vec<ClassString>),
    /// By these prefixes, where words start.
    Word(Automaton, Vec<Vec<u8>>),
    /// By its inner literal.
    Inner(Box<Inner>, Vec<ClassString>),
    /// By itself.
    General(General),
}

pub(super) struct Compiled {
    pub(super) shape: Shape,
    pub(super) way: Way,
    /// What there is to know about its cost, for the linter.
    pub(super) notes: Vec<String>,
}

/// A pattern that is well formed, before anything is built of it.
struct Checked {
    hir: Hir,
    guard: Guard,
    /// What comes before the part called `value`.
    lead: Option<Hir>,
    /// Bytes after it.
    trail: usize,
}

/// Everything that is wrong with how a pattern is written.
pub(super) fn problems(syntax: &PatternSyntax) -> Vec<String> {
    check(syntax).err().unwrap_or_default()
}

fn check(syntax: &PatternSyntax) -> Result<Checked, Vec<String>> {
    let mut problems = Vec::new();
    let guard = guard(syntax, &mut problems);
    let hir = match parse(&syntax.regex) {
        Ok(hir) => hir,
        Err(problem) => {
            problems.push(format!("`patterns.regex`: {problem}"));
            return Err(problems);
        }
    };
    if hir.properties().minimum_len().is_none_or(|len| len == 0) {
        problems.push("`patterns.regex` matches nothing at all".to_owned());
    }
    match value(&hir) {
        Ok((lead, trail)) if problems.is_empty() => Ok(Checked { hir, guard, lead, trail }),
        Ok(_) => Err(problems),
        Err(problem) => {
            problems.push(problem);
            Err(problems)
        }
    }
}

/// Compiles a pattern, or says what is wrong with it; `words`: it may be found by the words that it starts with.
pub(super) fn compile(id: PatternId, syntax: &PatternSyntax, words: bool) -> Result<Compiled, Vec<String>> {
    let Checked { hir, guard, lead, trail } = check(syntax)?;
    let mut notes = Vec::new();
    let max_len = longest(syntax, hir.properties().maximum_len(), &mut notes);
    let lead = lead.map(|lead| Automaton::new(&[(id, &without_captures(&lead))], false, MAX_PATTERN_STATES));
    let Ok(lead) = lead.transpose() else {
        return Err(vec!["`patterns.regex` is too large before its `value`".to_owned()]);
    };
    let shape = Shape { guard, min_len: syntax.min_len.unwrap_or(1), max_len, lead, trail };
    let whole = without_captures(&hir);
    let fast = match syntax.search {
        _ if !hir.properties().look_set().is_empty() => None,
        Search::Start => start(id, whole, &shape, words, &mut notes),
        Search::Inner => Some(inner(id, &whole, &shape)?),
    };
    let way = match fast {
        Some(way) => way,
        None => {
            let why = "it looks around inside, or has too many states";
            notes.push(format!("goes the general way, a search of its own over every message: {why}"));
            Way::General(general(id, &hir)?)
        }
    };
    Ok(Compiled { shape, way, notes })
}

/// The syntax tree: of bytes, or where that cannot be, of Unicode characters.
fn parse(regex: &str) -> Result<Hir, String> {
    parse_as(regex, false).or_else(|_| parse_as(regex, true))
}

fn parse_as(regex: &str, unicode: bool) -> Result<Hir, String> {
    let mut builder = regex_syntax::ParserBuilder::new();
    builder.utf8(false).unicode(unicode).ignore_whitespace(true).nest_limit(100);
    builder.build().parse(regex).map_err(|error| match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        error => error.to_string(),
    })
}

fn general(id: PatternId, hir: &Hir) -> Result<General, Vec<String>> {
    let meta = Regex::config().utf8_empty(false).nfa_size_limit(Some(MAX_NFA));
    let regex = Regex::builder().configure(meta).build_from_hir(hir);
    regex.map(|regex| General { pattern: id, regex }).map_err(|_| vec!["`patterns.regex` is too large".to_owned()])
}

fn longest(syntax: &PatternSyntax, maximum: Option<usize>, notes: &mut Vec<String>) -> usize {
    let natural = maximum.unwrap_or(usize::MAX);
    if let Some(max_len) = syntax.max_len {
        return max_len.min(natural);
    }
    if natural > DEFAULT_MATCH {
        notes.push(format!(
            "can match more than {DEFAULT_MATCH} bytes and has no `max_len`: longer matches are not found"
        ));
    }
    natural.min(DEFAULT_MATCH)
}

fn guard(syntax: &PatternSyntax, problems: &mut Vec<String>) -> Guard {
    let refused: ByteSet = (0..=255_u8)
        .filter(|&byte| match syntax.boundary {
            Boundary::Word | Boundary::Number => byte.is_ascii_alphanumeric(),
            Boundary::Digit => byte.is_ascii_digit(),
            Boundary::Token => byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-',
            Boundary::None => false,
        })
        .collect();
    let mut side = |name: &str, class: &Option<String>| {
        let class = class.as_ref().map(|class| byte_class(class));
        let more = match class {
            Some(Some(set)) => set,
            Some(None) => {
                problems.push(format!("`patterns.{name}` is no class of single bytes"));
                ByteSet::EMPTY
            }
            None => ByteSet::EMPTY,
        };
        // The edge is always a neighbour that fits.
        refused.union(&more).complement()
    };
    let before = side("not_before", &syntax.not_before);
    let after = side("not_after", &syntax.not_after);
    Guard { before, after, number: syntax.boundary == Boundary::Number }
}

fn byte_class(class: &str) -> Option<ByteSet> {
    let hir = parse(class).ok()?;
    match hir.kind() {
        HirKind::Class(regex_syntax::hir::Class::Bytes(class)) => {
            Some(class.iter().flat_map(|range| range.start()..=range.end()).collect())
        }
        HirKind::Class(regex_syntax::hir::Class::Unicode(class)) => {
            let bytes: Option<Vec<u8>> = class
                .iter()
                .flat_map(|range| range.start()..=range.end())
                .map(|character| u8::try_from(u32::from(character)).ok().filter(u8::is_ascii))
                .collect();
            Some(bytes?.into_iter().collect())
        }
        HirKind::Literal(literal) if literal.0.len() == 1 => Some(literal.0.iter().copied().collect()),
        _ => None,
    }
}

/// What comes before the part called `value`, and how many bytes after it. Nothing of both where there is no such part.
fn value(hir: &Hir) -> Result<(Option<Hir>, usize), String> {
    let is_value =
        |hir: &Hir| matches!(hir.kind(), HirKind::Capture(capture) if capture.name.as_deref() == Some("value"));
    let parts: &[Hir] = match hir.kind() {
        HirKind::Concat(parts) => parts,
        _ => std::slice::from_ref(hir),
    };
    let Some(at) = parts.iter().position(is_value) else {
        let hidden = hir.properties().explicit_captures_len() > 0 && names_value(hir);
        return if hidden {
            Err("`patterns.regex`: `value` stands inside another group".to_owned())
        } else {
            Ok((None, 0))
        };
    };
    let trail = Hir::concat(parts[at + 1..].to_vec());
    let (least, most) = (trail.properties().minimum_len(), trail.properties().maximum_len());
    if least != most {
        return Err("`patterns.regex`: what follows `value` has no fixed length".to_owned());
    }
    let lead = (at > 0).then(|| Hir::concat(parts[..at].to_vec()));
    Ok((lead, most.unwrap_or(0)))
}

fn names_value(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Capture(capture) => capture.name.as_deref() == Some("value") || names_value(&capture.sub),
        HirKind::Repetition(repetition) => names_value(&repetition.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(names_value),
        _ => false,
    }
}

fn without_captures(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Capture(capture) => without_captures(&capture.sub),
        HirKind::Repetition(repetition) => {
            let mut repetition = repetition.clone();
            repetition.sub = Box::new(without_captures(&repetition.sub));
            Hir::repetition(repetition)
        }
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(without_captures).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(without_captures).collect()),
        _ => hir.clone(),
    }
}

/// `None` when the pattern has too many states.
fn start(id: PatternId, whole: Hir, shape: &Shape, words: bool, notes: &mut Vec<String>) -> Option<Way> {
    let alone = Automaton::new(&[(id, &whole)], false, MAX_PATTERN_STATES).ok()?;
    if words && let Some(prefixes) = prefixes(&alone, shape) {
        return Some(Way::Word(alone, prefixes));
    }
    let strings = class_strings(&alone, shape);
    let candidates: f64 = strings.iter().map(ClassString::frequency).sum();
    if candidates > 0.05 {
        let share = (candidates * 100.0).min(100.0);
        notes.push(format!("its first bytes say little: about {share:.0} in 100 places are looked at closely"));
    }
    let layouts = layouts(&alone, shape);
    Some(Way::Start(Box::new(Start { id, hir: whole, automaton: alone, layouts }), strings))
}

fn inner(id: PatternId, whole: &Hir, shape: &Shape) -> Result<Way, Vec<String>> {
    let problem = |message: &str| Err(vec![format!("`patterns.regex`: {message}")]);
    let HirKind::Concat(parts) = whole.kind() else {
        return problem("has no literal inside to be found by");
    };
    let found = parts.iter().enumerate().skip(1).find_map(|(at, part)| literals(part).map(|literals| (at, literals)));
    let Some((at, literals)) = found else {
        return problem("has no literal inside to be found by");
    };
    let prefix = Hir::concat(parts[..at].to_vec());
    let rest = Hir::concat(parts[at..].to_vec());
    let automaton = |hir: &Hir, reverse| {
        Automaton::new(&[(id, hir)], reverse, MAX_PATTERN_STATES)
            .map_err(|_| vec!["`patterns.regex` has too many states".to_owned()])
    };
    // The shortest match counts from its start, which is not here.
    let guard = Guard { before: ByteSet::ALL, ..shape.guard.clone() };
    let from_literal = Shape { guard, min_len: 1, lead: None, ..*shape };
    let rest = automaton(&rest, false)?;
    let strings = class_strings(&rest, &from_literal);
    let inner = Inner {
        pattern: id,
        literals,
        reach: rest.reach(1),
        prefix: automaton(&prefix, true)?,
        whole: automaton(whole, false)?,
    };
    Ok(Way::Inner(Box::new(inner), strings))
}

/// The literals that a part stands for: one, or several alternatives.
fn literals(hir: &Hir) -> Option<Vec<Vec<u8>>> {
    match hir.kind() {
        HirKind::Literal(literal) => Some(vec![literal.0.to_vec()]),
        HirKind::Alternation(parts) => {
            parts.iter().map(literals).collect::<Option<Vec<_>>>().map(|literals| literals.concat())
        }
        _ => None,
    }
}
