//! Privet's benchmarks with what a default build has; `benches/comparators` adds the rest.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use privet_benches::cli;

fn main() -> ExitCode {
    cli::main(&cli::More::default())
}
