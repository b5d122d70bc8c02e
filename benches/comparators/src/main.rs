//! Privet's benchmarks with every engine: the program of `privet-benches`, and what needs more than Rust.
//!
//! Unsafe code is in `hyperscan.rs` alone: the calls of a C library.

mod dd_sds;
mod hyperscan;

use std::process::ExitCode;

use privet_benches::cli::{self, More};
use privet_benches::engine::Kind;

fn main() -> ExitCode {
    let kinds = vec![
        Kind { name: "hyperscan", build: hyperscan::ends },
        Kind { name: "hyperscan-som", build: hyperscan::starts },
        Kind { name: "dd-sds-scan", build: dd_sds::scan },
        Kind { name: "dd-sds-redact", build: dd_sds::redact },
        Kind { name: "dd-sds-scan-checked", build: dd_sds::scan_checked },
        Kind { name: "dd-sds-redact-checked", build: dd_sds::redact_checked },
    ];
    let versions = vec![("hyperscan", hyperscan::version())];
    cli::main(&More { kinds, lock: include_str!("../Cargo.lock"), versions })
}
