//! Runs the suites, and each fuzz target for a while, under AddressSanitizer.
//!
//! ```text
//! cargo run -p privet-tests --bin sanitize -- [all|suite|fuzz] [--seconds 180] [--target NAME] [--install]
//! ```
//!
//! Works with a stable compiler. Fuzzing needs cargo-fuzz and a C++ compiler; `--install` gets the former. What a target
//! finds lands in `tests/fuzz/artifacts/<target>/`; what is worth keeping goes from there to `tests/fuzz/regressions/`.
#![forbid(unsafe_code)]

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, ExitCode};

use privet_tests::arguments::Arguments;
use privet_tests::fuzz::TARGETS;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when standard error is closed too.
            let _ = writeln!(io::stderr(), "sanitize: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments = Arguments::parse(env::args().skip(1), &["install"], &["seconds", "target"])?;
    let part = arguments.command.as_deref().unwrap_or("all");
    if !["all", "suite", "fuzz"].contains(&part) {
        return Err(format!("{part} is none of all, suite, fuzz"));
    }
    if part != "fuzz" {
        suite()?;
    }
    if part != "suite" {
        fuzz(arguments.number("seconds", 180)?, arguments.text("target"), arguments.has("install"))?;
    }
    Ok(())
}

/// Every test of the core and of this crate. In a target folder of its own, so as not to build the other one anew.
fn suite() -> Result<(), String> {
    let host = host()?;
    let mut cargo = cargo();
    cargo.args(["test", "-p", "privet-core", "-p", "privet-tests", "--tests", "--target", &host]);
    cargo.env("RUSTFLAGS", "-Zsanitizer=address");
    must(&mut cargo)
}

fn fuzz(seconds: u64, only: Option<&str>, install: bool) -> Result<(), String> {
    if only.is_some_and(|only| TARGETS.iter().all(|target| target.name != only)) {
        return Err(format!("no target is called {}", only.unwrap_or_default()));
    }
    if must(cargo().args(["fuzz", "--version"])).is_err() {
        if !install {
            return Err("cargo-fuzz is not installed: `cargo install --locked cargo-fuzz`, or `--install`".to_owned());
        }
        must(cargo().args(["install", "--locked", "cargo-fuzz"]))?;
    }
    for target in TARGETS.iter().filter(|target| only.is_none_or(|only| target.name == only)) {
        let corpus = format!("tests/fuzz/corpus/{}", target.name);
        let mut cargo = cargo();
        cargo.args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", target.name, &corpus, "--"]);
        // The engines live as long as the process: they are no leak.
        cargo.args(["-max_len=400", "-timeout=120", "-rss_limit_mb=4096", "-detect_leaks=0", "-print_final_stats=1"]);
        cargo.arg(format!("-max_total_time={seconds}"));
        if target.name == "rules" {
            cargo.arg("-dict=tests/fuzz/rules.dict");
        }
        must(&mut cargo)?;
    }
    Ok(())
}

/// Cargo at the root of the repository; sanitizers are unstable options, and no reason to ask for another compiler.
fn cargo() -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).env("RUSTC_BOOTSTRAP", "1");
    cargo
}

fn must(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}")) }
}

/// The triple of this machine: a sanitizer needs it named, or build scripts get it, too.
fn host() -> Result<String, String> {
    let output = Command::new("rustc").arg("-vV").output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not name its host".to_owned())
}
