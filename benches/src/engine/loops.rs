//! The `regex` crate, pattern after pattern, as programs do that have a list of them.

use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

use super::Engine;
use crate::corpus::{Haystack, Mode};
use crate::report::Report;
use crate::rules::Rules;

const ROOM: usize = 1 << 28;

/// One search a pattern.
pub(crate) fn regexes(rules: &Rules) -> Result<Vec<Regex>, String> {
    let build = |regex: &String| {
        let mut builder = RegexBuilder::new(regex);
        builder.unicode(false).ignore_whitespace(rules.shipped).size_limit(ROOM).dfa_size_limit(ROOM);
        builder.build().map_err(|error| error.to_string())
    };
    rules.regexes().iter().map(build).collect()
}

struct Find(Vec<Regex>);

pub(super) fn find(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Ok(Box::new(Find(regexes(rules)?)))
}

impl Engine for Find {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, _) in haystack.calls(mode) {
            for (rule, regex) in self.0.iter().enumerate() {
                for found in regex.find_iter(piece) {
                    report.add(rule, start + found.start(), start + found.end());
                }
            }
        }
    }
}

struct Replace(Vec<(Regex, Vec<u8>)>);

pub(super) fn replace(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    let names = rules.patterns.iter().map(|pattern| format!("[{}]", pattern.name.to_ascii_uppercase()).into_bytes());
    Ok(Box::new(Replace(regexes(rules)?.into_iter().zip(names).collect())))
}

impl Engine for Replace {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, _) in haystack.calls(mode) {
            let mut text = std::borrow::Cow::Borrowed(piece);
            for (regex, name) in &self.0 {
                // Nothing is copied where nothing matches.
                let replaced = match regex.replace_all(&text, regex::bytes::NoExpand(name)) {
                    std::borrow::Cow::Owned(replaced) => Some(replaced),
                    std::borrow::Cow::Borrowed(_) => None,
                };
                if let Some(replaced) = replaced {
                    text = replaced.into();
                }
            }
            if matches!(text, std::borrow::Cow::Owned(_)) {
                report.add(0, start, start + piece.len());
            }
            report.write(&text);
        }
    }
}

struct Set(RegexSet);

pub(super) fn set(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    let mut builder = RegexSetBuilder::new(rules.regexes());
    builder.unicode(false).ignore_whitespace(rules.shipped).size_limit(ROOM).dfa_size_limit(ROOM);
    Ok(Box::new(Set(builder.build().map_err(|error| error.to_string())?)))
}

impl Engine for Set {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, _) in haystack.calls(mode) {
            for rule in &self.0.matches(piece) {
                report.add(rule, start, start + piece.len());
            }
        }
    }
}
