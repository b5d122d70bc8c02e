//! What there is to find, by other means than those that are measured.

use regex_automata::hybrid::dfa::DFA;
use regex_automata::meta;
use regex_automata::nfa::thompson;
use regex_automata::{Anchored, Input, MatchKind};

use crate::corpus::{Haystack, Mode};
use crate::engine::{automata, loops};
use crate::report::Match;
use crate::rules::Rules;

/// Per rule, the matches from left to right that do not overlap, by the `regex` crate; by rule and start.
///
/// # Errors
///
/// A pattern does not compile, or matches across the end of a line: then messages and batches would differ.
pub fn reference(rules: &Rules, haystack: Haystack<'_>) -> Result<Vec<Match>, String> {
    let mut all = Vec::new();
    for (rule, regex) in loops::regexes(rules)?.iter().enumerate() {
        // The end of a line is the edge of a word, so that one search does for all messages.
        for found in regex.find_iter(haystack.bytes) {
            if found.as_bytes().contains(&b'\n') {
                return Err(format!("{} matches across lines", rules.patterns[rule].name));
            }
            all.push(Match { rule: rule as u32, start: found.start() as u32, end: found.end() as u32 });
        }
    }
    Ok(all)
}

/// Every rule and every end of a match, by one automaton a rule.
///
/// # Errors
///
/// A pattern does not compile.
pub fn ends(rules: &Rules, haystack: Haystack<'_>) -> Result<Vec<Match>, String> {
    let mut all = Vec::new();
    for (rule, regex) in rules.regexes().into_iter().enumerate() {
        let dfa = automata::lazy(&[regex], rules)?;
        let mut cache = dfa.create_cache();
        for (start, piece, _) in haystack.calls(Mode::Message) {
            automata::ends(&dfa, &mut cache, piece, |_, end| {
                let end = (start + end) as u32;
                all.push(Match { rule: rule as u32, start: end, end });
            });
        }
    }
    Ok(all)
}

/// For every rule and every of those ends, the leftmost start: read backwards from the end, the longest.
///
/// # Errors
///
/// A pattern does not compile, or an end has no start.
pub fn starts(rules: &Rules, haystack: Haystack<'_>, ends: Vec<Match>) -> Result<Vec<Match>, String> {
    let mut all = ends;
    let regexes = rules.regexes();
    for group in all.chunk_by_mut(|a, b| a.rule == b.rule) {
        let nfa = thompson::Config::new().utf8(false).reverse(true);
        let mut builder = DFA::builder();
        builder.syntax(automata::syntax(rules)).thompson(nfa).configure(DFA::config().match_kind(MatchKind::All));
        let dfa = builder.build(&regexes[group[0].rule as usize]).map_err(|error| error.to_string())?;
        let mut cache = dfa.create_cache();
        for place in group {
            let end = place.end as usize;
            let line = haystack.lines[haystack.line_of(end - 1)].0;
            let input = Input::new(haystack.bytes).range(line..end).anchored(Anchored::Yes);
            let found = dfa.try_search_rev(&mut cache, &input).map_err(|error| error.to_string())?;
            place.start = found.ok_or("an end without a start")?.offset() as u32;
        }
    }
    Ok(all)
}

/// One winner at each place: of the next match of each rule, searched by itself, the leftmost, and of several the first
/// rule's.
///
/// # Errors
///
/// A pattern does not compile.
pub fn winners(rules: &Rules, haystack: Haystack<'_>) -> Result<Vec<Match>, String> {
    let config = meta::Regex::config().utf8_empty(false);
    let build = |tree| {
        let built = meta::Regex::builder().configure(config.clone()).build_from_hir(tree);
        built.map_err(|error| error.to_string())
    };
    let regexes = automata::trees(rules)?.iter().map(build).collect::<Result<Vec<_>, String>>()?;
    let mut all = Vec::new();
    for (start, piece, _) in haystack.calls(Mode::Message) {
        let next = |rule: usize, from: usize| {
            let found = regexes[rule].find(Input::new(piece).range(from..))?;
            Some((found.start(), rule, found.end()))
        };
        let mut nexts: Vec<_> = (0..regexes.len()).filter_map(|rule| next(rule, 0)).collect();
        while let Some(&(from, rule, to)) = nexts.iter().min() {
            all.push(Match { rule: rule as u32, start: (start + from) as u32, end: (start + to) as u32 });
            let kept = |found: (usize, usize, usize)| if found.0 < to { next(found.1, to) } else { Some(found) };
            nexts = nexts.into_iter().filter_map(kept).collect();
        }
    }
    Ok(all)
}

/// A message that reads as it is written: Privet also reads what JSON escapes and foreign digits stand for, and finds
/// what no other engine does. ASCII without backslashes, and letters beyond.
pub fn reads_as_written(message: &[u8]) -> bool {
    if message.contains(&b'\\') {
        return false;
    }
    // Half and full width forms are letters, and fold.
    let letter = |sign: char| sign.is_ascii() || sign.is_alphabetic() && !('\u{ff00}'..='\u{ffef}').contains(&sign);
    message.is_ascii() || str::from_utf8(message).is_ok_and(|text| text.chars().all(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Data, PatternSpec};

    fn rules(regexes: &[&str]) -> Rules {
        let pattern = |(i, regex): (usize, &&str)| PatternSpec {
            name: format!("p{i}"),
            regex: (*regex).to_owned(),
            ..PatternSpec::default()
        };
        let patterns = regexes.iter().enumerate().map(pattern).collect();
        Rules { id: "test".to_owned(), patterns, full: false, shipped: false }
    }

    fn at(rule: u32, start: u32, end: u32) -> Match {
        Match { rule, start, end }
    }

    #[test]
    fn each_meaning_by_hand() {
        let rules = rules(&["[0-9]{2}(?:-[0-9]{2})*", "[0-9]{2}"]);
        let haystack = Haystack { bytes: b"12-34 a\n56\n", lines: &[(0, 7), (8, 10)] };
        let expected = [at(0, 0, 5), at(0, 8, 10), at(1, 0, 2), at(1, 3, 5), at(1, 8, 10)];
        assert_eq!(reference(&rules, haystack).unwrap(), expected);
        let expected = [at(0, 2, 2), at(0, 5, 5), at(0, 10, 10), at(1, 2, 2), at(1, 5, 5), at(1, 10, 10)];
        let ends = ends(&rules, haystack).unwrap();
        assert_eq!(ends, expected);
        let expected = [at(0, 0, 2), at(0, 0, 5), at(0, 8, 10), at(1, 0, 2), at(1, 3, 5), at(1, 8, 10)];
        assert_eq!(starts(&rules, haystack, ends).unwrap(), expected);
        assert_eq!(winners(&rules, haystack).unwrap(), [at(0, 0, 5), at(0, 8, 10)]);
    }

    #[test]
    fn matches_across_lines_are_refused() {
        let haystack = Haystack { bytes: b"12\n34\n", lines: &[(0, 2), (3, 5)] };
        assert!(reference(&rules(&[r"[0-9]{2}\s[0-9]{2}"]), haystack).is_err());
    }

    #[test]
    fn what_reads_as_written() {
        assert!(reads_as_written(b"a 1") && reads_as_written("größer поезд 電車".as_bytes()));
        for other in ["a\\n", "１", "a\u{a0}b", "1\u{2011}2", "ａ"] {
            assert!(!reads_as_written(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn half_of_the_rules_and_more_have_matches() {
        let rules = Rules::build(&Data::load().unwrap(), "fifty").unwrap();
        let corpus = crate::corpus::Corpus::generate("dense", 1, 300_000).unwrap();
        let mut hit: Vec<u32> = reference(&rules, corpus.haystack()).unwrap().iter().map(|place| place.rule).collect();
        hit.dedup();
        assert!(hit.len() > 25, "{}", hit.len());
    }
}
