//! All tests: what the README's second command and CI run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

use crate::step::{Outcome, Steps, cargo, has, succeeds};
use crate::{foreign, guard, hyperscan, tidy};

const EXAMPLE: &str = "examples/events.ndjson";

/// Every step; those that need what is not there are skipped, and counted.
pub fn run(root: &Path, steps: &mut Steps) {
    tidy::run(root, steps);
    component(root, steps, "fmt", "fmt --all -- --check");
    component(root, steps, "clippy", "clippy --workspace --all-targets --locked -- -D warnings");
    steps.command("tests", &mut cargo(root, "test --workspace --locked --no-fail-fast"));
    let built = steps.command("release build", &mut cargo(root, "build --release --locked -p privet -p privet-tests"));
    let released = |steps: &mut Steps, name: &str, step: &dyn Fn(&Path) -> Outcome| {
        steps.run(name, || match released("privet") {
            Ok(privet) if built => step(&privet),
            Ok(_) => Outcome::Failed,
            Err(error) => {
                println!("{error}");
                Outcome::Failed
            }
        });
    };
    released(steps, "rules", &|privet| succeeds(Command::new(privet).current_dir(root).args(["rules", "check"])));
    released(steps, "example of the README", &|privet| example(root, privet));
    released(steps, "accuracy", &|privet| {
        let mut accuracy = cargo(root, "run --release --locked --quiet -p privet-tests --bin accuracy -- --check");
        succeeds(accuracy.arg("--privet").arg(privet))
    });
    guard::run(root, steps);
    foreign::neon(root, steps);
    foreign::wasm(root, steps);
    hyperscan::run(root, steps);
}

/// A component of the toolchain, which may not be installed.
fn component(root: &Path, steps: &mut Steps, name: &str, words: &str) {
    steps.run(name, || {
        if has(root, name) {
            succeeds(&mut cargo(root, words))
        } else {
            Outcome::Skipped(format!("cargo {name} is not installed"))
        }
    });
}

/// The release build of a program, beside the build of this one.
fn released(program: &str) -> io::Result<PathBuf> {
    let this = env::current_exe()?;
    let profiles = this.parent().and_then(Path::parent).ok_or(io::ErrorKind::NotFound)?;
    Ok(profiles.join("release").join(format!("{program}{}", env::consts::EXE_SUFFIX)))
}

/// The README's first command, and whether the README shows what it prints.
fn example(root: &Path, privet: &Path) -> Outcome {
    let masked = || -> io::Result<(String, String, String)> {
        let mut redact = Command::new(privet);
        let output = redact.current_dir(root).args(["redact", EXAMPLE]).stderr(Stdio::inherit()).output()?;
        if !output.status.success() {
            return Err(io::Error::other(output.status.to_string()));
        }
        let text = String::from_utf8(output.stdout).map_err(io::Error::other)?;
        Ok((fs::read_to_string(root.join("README.md"))?, fs::read_to_string(root.join(EXAMPLE))?, text))
    };
    match masked() {
        Ok((readme, input, output)) => {
            print!("{output}");
            let problems = tidy::readme(&readme, &input, &output);
            problems.iter().for_each(|problem| println!("{problem}"));
            problems.is_empty().into()
        }
        Err(error) => {
            println!("{EXAMPLE}: {error}");
            Outcome::Failed
        }
    }
}
