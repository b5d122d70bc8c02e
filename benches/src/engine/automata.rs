//! `regex-automata`: all patterns in one search, with caches as large as they like.

use regex_automata::hybrid::dfa::{Cache, DFA, OverlappingState};
use regex_automata::meta;
use regex_automata::nfa::thompson;
use regex_automata::util::syntax;
use regex_automata::{Input, MatchKind};
use regex_syntax::hir::Hir;

use super::Engine;
use crate::corpus::{Haystack, Mode};
use crate::report::Report;
use crate::rules::Rules;

/// Bytes that a cache or an NFA may take.
const ROOM: usize = 1 << 30;

/// How patterns are read: bytes, ASCII classes; shipped ones in verbose mode.
pub(crate) fn syntax(rules: &Rules) -> syntax::Config {
    syntax::Config::new().utf8(false).unicode(false).ignore_whitespace(rules.shipped)
}

/// Patterns as syntax trees: of bytes, or where that cannot be, of characters, as in the core.
pub(crate) fn trees(rules: &Rules) -> Result<Vec<Hir>, String> {
    let parse = |regex: &String| match syntax::parse_with(regex, &syntax(rules)) {
        Ok(tree) => Ok(tree),
        Err(_) => syntax::parse_with(regex, &syntax(rules).unicode(true)).map_err(|error| error.to_string()),
    };
    rules.regexes().iter().map(parse).collect()
}

/// One winner at each place.
#[derive(Debug)]
struct Meta {
    regex: meta::Regex,
    cache: meta::Cache,
}

pub(super) fn meta(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    let config = meta::Regex::config().utf8_empty(false).hybrid_cache_capacity(ROOM).nfa_size_limit(Some(ROOM));
    let regex = meta::Regex::builder().configure(config).build_many_from_hir(&trees(rules)?);
    let regex = regex.map_err(|error| error.to_string())?;
    let cache = regex.create_cache();
    Ok(Box::new(Meta { regex, cache }))
}

impl Engine for Meta {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, _) in haystack.calls(mode) {
            let mut input = Input::new(piece);
            while let Some(found) = self.regex.search_with(&mut self.cache, &input) {
                report.add(found.pattern().as_usize(), start + found.start(), start + found.end());
                // No pattern matches nothing at all.
                input.set_start(found.end());
            }
        }
    }

    fn reset(&mut self) {
        self.cache.reset(&self.regex);
    }

    fn memory(&self) -> Option<usize> {
        Some(self.regex.memory_usage() + self.cache.memory_usage())
    }
}

/// Every end of every match.
#[derive(Debug)]
struct Hybrid {
    dfa: DFA,
    cache: Cache,
}

pub(super) fn hybrid(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    let dfa = lazy(&rules.regexes(), rules)?;
    let cache = dfa.create_cache();
    Ok(Box::new(Hybrid { dfa, cache }))
}

/// A lazy DFA over some patterns of a set, for overlapping searches.
pub(crate) fn lazy(regexes: &[String], rules: &Rules) -> Result<DFA, String> {
    let config = DFA::config().match_kind(MatchKind::All).cache_capacity(ROOM);
    let nfa = thompson::Config::new().utf8(false).nfa_size_limit(Some(ROOM));
    let built = DFA::builder().syntax(syntax(rules)).thompson(nfa).configure(config).build_many(regexes);
    built.map_err(|error| error.to_string())
}

/// Gives every end of every match in a piece.
pub(crate) fn ends(dfa: &DFA, cache: &mut Cache, piece: &[u8], mut each: impl FnMut(usize, usize)) {
    let (input, mut state) = (Input::new(piece), OverlappingState::start());
    // Only a lazy DFA whose cache was cleared too often gives up, and this one has more room than it can fill.
    while dfa.try_search_overlapping_fwd(cache, &input, &mut state).is_ok() {
        let Some(found) = state.get_match() else { break };
        each(found.pattern().as_usize(), found.offset());
    }
}

impl Engine for Hybrid {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, _) in haystack.calls(mode) {
            ends(&self.dfa, &mut self.cache, piece, |rule, end| report.add(rule, start + end, start + end));
        }
    }

    fn reset(&mut self) {
        self.cache.reset(&self.dfa);
    }

    fn memory(&self) -> Option<usize> {
        Some(self.dfa.memory_usage() + self.cache.memory_usage())
    }
}
