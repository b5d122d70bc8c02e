//! Files of validators: declared by a macro, where neither a forgotten one nor its format is seen by the tools.

use std::path::Path;
use std::process::Command;

use super::Problem;
use crate::source::{code, line_of};
use crate::step::{Outcome, answers, succeeds};
use crate::tree::Tree;

/// Where validators are registered.
pub const TABLE: &str = "core/src/validate.rs";

const FOLDER: &str = "core/src/validate/";

/// Every file is a validator or declared as a module of helpers.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let table = code(tree.text(TABLE));
    let registered: Vec<&str> = registered(tree).into_iter().map(|(name, _)| name).collect();
    let mut problems = Vec::new();
    for (path, _) in tree.texts(FOLDER, ".rs") {
        let name = path.trim_start_matches(FOLDER).trim_end_matches(".rs");
        let helper = table.contains(&format!("mod {name};"));
        if !name.contains('/') && !helper && !registered.contains(&name) {
            problems.push(Problem::new(path, 0, format!("not registered in {TABLE}: nobody can use it")));
        }
    }
    problems
}

/// The names in the table, with their lines.
pub fn registered(tree: &Tree) -> Vec<(&str, usize)> {
    let text = tree.text(TABLE);
    let Some(start) = text.find("\nvalidators! {").map(|at| at + 1) else { return Vec::new() };
    let first = line_of(text, start);
    let lines = text[start..].lines().enumerate().skip(1).take_while(|(_, line)| !line.starts_with('}'));
    lines.map(|(i, line)| (line.trim().trim_end_matches(','), first + i)).filter(|(name, _)| !name.is_empty()).collect()
}

/// Runs rustfmt over the files that `cargo fmt` does not see.
pub fn format(root: &Path, tree: &Tree) -> Outcome {
    if !answers(Command::new("rustfmt").current_dir(root).arg("--version")) {
        return Outcome::Skipped("rustfmt is not installed".to_owned());
    }
    let files = tree.texts(FOLDER, ".rs").map(|(path, _)| path);
    let edition = ["--check", "--edition", "2024", "--config-path", "."];
    succeeds(Command::new("rustfmt").current_dir(root).args(edition).args(files))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "mod digits;\n#[cfg(test)]\nmod testing;\n\nvalidators! {\n    iban,\n    us_ssn,\n}\n";

    #[test]
    fn the_table_is_read() {
        assert_eq!(registered(&Tree::of(&[(TABLE, TEXT)])), [("iban", 6), ("us_ssn", 7)]);
        assert!(registered(&Tree::of(&[(TABLE, "fn f() {}")])).is_empty());
    }

    #[test]
    fn forgotten_files_are_found() {
        let files = ["iban", "iban/countries", "digits", "testing"].map(|name| format!("{FOLDER}{name}.rs"));
        let mut all: Vec<(&str, &str)> = files.iter().map(|file| (file.as_str(), "")).collect();
        all.push((TABLE, TEXT));
        assert_eq!(check(&Tree::of(&all)), []);
        all.push(("core/src/validate/pl_nip.rs", ""));
        assert_eq!(check(&Tree::of(&all)).len(), 1);
    }
}
