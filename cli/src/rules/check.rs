//! `privet rules check`: the linter.

use std::fmt::Write as _;
use std::path::PathBuf;

use privet_core::{Lint, Problem, lint};

use super::files::Files;
use crate::error::{self, Error};
use crate::output;

/// Checks rules and prints what is wrong with them: all of ours, or the files at the paths beside ours.
pub fn run(paths: &[PathBuf], all: bool) -> Result<u8, Error> {
    let files = Files::embedded_and(paths)?;
    let all = all || paths.is_empty();
    let library = match files.parse() {
        Ok(library) if all => library,
        // Examples run with the rules of the same folder and those of no country: more would only take longer.
        Ok(_) => files.parse_theirs()?,
        Err(error) => return report(error.problems(), &[], 0),
    };
    let Lint { mut problems, mut notes, .. } = lint(&library);
    problems.extend(files.twins());
    for list in [&mut problems, &mut notes] {
        list.retain(|problem| all || files.is_theirs(&problem.file));
    }
    report(&problems, &notes, files.len(all))
}

/// Prints problems and notes, and returns the exit code.
pub fn report(problems: &[Problem], notes: &[Problem], files: usize) -> Result<u8, Error> {
    let mut out = String::new();
    // Writing to a string does not fail.
    for problem in problems {
        let _ = writeln!(out, "{problem}");
    }
    for note in notes {
        let _ = writeln!(out, "{}: note: {}", place(note), note.message);
    }
    let counted = |count: usize, name: &str| format!("{count} {name}{}", if count == 1 { "" } else { "s" });
    if problems.is_empty() {
        let _ = write!(out, "{} checked: no problems", counted(files, "file"));
    } else {
        out.push_str(&counted(problems.len(), "problem"));
    }
    if !notes.is_empty() {
        let _ = write!(out, ", {}", counted(notes.len(), "note"));
    }
    out.push('\n');
    output::print(out.as_bytes())?;
    Ok(if problems.is_empty() { 0 } else { error::DATA })
}

fn place(problem: &Problem) -> String {
    if problem.line == 0 { problem.file.clone() } else { format!("{}:{}", problem.file, problem.line) }
}
