//! Values that are known and no personal data: a support address, a test card.

use std::fmt;

use regex_automata::meta::Regex;
use regex_automata::{Anchored, Input};

use super::glob::Glob;

/// A list of values that are let through, for some entities or all.
#[derive(Clone)]
pub(crate) struct AllowList {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) name: Option<String>,
    /// The entities that it is about; none: all.
    pub(crate) entities: Vec<Glob>,
    /// It is only about these of them; none: all.
    pub(crate) also: Vec<Glob>,
    /// Sorted.
    pub(crate) exact: Vec<Vec<u8>>,
    pub(crate) prefixes: Vec<Vec<u8>>,
    pub(crate) suffixes: Vec<Vec<u8>>,
    /// Match a whole value.
    pub(crate) patterns: Vec<Regex>,
    /// Values are compared in lower case.
    pub(crate) ignore_case: bool,
    /// Values are compared without spaces and the signs between the groups of a number.
    pub(crate) ignore_separators: bool,
}

impl AllowList {
    pub(crate) fn is_about(&self, entity: &str) -> bool {
        let among = |globs: &[Glob]| globs.is_empty() || globs.iter().any(|glob| glob.matches(entity.as_bytes()));
        among(&self.entities) && among(&self.also)
    }

    /// True when the value, as it reads, is on the list.
    ///
    /// Cost: a copy of the value, and a comparison with each prefix, suffix and pattern.
    pub(crate) fn holds(&self, value: &[u8]) -> bool {
        let value = &self.normal(value)[..];
        self.exact.binary_search_by(|exact| exact[..].cmp(value)).is_ok()
            || self.prefixes.iter().any(|prefix| value.starts_with(prefix))
            || self.suffixes.iter().any(|suffix| value.ends_with(suffix))
            || self.patterns.iter().any(|pattern| is_whole(pattern, value))
    }

    /// A value as this list compares it.
    pub(crate) fn normal(&self, value: &[u8]) -> Vec<u8> {
        let stays = |byte: &u8| !self.ignore_separators || !is_separator(*byte);
        let case = |byte: u8| if self.ignore_case { byte.to_ascii_lowercase() } else { byte };
        value.iter().copied().filter(stays).map(case).collect()
    }
}

fn is_whole(pattern: &Regex, value: &[u8]) -> bool {
    let input = Input::new(value).anchored(Anchored::Yes);
    pattern.search(&input).is_some_and(|found| found.end() == value.len())
}

fn is_separator(byte: u8) -> bool {
    byte.is_ascii_whitespace() || b"-./()".contains(&byte)
}

impl fmt::Debug for AllowList {
    /// Shows no value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = self.exact.len() + self.prefixes.len() + self.suffixes.len() + self.patterns.len();
        write!(f, "AllowList({}:{}, {values} values)", self.file, self.line)
    }
}
