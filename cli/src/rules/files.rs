//! Rule files: ours, which are embedded, and the user's.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use privet_core::{BuildError, Library, Problem, Source, SourceKind};

use crate::error::Error;

/// Rule files and their texts, ours first.
pub struct Files {
    theirs: Vec<(SourceKind, String, String)>,
}

impl Files {
    /// Our files, and those at and below the paths.
    pub fn embedded_and(paths: &[PathBuf]) -> Result<Self, Error> {
        let mut found = Vec::new();
        for path in paths {
            collect(path, true, &mut found)?;
        }
        let read = |path: &PathBuf| {
            let bytes = fs::read(path).map_err(|error| Error::input(path, &error))?;
            let text = String::from_utf8(bytes).map_err(|_| Error::data(path, "is not UTF-8"))?;
            Ok((kind(&text), name(path), text))
        };
        Ok(Self { theirs: found.iter().map(read).collect::<Result<_, Error>>()? })
    }

    /// Reads all of them.
    pub fn parse(&self) -> Result<Library, BuildError> {
        let sets = privet_rulesets::SETS.iter().map(source(SourceKind::Set));
        Library::parse(ours(|_| true).chain(sets).chain(self.theirs()))
    }

    /// Reads the user's rules and those of ours that they are checked with, without sets.
    pub fn parse_theirs(&self) -> Result<Library, BuildError> {
        let folder = |path: &str| path.rsplit('/').nth(1).unwrap_or_default().to_owned();
        let mut folders: Vec<String> = self.theirs.iter().map(|(_, path, _)| folder(path)).collect();
        folders.extend(["global", "shapes"].map(str::to_owned));
        let theirs = self.theirs().filter(|source| source.kind != SourceKind::Set);
        Library::parse(ours(|path| folders.contains(&folder(path))).chain(theirs))
    }

    fn theirs(&self) -> impl Iterator<Item = Source<'_>> {
        self.theirs.iter().map(|(kind, path, text)| Source { kind: *kind, path, text })
    }

    /// The user's files that another of them takes the place of: whoever has two means both.
    pub fn twins(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut seen: BTreeMap<(u8, String), &str> = BTreeMap::new();
        for (kind, path, text) in &self.theirs {
            let table: toml::Table = text.parse().unwrap_or_default();
            let Some(id) = table.get("id").and_then(toml::Value::as_str) else { continue };
            if let Some(other) = seen.insert((*kind as u8, id.to_owned()), path) {
                problems.push(Problem::new(path, 0, format!("{id:?} is in {other}, too")));
            }
        }
        problems
    }

    /// How many there are: all of them, or the user's.
    pub fn len(&self, ours: bool) -> usize {
        let embedded = privet_rulesets::RULES.len() + privet_rulesets::WORDS.len() + privet_rulesets::SETS.len();
        self.theirs.len() + if ours { embedded } else { 0 }
    }

    /// Whether a file is the user's.
    pub fn is_theirs(&self, file: &str) -> bool {
        self.theirs.iter().any(|(_, path, _)| path == file)
    }
}

/// Our word lists, and the rules whose path is asked for.
fn ours<'a>(asked: impl Fn(&str) -> bool) -> impl Iterator<Item = Source<'a>> {
    let rules = privet_rulesets::RULES.iter().filter(move |(path, _)| asked(path));
    let words = privet_rulesets::WORDS.iter().map(source(SourceKind::Words));
    rules.map(source(SourceKind::Rule)).chain(words)
}

fn source<'a>(kind: SourceKind) -> impl Fn(&(&'static str, &'static str)) -> Source<'a> {
    move |&(path, text)| Source { kind, path, text }
}

/// The `.toml` files below a folder, in the order of their paths; a file that was `named` is one whatever its ending.
fn collect(path: &Path, named: bool, found: &mut Vec<PathBuf>) -> Result<(), Error> {
    let failed = |error| Error::input(path, &error);
    if fs::metadata(path).map_err(failed)?.is_dir() {
        let entries = fs::read_dir(path).map_err(failed)?;
        let mut below = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>().map_err(failed)?;
        below.sort();
        for path in below {
            collect(&path, false, found)?;
        }
    } else if named || path.extension().is_some_and(|extension| extension == "toml") {
        found.push(path.to_owned());
    }
    Ok(())
}

/// The path for messages, with slashes: its last two parts give a rule its id.
fn name(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    path.display().to_string().replace('\\', "/")
}

/// What a file holds, by its fields. One that cannot be read is taken for a rule: reading it tells why.
fn kind(text: &str) -> SourceKind {
    let table: toml::Table = text.parse().unwrap_or_default();
    let has = |field| table.contains_key(field);
    match () {
        () if has("patterns") => SourceKind::Rule,
        () if has("members") => SourceKind::Set,
        () if has("words") => SourceKind::Words,
        () => SourceKind::Rule,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_tell_what_a_file_is() {
        assert_eq!(kind("id = 'x.y'\n[[patterns]]\nname = 'bare'\n[context]\nwords = ['a']"), SourceKind::Rule);
        assert_eq!(kind("id = 'mine'\nmembers = ['it']"), SourceKind::Set);
        assert_eq!(kind("id = 'ours'\nwords = ['badge']"), SourceKind::Words);
        assert_eq!(kind("id = "), SourceKind::Rule);
    }
}
