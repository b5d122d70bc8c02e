//! Counts the instructions that fixed work takes, and compares them with `tests/guard.toml`. `cargo xtask guard` calls it.
//!
//! ```text
//! guard check           exits with 1 when a count has risen by more than is tolerated
//! guard update          writes the counts into the file
//! guard run BACKEND     does the work: what is run under valgrind
//! ```
#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use privet_tests::guard::baseline::{Baseline, Counts};
use privet_tests::guard::{BACKENDS, backends, callgrind, work};
use privet_tests::rules;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["check"] => check(),
        ["update"] => update().map(|()| true),
        ["run", backend] => run(backend).map(|()| true),
        _ => Err("wants check, update, or run and a backend".to_owned()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            // Nobody is left to tell when standard error is closed too.
            let _ = writeln!(io::stderr(), "guard: {error}");
            ExitCode::from(2)
        }
    }
}

/// Compares, and says whether nothing has risen.
fn check() -> Result<bool, String> {
    let (baseline, _) = read()?;
    let rustc = rustc()?;
    // What the file has and the build has not is a failure, and so is the reverse.
    let mut names: Vec<&str> = baseline.counts.keys().map(String::as_str).collect();
    names.extend(backends().iter().map(|backend| backend.as_str()).filter(|name| !baseline.counts.contains_key(*name)));
    let report = baseline.compare(&rustc, &count(&names)?);
    let mut out = io::stdout().lock();
    let mut say = |line: &str| writeln!(out, "{line}").map_err(|error| error.to_string());
    report.lines.iter().try_for_each(|line| say(line))?;
    report.failures.iter().try_for_each(|failure| say(&format!("failed: {failure}")))?;
    if !report.failures.is_empty() {
        say("if that is meant to be: cargo xtask guard --update, and say why in the change")?;
    } else if report.fallen > 0 {
        say(&format!("{} counts have fallen: cargo xtask guard --update keeps them from rising again", report.fallen))?;
    }
    Ok(report.failures.is_empty())
}

/// Counts, and writes the file; its comment and its tolerances stay.
fn update() -> Result<(), String> {
    let (mut baseline, head) = read()?;
    baseline.rustc = rustc()?;
    let names: Vec<&str> = backends().iter().map(|backend| backend.as_str()).collect();
    // A machine without a backend must not drop what another machine guards.
    if let Some(lost) = baseline.counts.keys().find(|name| !names.contains(&name.as_str())) {
        return Err(format!("{lost} is in the baseline and not in this build; guarded are {}", BACKENDS.join(", ")));
    }
    baseline.counts = count(&names)?;
    let path = path();
    fs::write(&path, baseline.format(&head)).map_err(|error| format!("{}: {error}", path.display()))
}

fn count(names: &[&str]) -> Result<BTreeMap<String, Counts>, String> {
    names.iter().map(|&name| Ok((name.to_owned(), callgrind::count(name)?))).collect()
}

/// Does the work and prints the name and the bytes of each piece.
fn run(backend: &str) -> Result<(), String> {
    let done = work::run(rules::backend(backend)?);
    let mut out = io::stdout().lock();
    done.iter().try_for_each(|(name, bytes)| writeln!(out, "{name} {bytes}")).map_err(|error| error.to_string())
}

/// The file, and the comment that it starts with.
fn read() -> Result<(Baseline, String), String> {
    let path = path();
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let baseline = Baseline::parse(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let head = text.split_inclusive('\n').take_while(|line| line.starts_with('#') || line.trim().is_empty()).collect();
    Ok((baseline, head))
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("guard.toml")
}

/// The version of the compiler that Cargo calls.
fn rustc() -> Result<String, String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().map_err(|error| format!("rustc: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split_whitespace().nth(1).map(str::to_owned).ok_or_else(|| "rustc does not name its version".to_owned())
}
