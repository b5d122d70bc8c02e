//! Steps, one after the other: each is named, timed and counted, and a failure does not stop the rest.

use std::fmt::Display;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    Failed,
    /// Not done, and why.
    Skipped(String),
}

impl From<bool> for Outcome {
    fn from(passed: bool) -> Self {
        if passed { Self::Passed } else { Self::Failed }
    }
}

/// What has been done so far.
#[derive(Debug, Default)]
pub struct Steps {
    passed: usize,
    failed: Vec<String>,
    skipped: Vec<String>,
}

impl Steps {
    /// Does a step.
    pub fn run(&mut self, name: impl Display, step: impl FnOnce() -> Outcome) -> bool {
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = step();
        let seconds = start.elapsed().as_secs_f64();
        match outcome {
            Outcome::Passed => {
                println!("--- {name}: passed, {seconds:.1} s");
                self.passed += 1;
                return true;
            }
            Outcome::Failed => {
                println!("--- {name}: FAILED, {seconds:.1} s");
                self.failed.push(name.to_string());
            }
            Outcome::Skipped(why) => {
                println!("--- {name}: SKIPPED, {why}");
                self.skipped.push(format!("{name}: {why}"));
            }
        }
        false
    }

    /// Runs a program; it passes when it ends well.
    pub fn command(&mut self, name: impl Display, command: &mut Command) -> bool {
        self.run(name, || succeeds(command))
    }

    /// Says how it went; the last line is plain.
    pub fn finish(self) -> ExitCode {
        println!();
        for name in &self.failed {
            println!("failed: {name}");
        }
        for name in &self.skipped {
            println!("skipped: {name}");
        }
        println!("{}", self.summary());
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn summary(&self) -> String {
        let mut line = format!("{} passed, {} failed", self.passed, self.failed.len());
        if !self.skipped.is_empty() {
            line.push_str(&format!(", {} skipped", self.skipped.len()));
        }
        line
    }
}

/// Runs a program and shows what it prints.
pub fn succeeds(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) => status.success().into(),
        Err(error) => {
            println!("{}: {error}", command.get_program().display());
            Outcome::Failed
        }
    }
}

/// `cargo` with those words, separated by spaces.
pub fn cargo(root: &Path, words: &str) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root).args(words.split_whitespace());
    command
}

/// True when `cargo <name>` is installed.
pub fn has(root: &Path, name: &str) -> bool {
    answers(cargo(root, name).arg("--version"))
}

/// True when the program starts and ends well.
pub fn answers(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_is_counted() {
        let mut steps = Steps::default();
        assert!(steps.run("a", || Outcome::Passed));
        assert!(!steps.run("b", || Outcome::Failed));
        assert_eq!(steps.summary(), "1 passed, 1 failed");
        steps.run("c", || Outcome::Skipped("not installed".to_owned()));
        assert_eq!(steps.summary(), "1 passed, 1 failed, 1 skipped");
        assert_eq!(steps.failed, ["b"]);
    }

    #[test]
    fn a_program_that_is_not_there_fails() {
        assert_eq!(succeeds(&mut Command::new("no-such-program-of-privet")), Outcome::Failed);
        assert!(!answers(&mut Command::new("no-such-program-of-privet")));
    }
}
