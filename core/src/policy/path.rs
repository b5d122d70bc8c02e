//! Patterns of places in a payload: `user.email`, `*.ssn`, `items[*].name`, `**.token`.

use super::glob::{self, Glob};

/// A pattern of paths. A path is the keys from the outermost to that of the value, an item of a list without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PathPattern(Box<[Segment]>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    /// A key: `email`, `user_*`, `*`.
    Key(Glob),
    /// An item of a list: `[*]`.
    Item,
    /// Any number of keys and items, none included: `**`.
    Any,
}

impl PathPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub(crate) fn parse(text: &str, ignore_case: bool) -> Result<Self, String> {
        let mut segments = Vec::new();
        let mut rest = text;
        loop {
            let (key, after) = key(rest)?;
            rest = after;
            match key.as_str() {
                "**" => segments.push(Segment::Any),
                "" if segments.is_empty() && rest.starts_with('[') => {}
                "" => return Err("it has an empty part between dots".to_owned()),
                key if key.contains("**") => return Err("`**` stands alone between dots".to_owned()),
                key => segments.push(Segment::Key(Glob::new(key, ignore_case))),
            }
            while let Some(inner) = rest.strip_prefix('[') {
                rest = inner
                    .strip_prefix("*]")
                    .ok_or("an item of a list is `[*]`: items have no numbers, and `\\[` is a bracket in a key")?;
                segments.push(Segment::Item);
            }
            match rest.strip_prefix('.') {
                Some(more) => rest = more,
                None if rest.is_empty() => return Ok(Self(segments.into())),
                None => return Err("a dot is missing after `[*]`".to_owned()),
            }
        }
    }

    /// True when the whole path is of the pattern; an empty segment is an item of a list.
    ///
    /// Cost: at most the product of both lengths.
    pub(crate) fn matches<S: AsRef<[u8]>>(&self, path: &[S]) -> bool {
        let same = |pattern: &Segment, segment: &S| match pattern {
            Segment::Key(glob) => !segment.as_ref().is_empty() && glob.matches(segment.as_ref()),
            Segment::Item => segment.as_ref().is_empty(),
            Segment::Any => false,
        };
        glob::matches(&self.0, path, |segment| *segment == Segment::Any, same)
    }
}

/// The names of a path to one field, without wildcards: `user.id`.
///
/// # Errors
///
/// What is wrong with it.
pub(crate) fn names(text: &str) -> Result<Vec<String>, String> {
    let (mut names, mut rest) = (Vec::new(), text);
    loop {
        let (name, after) = key(rest)?;
        if name.is_empty() {
            return Err("it has an empty part between dots".to_owned());
        }
        if name.contains('*') {
            return Err("it leads to one field, and has no `*`".to_owned());
        }
        names.push(name);
        match after.strip_prefix('.') {
            Some(more) => rest = more,
            None if after.is_empty() => return Ok(names),
            None => return Err("it leads to one field, and not into lists".to_owned()),
        }
    }
}

/// The key at the start of the text, up to a dot or bracket, and what follows. A backslash takes the next character as it
/// is.
fn key(text: &str) -> Result<(String, &str), String> {
    let mut key = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '.' | '[' => return Ok((key, &text[at..])),
            '\\' => {
                let (_, next) = characters.next().ok_or("it ends in a backslash")?;
                key.push(next);
            }
            other => key.push(other),
        }
    }
    Ok((key, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Segments by slashes; an empty one is an item.
    fn matches(pattern: &str, path: &str) -> bool {
        let path: Vec<&str> = if path.is_empty() { Vec::new() } else { path.split('/').collect() };
        PathPattern::parse(pattern, false).unwrap().matches(&path)
    }

    #[test]
    fn places() {
        for (pattern, path, expected) in [
            ("user.email", "user/email", true),
            ("user.email", "user/email/old", false),
            ("user.email", "email", false),
            ("*.ssn", "person/ssn", true),
            ("*.ssn", "ssn", false),
            ("*.ssn", "a/b/ssn", false),
            ("*.ssn", "list//ssn", false),
            ("items[*].name", "items//name", true),
            ("items[*].name", "items/name", false),
            ("items[*][*]", "items//", true),
            ("[*].name", "/name", true),
            ("**.token", "token", true),
            ("**.token", "a//b/token", true),
            ("**.token", "a/token/b", false),
            ("auth.**", "auth", true),
            ("auth.**", "auth//x", true),
            ("**", "", true),
            ("email", "", false),
            ("a.**.z", "a/z", true),
            ("a.**.z", "a/z/z/y", false),
            ("user_*.e?ail", "user_1/email", true),
            ("a\\.b.c", "a.b/c", true),
            ("a\\[0]", "a[0]", true),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
        let ignoring = PathPattern::parse("User.Email", true).unwrap();
        assert!(ignoring.matches(&["uSER", "EMAIL"]));
        assert!(!PathPattern::parse("User", false).unwrap().matches(&["user"]));
    }

    #[test]
    fn what_is_no_pattern() {
        for (text, reason) in [
            ("", "empty part"),
            ("a..b", "empty part"),
            ("a.", "empty part"),
            ("items[0].name", "items have no numbers"),
            ("items[*]name", "a dot is missing"),
            ("a.x**", "stands alone"),
            ("a\\", "backslash"),
        ] {
            let error = PathPattern::parse(text, false).unwrap_err();
            assert!(error.contains(reason), "{text}: {error}");
        }
    }
}
