//! Everything that must hold before a change is handed in.

use std::fs;
use std::path::Path;

use crate::step::{Outcome, Steps, cargo, has, succeeds};
use crate::test;

const CRATES: [&str; 7] = ["core", "rulesets", "keys", "cli", "tests", "benches", "xtask"];

/// The tests, and what CI runs beside them.
pub fn run(root: &Path, steps: &mut Steps) {
    test::run(root, steps);
    let mut documentation = cargo(root, "doc --workspace --no-deps --lib --locked");
    steps.command("documentation of the libraries", documentation.env("RUSTDOCFLAGS", "-D warnings"));
    for folder in CRATES {
        steps.run(format_args!("features of {folder}"), || each_feature(root, folder));
    }
    if steps.run("cargo-deny is there", || has_deny(root)) {
        steps.command("licences, sources, duplicates", &mut cargo(root, "deny --locked check bans licenses sources"));
        steps.run("advisories", || advisories(root));
    }
}

/// Builds a crate without its features and with each of them alone.
fn each_feature(root: &Path, folder: &str) -> Outcome {
    let Ok(manifest) = fs::read_to_string(root.join(folder).join("Cargo.toml")) else { return Outcome::Failed };
    let manifest_path = format!("{folder}/Cargo.toml");
    let check = |feature: &str| {
        let mut command = cargo(root, "check --all-targets --locked --no-default-features --manifest-path");
        command.arg(&manifest_path);
        if !feature.is_empty() {
            command.args(["--features", feature]);
        }
        succeeds(&mut command) == Outcome::Passed
    };
    let alone = ["".to_owned()].into_iter().chain(features(&manifest));
    let failed: Vec<String> = alone.filter(|feature| !check(feature)).collect();
    failed.is_empty().into()
}

/// The names in the table of features.
fn features(manifest: &str) -> Vec<String> {
    let lines = manifest.lines().skip_while(|line| line.trim() != "[features]").skip(1);
    let lines = lines.take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with([' ', '#', ']']));
    lines.filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().to_owned()).collect()
}

/// Installs what checks dependencies, where it is not there.
fn has_deny(root: &Path) -> Outcome {
    if has(root, "deny") {
        return Outcome::Passed;
    }
    succeeds(&mut cargo(root, "install --locked cargo-deny"))
}

/// Known faults of what we build upon; the list of them may be out of reach.
fn advisories(root: &Path) -> Outcome {
    if succeeds(&mut cargo(root, "deny --locked fetch db")) != Outcome::Passed {
        return Outcome::Skipped("the list of advisories cannot be fetched".to_owned());
    }
    succeeds(&mut cargo(root, "deny --locked check --disable-fetch advisories"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_read() {
        let manifest = "[package]\nname = \"x\"\n\n[features]\n# The SIMD backends.\nsimd = []\nall = [\n    \"simd\",\n]\n\n[dependencies]\nserde = \"1\"\n";
        assert_eq!(features(manifest), ["simd", "all"]);
        assert!(features("[package]\nname = \"x\"\n").is_empty());
    }

    #[test]
    fn every_crate_is_listed() {
        let manifest = fs::read_to_string(crate::root().join("Cargo.toml")).unwrap();
        let members = manifest.lines().find(|line| line.starts_with("members")).unwrap();
        for member in members.split('"').skip(1).step_by(2) {
            assert!(CRATES.contains(&member), "{member}");
        }
    }
}
