//! Patterns of names: `*` is any run of characters, `?` any one.

/// A pattern of whole names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Glob {
    pattern: Box<[u8]>,
    ignore_case: bool,
    literal: bool,
}

impl Glob {
    /// A pattern, which tells letters of ASCII in upper and lower case apart unless told otherwise.
    pub(crate) fn new(pattern: &str, ignore_case: bool) -> Self {
        Self { pattern: pattern.as_bytes().into(), ignore_case, literal: false }
    }

    /// That very name, whatever stands in it.
    pub(crate) fn literal(name: &str) -> Self {
        Self { literal: true, ..Self::new(name, false) }
    }

    /// True when the pattern is one name.
    pub(crate) fn is_name(pattern: &str) -> bool {
        !pattern.contains(['*', '?'])
    }

    /// True when the whole name is of the pattern.
    ///
    /// Cost: at most the product of both lengths, and usually their sum.
    pub(crate) fn matches(&self, name: &[u8]) -> bool {
        if self.literal {
            return *self.pattern == *name;
        }
        let same = |pattern: u8, byte: u8| {
            pattern == b'?' || if self.ignore_case { pattern.eq_ignore_ascii_case(&byte) } else { pattern == byte }
        };
        matches(&self.pattern, name, |pattern| *pattern == b'*', |&pattern, &byte| same(pattern, byte))
    }
}

/// Matches a whole list with a pattern of items, of which some stand for any run.
pub(super) fn matches<P, T>(
    pattern: &[P],
    list: &[T],
    any_run: impl Fn(&P) -> bool,
    same: impl Fn(&P, &T) -> bool,
) -> bool {
    let (mut p, mut t) = (0, 0);
    // Behind the last run, and where it ends: it takes one more item when what follows does not fit.
    let mut retry = None;
    loop {
        match pattern.get(p) {
            Some(item) if any_run(item) => {
                p += 1;
                retry = Some((p, t));
                continue;
            }
            Some(item) if t < list.len() && same(item, &list[t]) => {
                (p, t) = (p + 1, t + 1);
                continue;
            }
            None if t == list.len() => return true,
            _ => {}
        }
        match retry {
            Some((behind, end)) if end < list.len() => {
                retry = Some((behind, end + 1));
                (p, t) = (behind, end + 1);
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (pattern, name, expected) in [
            ("US_*", "US_SSN", true),
            ("US_*", "US_", true),
            ("US_*", "UK_NHS", false),
            ("*", "", true),
            ("", "", true),
            ("", "a", false),
            ("?", "", false),
            ("a?c", "abc", true),
            ("*.orders.*", "eu.orders.new", true),
            ("*.orders.*", "orders.new", false),
            ("*ab*ab", "abxabab", true),
            ("*ab*ab", "xabb", false),
            ("**a", "bba", true),
            ("topic", "Topic", false),
        ] {
            assert_eq!(Glob::new(pattern, false).matches(name.as_bytes()), expected, "{pattern} {name}");
        }
        assert!(Glob::new("*.Email", true).matches(b"USER.eMAIL"));
    }

    #[test]
    fn a_hard_case_ends() {
        let pattern = "*a".repeat(200) + "b";
        assert!(!Glob::new(&pattern, false).matches("a".repeat(5000).as_bytes()));
    }
}
