//! The command as a user runs it: files, pipes and exit codes.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test fails by panicking, and has its name for documentation")]

mod bench;
mod contract;
mod errors;
mod explain;
mod formats;
mod hash;
mod help;
mod keys;
mod lines;
mod long;
mod packed;
mod policy;
mod rules;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

/// Two rules instead of all: the command starts at once.
const RULES: [&str; 2] = ["--rules", "us.ssn,pl.pesel"];

/// The command with an empty environment.
fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_privet"));
    command.env_clear().args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the command on bytes of the standard input.
fn privet(args: &[&str], input: impl AsRef<[u8]>) -> Output {
    run(&mut command(args), input)
}

fn run(command: &mut Command, input: impl AsRef<[u8]>) -> Output {
    let mut child = command.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.as_ref();
    thread::scope(|scope| {
        // A command that reads nothing closes the pipe: that is no failure of the test.
        scope.spawn(move || {
            let _ = pipe.write_all(input);
        });
        child.wait_with_output().unwrap()
    })
}

/// The arguments with the two rules behind them.
fn with_rules<'a>(args: &[&'a str]) -> Vec<&'a str> {
    args.iter().copied().chain(RULES).collect()
}

/// The output of a run that must end well.
fn ok(args: &[&str], input: impl AsRef<[u8]>) -> Vec<u8> {
    let output = privet(&with_rules(args), input);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The exit code and the text of the error stream.
fn fails(args: &[&str], input: impl AsRef<[u8]>) -> (i32, String) {
    let output = privet(args, input);
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Spans of an NDJSON line of `scan`.
fn spans(line: &str) -> Vec<(usize, usize, String)> {
    let object: serde_json::Value = serde_json::from_str(line).unwrap();
    let findings = object["findings"].as_array().unwrap();
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    findings
        .iter()
        .map(|f| (number(&f["start"]), number(&f["end"]), f["entity"].as_str().unwrap().to_owned()))
        .collect()
}
