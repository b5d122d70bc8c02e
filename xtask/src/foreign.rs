//! The suites of the matcher on other processors: ARM in an emulator, WebAssembly in a runtime.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::debian::{Need, provide};
use crate::step::{Outcome, Steps, cargo, succeeds};

/// A processor that is not this machine's.
struct Processor {
    name: &'static str,
    /// As the compiler calls it.
    target: &'static str,
    needs: &'static [Need],
    /// For cargo: how to link and how to run.
    environment: &'static [(&'static str, &'static str)],
    /// Words of `cargo test`.
    suites: &'static [&'static str],
}

/// The linker, the C library to link with, and the emulator.
const NEON: Processor = Processor {
    name: "neon",
    target: "aarch64-unknown-linux-gnu",
    needs: &[
        Need { what: "aarch64-linux-gnu-gcc", package: "gcc-aarch64-linux-gnu" },
        Need { what: "/usr/aarch64-linux-gnu/lib/crt1.o", package: "libc6-dev-arm64-cross" },
        Need { what: "qemu-aarch64", package: "qemu-user" },
    ],
    environment: &[
        ("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER", "aarch64-linux-gnu-gcc"),
        ("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER", "qemu-aarch64 -L /usr/aarch64-linux-gnu"),
    ],
    // Those that run a backend against the definition. The rest does not depend on the processor.
    suites: &[
        "-p privet-core --lib scan::",
        "-p privet-tests --test backends",
        "-p privet-tests --test laws backends_agree",
    ],
};

/// Rust links by itself; Node is the runtime.
const WASM: Processor = Processor {
    name: "wasm",
    target: "wasm32-wasip1",
    needs: &[Need { what: "node", package: "nodejs" }],
    environment: &[
        // These instructions are there when the module is built with them.
        ("RUSTFLAGS", "-Ctarget-feature=+simd128"),
        // Tests run in the folder of their crate. Versions of Node before 20 want the second option; later ones take it.
        // The third: while a module runs for long, V8 may drop the bytecode of the very function that waits for it, and
        // crash when the module returns (Node 20.20: 3 runs of 10, all tests passed, none of 10 with the option).
        (
            "CARGO_TARGET_WASM32_WASIP1_RUNNER",
            "node --no-warnings --experimental-wasi-unstable-preview1 --no-flush-bytecode ../xtask/wasi.mjs",
        ),
    ],
    // The laws say nothing of backends that is not in here.
    suites: &["-p privet-core --lib scan::", "-p privet-tests --test backends"],
};

/// Builds the suites for ARM and runs them.
pub fn neon(root: &Path, steps: &mut Steps) {
    run(&NEON, root, steps);
}

/// Builds the suites for WebAssembly with its vectors and runs them.
pub fn wasm(root: &Path, steps: &mut Steps) {
    run(&WASM, root, steps);
}

fn run(processor: &Processor, root: &Path, steps: &mut Steps) {
    let name = processor.name;
    let ready = steps.run(format_args!("{name}: what it takes to build and run"), || {
        let compiler = target(processor.target);
        if provide(processor.needs) == Outcome::Passed { compiler } else { Outcome::Failed }
    });
    for suite in processor.suites {
        steps.run(
            format_args!("{name}: {suite}"),
            || if ready { test(processor, root, suite) } else { Outcome::Failed },
        );
    }
}

/// The standard library for the target: there, or added to the toolchain in use.
fn target(target: &str) -> Outcome {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let libraries = Command::new(rustc).args(["--print", "target-libdir", "--target", target]).output();
    if libraries.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir()) {
        return Outcome::Passed;
    }
    let added = succeeds(Command::new("rustup").args(["target", "add", target]));
    if added != Outcome::Passed {
        println!("missing: the standard library for {target}\nwith rustup: rustup target add {target}");
    }
    added
}

fn test(processor: &Processor, root: &Path, suite: &str) -> Outcome {
    let mut command = cargo(root, &format!("test --locked --target {} {suite}", processor.target));
    command.envs(processor.environment.iter().copied());
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
