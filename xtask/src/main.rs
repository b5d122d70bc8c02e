//! What is done around the code: `cargo xtask tidy`, `cargo xtask test`, and more.
#![forbid(unsafe_code)]
#![expect(clippy::print_stdout, reason = "it talks to people")]

mod debian;
mod foreign;
mod guard;
mod hyperscan;
mod ready;
mod source;
mod step;
mod test;
mod tidy;
mod tree;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use step::Steps;

const HELP: &str = "\
cargo xtask <command>

  tidy       import ranks, unsafe, paths in documents, file lengths, prints, rule files, format of the validators
  test       all tests: the suites, tidy, rules, format, lints, examples, accuracy, guard, neon, wasm, hyperscan
  guard      instruction counts of fixed work, compared with tests/guard.toml; guard --update writes them there
  neon       the suites of the matcher for ARM, under emulation
  wasm       the suites of the matcher for WebAssembly with vectors, in Node
  hyperscan  the suites with the feature of that name
  ready      test, and what CI runs beside it: dependencies, documentation, every feature";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (command, more) = (arguments.next(), arguments.next());
    let run: fn(&Path, &mut Steps) = match (command.as_deref(), more.as_deref()) {
        (Some("tidy"), None) => tidy::run,
        (Some("test"), None) => test::run,
        (Some("guard"), None) => guard::run,
        (Some("guard"), Some("--update")) => guard::update,
        (Some("neon"), None) => foreign::neon,
        (Some("wasm"), None) => foreign::wasm,
        (Some("hyperscan"), None) => hyperscan::run,
        (Some("ready"), None) => ready::run,
        _ => {
            println!("{HELP}");
            return ExitCode::from(64);
        }
    };
    let mut steps = Steps::default();
    run(&root(), &mut steps);
    steps.finish()
}

/// The root of the workspace.
fn root() -> PathBuf {
    // Cargo says where this crate lies now; what it was compiled with may have been moved since.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}
