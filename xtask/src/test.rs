//! All tests: what the README's second command and CI run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

use crate::step::{Outcome, Steps, cargo, has, succeeds};
use crate::{foreign, guard, hyperscan, tidy};

const EXAMPLE: &str = "examples/events.ndjson";

/// The policy of the README, and its key.
const POLICY: &str = "policies/gdpr-pseudonymise.toml";
const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

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
    released(steps, "policies", &|privet| succeeds(Command::new(privet).current_dir(root).args(["policy", "check"])));
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

/// The README's first command and that of its policy, and whether the README shows what they print.
fn example(root: &Path, privet: &Path) -> Outcome {
    let redact = |args: &[&str]| -> io::Result<String> {
        let mut redact = Command::new(privet);
        redact.current_dir(root).arg("redact").args(args).arg(EXAMPLE).env("PRIVET_KEY", KEY);
        let output = redact.stderr(Stdio::inherit()).output()?;
        if !output.status.success() {
            return Err(io::Error::other(output.status.to_string()));
        }
        String::from_utf8(output.stdout).map_err(io::Error::other)
    };
    let masked = || -> io::Result<(String, String, [String; 2])> {
        let outputs = [redact(&[])?, redact(&["--policy", POLICY])?];
        Ok((fs::read_to_string(root.join("README.md"))?, fs::read_to_string(root.join(EXAMPLE))?, outputs))
    };
    match masked() {
        Ok((readme, input, outputs)) => {
            print!("{}", outputs[0]);
            let mut problems = tidy::readme(&readme, &input, &outputs.each_ref().map(String::as_str));
            let shown = [format!("PRIVET_KEY={KEY} "), format!("privet redact --policy {POLICY} {EXAMPLE}")];
            for command in shown.iter().filter(|command| !readme.contains(command.as_str())) {
                problems.push(tidy::Problem::new("README.md", 0, format!("does not show {command:?}")));
            }
            problems.iter().for_each(|problem| println!("{problem}"));
            problems.is_empty().into()
        }
        Err(error) => {
            println!("{EXAMPLE}: {error}");
            Outcome::Failed
        }
    }
}
