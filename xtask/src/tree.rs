//! The files of the repository.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

/// Every file and folder, and the texts that checks read: paths from the root, with `/`.
#[derive(Debug, Default)]
pub struct Tree {
    texts: BTreeMap<String, String>,
    paths: BTreeSet<String>,
}

/// Folders that hold nothing written by hand.
const LEFT_OUT: [&str; 3] = [".git", "target", "corpus"];

/// Corpora of tests and benchmarks are sources; those of fuzzers are not.
const SOURCES: [&str; 2] = ["tests/src/corpus", "benches/src/corpus"];

impl Tree {
    /// Reads the repository.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut tree = Self::default();
        tree.collect(root, "")?;
        Ok(tree)
    }

    fn collect(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let (path, kind) = (format!("{prefix}{name}"), entry.file_type()?);
            if kind.is_dir() {
                if !LEFT_OUT.contains(&name.as_str()) || SOURCES.contains(&path.as_str()) {
                    self.collect(&entry.path(), &format!("{path}/"))?;
                }
                self.paths.insert(path);
                continue;
            }
            if [".rs", ".md", ".toml"].iter().any(|end| name.ends_with(end)) {
                self.texts.insert(path.clone(), fs::read_to_string(entry.path())?);
            }
            self.paths.insert(path);
        }
        Ok(())
    }

    /// A tree of those files, for tests.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.texts.insert((*path).to_owned(), (*text).to_owned());
            tree.paths.insert((*path).to_owned());
            for (at, _) in path.match_indices('/') {
                tree.paths.insert(path[..at].to_owned());
            }
        }
        tree
    }

    /// True when there is such a file or folder.
    pub fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// The texts whose path starts and ends so.
    pub fn texts<'a>(&'a self, start: &'a str, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let texts = self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        texts.filter(move |(path, _)| path.starts_with(start) && path.ends_with(end))
    }

    /// The text of a file; nothing where there is none.
    pub fn text(&self, path: &str) -> &str {
        self.texts.get(path).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_by_start_and_end() {
        let tree = Tree::of(&[("core/src/span.rs", "a"), ("core/Cargo.toml", "b"), ("cli/src/main.rs", "c")]);
        assert_eq!(tree.texts("core/", ".rs").collect::<Vec<_>>(), [("core/src/span.rs", "a")]);
        assert!(tree.has("core/src") && tree.has("cli/src/main.rs") && !tree.has("core/src/spam.rs"));
        assert_eq!((tree.text("core/Cargo.toml"), tree.text("nothing")), ("b", ""));
    }

    #[test]
    fn reads_this_repository() {
        let tree = Tree::read(&crate::root()).unwrap();
        assert!(tree.has("xtask/src/tree.rs") && tree.has("tests/src/corpus/record.rs"));
        assert!(tree.has("benches/src/corpus/logs.rs"));
        assert!(!tree.has("target/debug"));
    }
}
