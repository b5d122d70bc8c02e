//! The suites of the matcher as an ARM processor runs them, under emulation.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::debian::{Need, provide};
use crate::step::{Outcome, Steps, cargo, succeeds};

const TARGET: &str = "aarch64-unknown-linux-gnu";

/// The linker, the C library to link with, and the emulator.
const NEEDS: [Need; 3] = [
    Need { what: "aarch64-linux-gnu-gcc", package: "gcc-aarch64-linux-gnu" },
    Need { what: "/usr/aarch64-linux-gnu/lib/crt1.o", package: "libc6-dev-arm64-cross" },
    Need { what: "qemu-aarch64", package: "qemu-user" },
];

/// Suites, as words of `cargo test`: those that run a backend against the definition. The rest does not depend on the
/// processor.
const SUITES: [&str; 2] = ["-p privet-core --lib scan::", "-p privet-tests --test laws backends_agree"];

/// Builds the suites for ARM and runs them.
pub fn run(root: &Path, steps: &mut Steps) {
    let ready = steps.run("neon: compiler and emulator", || {
        let compiler = target();
        if provide(&NEEDS) == Outcome::Passed { compiler } else { Outcome::Failed }
    });
    for suite in SUITES {
        steps.run(format_args!("neon: {suite}"), || if ready { test(root, suite) } else { Outcome::Failed });
    }
}

/// The standard library for the target: there, or added to the toolchain in use.
fn target() -> Outcome {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]).output();
    if sysroot.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir()) {
        return Outcome::Passed;
    }
    let added = succeeds(Command::new("rustup").args(["target", "add", TARGET]));
    if added != Outcome::Passed {
        println!("missing: the standard library for {TARGET}\nwith rustup: rustup target add {TARGET}");
    }
    added
}

fn test(root: &Path, suite: &str) -> Outcome {
    let mut command = cargo(root, &format!("test --locked --target {TARGET} {suite}"));
    command.env("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER", "aarch64-linux-gnu-gcc");
    command.env("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER", "qemu-aarch64 -L /usr/aarch64-linux-gnu");
    match command.stderr(Stdio::inherit()).output() {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            print!("{text}");
            let passed = passed(&text);
            if passed == 0 {
                println!("no test ran: the name of the suite is no longer right");
            }
            (output.status.success() && passed > 0).into()
        }
        Err(error) => {
            println!("cargo: {error}");
            Outcome::Failed
        }
    }
}

/// Tests that ran and passed: a filter that fits none is no success.
fn passed(output: &str) -> usize {
    let results = output.lines().filter_map(|line| line.split_once("test result: ")?.1.split_once(" passed"));
    results.filter_map(|(before, _)| before.rsplit(' ').next()?.parse::<usize>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_tests_are_counted() {
        let text = "running 3 tests\ntest a ... ok\n\ntest result: ok. 3 passed; 0 failed; 0 ignored\n\n\
                    test result: FAILED. 1 passed; 1 failed; 0 ignored\n";
        assert_eq!(passed(text), 4);
        assert_eq!(passed("test result: ok. 0 passed; 0 failed; 0 ignored; 12 filtered out\n"), 0);
        assert_eq!(passed(""), 0);
    }
}
