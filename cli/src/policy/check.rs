//! `privet policy check`: the linter.

use std::path::{Path, PathBuf};

use privet_core::{PolicySyntax, lint_policy};

use super::text;
use crate::args::OwnRules;
use crate::error::Error;
use crate::rules::{self, report};

/// Checks policies and prints what is wrong with them: all of ours, or those at the paths.
pub fn run(policies: &[PathBuf], own: &OwnRules) -> Result<u8, Error> {
    let library = rules::library(own)?;
    let texts = if policies.is_empty() {
        privet_rulesets::POLICIES.iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect()
    } else {
        policies.iter().map(|path| text(Path::new(path))).collect::<Result<Vec<_>, _>>()?
    };
    let (mut problems, mut notes) = (Vec::new(), Vec::new());
    for (name, text) in &texts {
        match PolicySyntax::parse(name, text) {
            Ok(policy) => {
                let lint = lint_policy(&policy, &library);
                problems.extend(lint.problems);
                notes.extend(lint.notes);
            }
            Err(error) => problems.extend_from_slice(error.problems()),
        }
    }
    report(&problems, &notes, texts.len())
}
