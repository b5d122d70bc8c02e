//! The suites with the backend that the feature `hyperscan` adds, and the lints of its code.

use std::path::Path;

use crate::debian::{Need, provide};
use crate::step::{Outcome, Steps, cargo};

/// The library to link with.
const NEEDS: [Need; 1] = [Need { what: "/usr/include/hs/hs_runtime.h", package: "libhyperscan-dev" }];

/// Words of `cargo`: the lints, and the suites that run every backend.
const WORK: [(&str, &str); 4] = [
    (
        "lints",
        "clippy --locked -p privet-core -p privet -p privet-tests --all-targets --features hyperscan -- -D warnings",
    ),
    ("core", "test --locked -p privet-core --lib --features hyperscan"),
    ("suites", "test --locked -p privet-tests --features hyperscan --test oracle --test laws --test regressions"),
    (
        "command",
        "run --locked --quiet -p privet --features hyperscan -- bench --backend hyperscan --rounds 1 examples/events.ndjson",
    ),
];

/// Builds with the feature and runs the suites; on other processors than x86-64 the feature adds nothing to test.
pub fn run(root: &Path, steps: &mut Steps) {
    if cfg!(not(target_arch = "x86_64")) {
        steps.run("hyperscan", || Outcome::Skipped("runs on x86-64 only".to_owned()));
        return;
    }
    let ready = steps.run("hyperscan: library", || provide(&NEEDS));
    for (name, words) in WORK {
        let name = format_args!("hyperscan: {name}");
        if ready {
            steps.command(name, &mut cargo(root, words));
        } else {
            steps.run(name, || Outcome::Failed);
        }
    }
}
