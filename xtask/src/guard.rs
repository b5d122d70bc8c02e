//! Instructions that fixed work takes, counted under valgrind and compared with `tests/guard.toml`.

use std::path::Path;

use crate::debian::{Need, provide};
use crate::step::{Outcome, Steps, cargo, succeeds};

/// Counts and compares: a step of the tests.
pub fn run(root: &Path, steps: &mut Steps) {
    steps.run("instruction counts", || counts(root, "check"));
}

/// Counts, and accepts what was counted.
pub fn update(root: &Path, steps: &mut Steps) {
    steps.run("new instruction counts", || counts(root, "update"));
}

fn counts(root: &Path, command: &str) -> Outcome {
    if provide(&[Need { what: "valgrind", package: "valgrind" }]) != Outcome::Passed {
        return Outcome::Failed;
    }
    // Built by itself: with other crates in the build, features and so the counts could be others.
    succeeds(cargo(root, "run --release --locked --quiet -p privet-tests --bin guard --").arg(command))
}
