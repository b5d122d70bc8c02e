//! Case files: every case on every backend, as a record and as a stream in chunks of several sizes.

use std::path::Path;

use privet_core::{Engine, Policy, Scratch, StreamFilter};
use privet_tests::rules::engine;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// The rules in force; all when it is not said.
    #[serde(default = "all")]
    rules: String,
    input: String,
    /// The input with every finding in place of its entity's name.
    output: String,
    /// A stream does not look as far as a record.
    #[serde(default)]
    records_only: bool,
}

fn all() -> String {
    "all".to_owned()
}

fn cases(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(file);
    let text = std::fs::read_to_string(&path).expect("the case file is there");
    let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    file.case
}

/// What comes out of one engine in every way to put a case in: each differs from the wanted output, or none does.
fn outputs(engine: &Engine, case: &Case) -> Vec<(String, String)> {
    let input = &case.input;
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut all = vec![("record".to_owned(), shown(engine.redact(input.as_bytes(), &mut Scratch::new()).bytes()))];
    if case.records_only {
        return all;
    }
    let json = input.trim_start().starts_with(['{', '[']);
    for size in [1, 2, 3, 7, 64, usize::MAX] {
        let mut filter = StreamFilter::new(engine).json(json);
        let mut out = Vec::new();
        for chunk in input.as_bytes().chunks(size) {
            filter.push(chunk, &mut out);
        }
        filter.finish(&mut out);
        all.push((format!("stream in chunks of {size}"), shown(&out)));
    }
    all
}

fn engines(rules: &str) -> Vec<Engine> {
    privet_core::Backend::available().map(|backend| engine(rules, backend, Policy::default())).collect()
}

fn run(file: &str) {
    let mut cases = cases(file);
    cases.sort_by(|a, b| a.rules.cmp(&b.rules));
    for same in cases.chunk_by(|a, b| a.rules == b.rules) {
        for engine in engines(&same[0].rules) {
            for case in same {
                for (way, output) in outputs(&engine, case) {
                    assert_eq!(output, case.output, "{file}: {:?} as {way}", case.name);
                }
            }
        }
    }
}

#[test]
fn detection() {
    run("detection.toml");
}

#[test]
fn fields() {
    run("fields.toml");
}

#[test]
fn overlap() {
    run("overlap.toml");
}

#[test]
fn hidden() {
    run("hidden.toml");
}

#[test]
fn clean() {
    run("clean.toml");
}

/// One case for each mistake that was found once.
#[test]
fn regression() {
    run("regression.toml");
}

/// What is known to be wrong. A case that comes out right has to move to another file.
#[test]
fn fixme() {
    for case in cases("fixme.toml") {
        for engine in engines(&case.rules) {
            let right = outputs(&engine, &case).iter().all(|(_, output)| *output == case.output);
            assert!(!right, "fixme.toml: {:?} is right now: move it", case.name);
        }
    }
}
