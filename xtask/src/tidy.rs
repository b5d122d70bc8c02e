//! Rules of the house that no compiler checks. Each check reads the tree and says what is wrong, with file and line.

mod banned;
mod forbid;
mod length;
mod paths;
mod ranks;
mod readme;
mod rules;
mod validators;

use std::fmt;
use std::path::Path;

use crate::step::{Outcome, Steps};
use crate::tree::Tree;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    /// From 1; 0 where the whole file is meant.
    pub line: usize,
    pub message: String,
}

impl Problem {
    pub fn new(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}: {}", self.file, self.message),
        }
    }
}

type Check = fn(&Tree) -> Vec<Problem>;

const CHECKS: [(&str, Check); 6] = [
    ("tidy: imports go down the ranks", ranks::check),
    ("tidy: unsafe stays inside its fence", forbid::check),
    ("tidy: paths in documents exist", paths::check),
    ("tidy: nothing is printed by the core", banned::check),
    ("tidy: rule files, validators and word lists", rules::check),
    ("tidy: validators are registered", validators::check),
];

/// Every check.
pub fn run(root: &Path, steps: &mut Steps) {
    let tree = match Tree::read(root) {
        Ok(tree) => tree,
        Err(error) => {
            steps.run("tidy", || {
                println!("{}: {error}", root.display());
                Outcome::Failed
            });
            return;
        }
    };
    for (name, check) in CHECKS {
        steps.run(name, || {
            let problems = check(&tree);
            problems.iter().for_each(|problem| println!("{problem}"));
            problems.is_empty().into()
        });
    }
    for note in length::notes(&tree) {
        println!("note: {note}");
    }
    steps.run("tidy: format of the validators", || validators::format(root, &tree));
}

/// Compares what the README shows with what the command printed.
pub use readme::check as readme;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_name_file_and_line() {
        assert_eq!(Problem::new("a.rs", 3, "no").to_string(), "a.rs:3: no");
        assert_eq!(Problem::new("a.rs", 0, "no").to_string(), "a.rs: no");
    }
}
