//! `privet policy list` and `show`: our policies.

use std::path::Path;

use privet_core::PolicySyntax;

use super::ours;
use crate::error::Error;
use crate::output::{self, columns};

/// Prints a line a policy.
pub fn all() -> Result<u8, Error> {
    let mut rows = Vec::new();
    for (path, text) in privet_rulesets::POLICIES {
        let policy = PolicySyntax::parse(path, text)?;
        rows.push(vec![policy.name, policy.mode.as_str().to_owned(), policy.description]);
    }
    output::print(columns(&rows, 3).as_bytes())?;
    Ok(0)
}

/// Prints the file of a policy.
pub fn show(name: &str) -> Result<u8, Error> {
    let Some((_, text)) = ours(Path::new(name)) else {
        return Err(Error::usage(format_args!("there is no policy {name:?}: privet policy list")));
    };
    output::print(text.as_bytes())?;
    Ok(0)
}

/// The name of a policy of ours, from its path.
pub fn name(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.strip_suffix(".toml").unwrap_or(file)
}
