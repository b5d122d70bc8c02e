//! Every shipped pattern against an oracle that shares nothing with the filter, the sieve and the automata.

use regex_automata::hybrid::dfa::{Config, DFA, OverlappingState};
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, MatchKind};

use super::*;
use crate::byte_set::ByteSet;
use crate::confirm::{Haystack, Log};
use crate::finding::RawMatch;
use crate::marks::Marks;
use crate::scan::{Candidates, Window};
use crate::span::Span;

fn library() -> Library {
    let files = |files: &'static [(&'static str, &'static str)], kind| {
        files.iter().map(move |(path, text)| Source { kind, path, text })
    };
    let rules = files(privet_rulesets::RULES, SourceKind::Rule);
    let words = files(privet_rulesets::WORDS, SourceKind::Words);
    Library::parse(rules.chain(words)).unwrap()
}

/// One pattern as its author wrote it, run by a lazy automaton of the regex library.
struct Oracle {
    pattern: PatternId,
    dfa: DFA,
    inner: bool,
}

impl Oracle {
    fn new(pattern: PatternId, regex: &str, inner: bool) -> Self {
        let syntax = |unicode| syntax::Config::new().utf8(false).unicode(unicode).ignore_whitespace(true);
        let thompson = regex_automata::nfa::thompson::Config::new().utf8(false);
        let config = Config::new().match_kind(MatchKind::All).cache_capacity(1 << 26);
        let build = |unicode| {
            let (thompson, config) = (thompson.clone(), config.clone());
            DFA::builder().syntax(syntax(unicode)).thompson(thompson).configure(config).build(regex).ok()
        };
        // Bytes, unless the pattern holds what only Unicode has.
        let dfa = build(false).or_else(|| build(true)).unwrap();
        Self { pattern, dfa, inner }
    }

    /// Every end of a match that starts at `start`.
    fn ends(&self, text: &[u8], start: usize) -> Vec<usize> {
        let mut cache = self.dfa.create_cache();
        let input = Input::new(text).range(start..).anchored(Anchored::Yes);
        let mut state = OverlappingState::start();
        let mut ends = Vec::new();
        loop {
            self.dfa.try_search_overlapping_fwd(&mut cache, &input, &mut state).unwrap();
            match state.get_match() {
                Some(found) => ends.push(found.offset()),
                None => return ends,
            }
        }
    }
}

fn allowed(set: &ByteSet, byte: Option<&u8>) -> bool {
    byte.is_none_or(|&byte| set.contains(byte))
}

fn guarded(shape: &Shape, text: &[u8], span: Span) -> bool {
    let before = |n: usize| span.start.checked_sub(n).map(|at| &text[at]);
    let after = |n: usize| text.get(span.end + n);
    let joined = |a: Option<&u8>, b: Option<&u8>| {
        matches!(a, Some(b'.' | b'-')) && matches!(b, Some(digit) if digit.is_ascii_digit())
    };
    allowed(&shape.guard.before, before(1))
        && allowed(&shape.guard.after, after(0))
        && !(shape.guard.number && (joined(before(1), before(2)) || joined(after(0), after(1))))
}

/// The texts of all examples, and each with a byte lost, doubled and changed.
fn texts(library: &Library) -> Vec<Vec<u8>> {
    let mut texts = Vec::new();
    for (i, (text, _)) in library.rules().flat_map(|rule| rule.find.iter().chain(&rule.pass)).enumerate() {
        let plain: Vec<u8> = text.replace(['«', '»'], "").into_bytes();
        let at = i * 7 % plain.len().max(1);
        let mut changed = plain.clone();
        match i % 3 {
            0 => _ = changed.remove(at),
            1 => changed.insert(at, changed[at]),
            _ => changed[at] = b"0-. aZ@:/"[i % 9],
        }
        texts.extend([plain, changed].into_iter().filter(|text| text.len() <= 120));
    }
    texts
}

fn confirmed(rules: &Ruleset, text: &[u8]) -> Vec<RawMatch> {
    let mut marks = Marks::default();
    marks.fill(text);
    let hay = Haystack { text, marks: &marks, closed: true };
    let (mut all, mut candidates, mut log) = (Vec::new(), Candidates::default(), Log::default());
    for Matcher { scanner, prefixes, confirmer, .. } in [&rules.finders, &rules.suppressors] {
        let mut at = 0;
        while at < text.len() {
            candidates.list.clear();
            at = scanner.scan(text, Window { from: at, to: text.len(), closed: true }, &mut candidates);
            // Nothing is taken, so that every end is offered.
            confirmer.confirm(hay, &candidates.list, 0, &mut log, |found| {
                all.push(found);
                false
            });
        }
        candidates.openings.clear();
        prefixes.scan(hay.marked(), Span::new(0, text.len()), true, &mut candidates.openings);
        confirmer.confirm_openings(hay, &candidates.openings, &mut log, |found| {
            all.push(found);
            false
        });
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn every_pattern_matches_where_the_oracle_says() {
    let library = library();
    let selection = library.select("all").unwrap();
    let mut oracles = Vec::new();
    for pattern in selection.rules().iter().flat_map(|rule| &rule.patterns) {
        let id = PatternId(oracles.len() as u16);
        oracles.push(Oracle::new(id, &pattern.regex, pattern.search == Search::Inner));
    }
    let compiled: Vec<Ruleset> =
        Backend::available().map(|backend| Ruleset::compile(&selection, backend).unwrap()).collect();
    let mut matches = 0;
    for text in texts(&library).iter().step_by(3) {
        let rules = &compiled[0];
        let mut expected = Vec::new();
        for oracle in &oracles {
            let shape = &rules.finders.confirmer.shapes()[oracle.pattern.index()];
            for start in 0..text.len() {
                for end in oracle.ends(text, start) {
                    let span = Span::new(start, end);
                    if (shape.min_len..=shape.max_len).contains(&span.len())
                        && guarded(shape, text, span)
                        && let Some(finding) = shape.finding(text, span)
                    {
                        let found = RawMatch { origin: start, span: finding, pattern: oracle.pattern };
                        expected.push((oracle.inner, found));
                    }
                }
            }
        }
        for rules in &compiled {
            let found = confirmed(rules, text);
            matches += found.len();
            let shown = String::from_utf8_lossy(text);
            for (inner, expected) in &expected {
                // A pattern with an inner literal starts as far left as it can: a match further right lies inside one.
                let there = found.iter().any(|found| {
                    found == expected
                        || *inner && found.pattern == expected.pattern && found.span.end == expected.span.end
                });
                assert!(there, "{expected:?} is missed in {shown:?}");
            }
            for found in &found {
                let expected = expected.iter().any(|(_, expected)| expected == found);
                assert!(expected, "{found:?} is no match in {shown:?}");
            }
        }
    }
    assert!(matches > 5_000, "the texts hold enough to compare: {matches}");
}
