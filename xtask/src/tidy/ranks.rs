//! Imports of the core go down the ranks, and never from stage to stage.

use super::Problem;
use crate::source::{code, is_word, line_of, words};
use crate::tree::Tree;

/// The modules of the core by rank. Only the vocabulary may import within its rank.
const RANKS: [&[&str]; 5] = [
    &[
        "span", "byte_set", "likelihood", "limits", "sensitive", "sensitivity", "error", "finding", "edit", "frame",
        "key", "label", "labels", "marks", "suggest", "toml_fields", "words",
    ],
    &["payload", "scan", "confirm", "validate", "context", "fields", "overlap", "policy", "transform", "rewrite"],
    &["ruleset"],
    &["engine"],
    &["stream", "lint"],
];

/// Imports that break the rule, and why they may.
const EXCEPTIONS: [(&str, &str, &str); 1] = [(
    "policy",
    "transform",
    "a policy is a table of transforms: it names and holds them, and only the engine runs one",
)];

const CORE: &str = "core/src/";

/// Every import of every module.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut used = [false; EXCEPTIONS.len()];
    for (path, text) in tree.texts(CORE, ".rs") {
        let Some((module, depth)) = module(path) else { continue };
        let Some(rank) = rank(module) else {
            problems.push(Problem::new(path, 0, format!("module `{module}` has no rank: see xtask/src/tidy/ranks.rs")));
            continue;
        };
        let code = code(text);
        for (at, target) in imports(&code, depth) {
            let message = match self::rank(&target) {
                _ if target == module => continue,
                None if target.is_empty() => "names the whole crate: name a module".to_owned(),
                None => format!("`crate::{target}` is no module: import from the module that has it"),
                Some(other) if other < rank || other == 0 => continue,
                Some(other) => {
                    if let Some(i) = EXCEPTIONS.iter().position(|&(from, to, _)| (from, to) == (module, &*target)) {
                        used[i] = true;
                        continue;
                    }
                    format!("`{module}` (rank {rank}) may not import `{target}` (rank {other})")
                }
            };
            problems.push(Problem::new(path, line_of(&code, at), message));
        }
    }
    for ((from, to, _), used) in EXCEPTIONS.iter().zip(used) {
        if !used && tree.has(&format!("{CORE}{from}.rs")) {
            problems.push(Problem::new(
                "xtask/src/tidy/ranks.rs",
                0,
                format!("`{from}` does not import `{to}` any more"),
            ));
        }
    }
    problems
}

/// The module below the root that a file belongs to, and how deep the file lies. The root itself composes all.
fn module(path: &str) -> Option<(&str, usize)> {
    let inner = path.strip_prefix(CORE)?.strip_suffix(".rs")?;
    let module = inner.split('/').next()?;
    (inner != "lib").then_some((module, inner.split('/').count()))
}

fn rank(module: &str) -> Option<usize> {
    RANKS.iter().position(|modules| modules.contains(&module))
}

/// The modules below the root that are named, with their places: by `crate::` and by enough `super::`.
fn imports(code: &str, depth: usize) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in words(code, "crate") {
        if let Some(rest) = code[at + "crate".len()..].trim_start().strip_prefix("::") {
            found.extend(heads(rest).into_iter().map(|head| (at, head)));
        }
    }
    for at in words(code, "super") {
        let before = code[..at].trim_end();
        let mut rest = &code[at..];
        let mut steps = 0;
        while let Some(more) = rest.trim_start().strip_prefix("super").and_then(|r| r.trim_start().strip_prefix("::")) {
            rest = more;
            steps += 1;
        }
        // Where tests lie inside a file they are one deeper: names that are no modules are theirs.
        if steps >= depth && !before.ends_with("super::") {
            let modules = heads(rest).into_iter().filter(|head| rank(head).is_some());
            found.extend(modules.map(|head| (at, head)));
        }
    }
    found
}

/// The first names of a path or of each path in braces.
fn heads(path: &str) -> Vec<String> {
    let path = path.trim_start();
    let name = |text: &str| text.trim_start().bytes().take_while(|&byte| is_word(byte)).map(char::from).collect();
    let Some(list) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut start, mut heads) = (0_usize, 0, Vec::new());
    for (at, byte) in list.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth > 0 => depth -= 1,
            b',' | b'}' if depth == 0 => {
                let item: String = name(&list[start..at]);
                if byte == b',' || !item.is_empty() {
                    heads.push(item);
                }
                start = at + 1;
                if byte == b'}' {
                    break;
                }
            }
            _ => {}
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(path: &str, text: &str) -> Vec<String> {
        check(&Tree::of(&[(path, text)])).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn down_is_allowed() {
        assert!(messages("core/src/engine.rs", "use crate::scan::Window;\nuse crate::span::Span;").is_empty());
        assert!(messages("core/src/finding.rs", "use crate::span::Span;").is_empty());
        assert!(messages("core/src/scan/bucket.rs", "use crate::scan::share::share; use super::class::X;").is_empty());
        assert!(messages("core/src/scan.rs", "// crate::engine\nlet x = \"crate::engine\";").is_empty());
    }

    #[test]
    fn up_and_aside_are_not() {
        let up = messages("core/src/span.rs", "\nuse crate::engine::Engine;");
        assert_eq!(up, ["core/src/span.rs:2: `span` (rank 0) may not import `engine` (rank 3)"]);
        let aside = messages("core/src/scan/bucket.rs", "fn f() { crate::confirm::g() }");
        assert_eq!(aside, ["core/src/scan/bucket.rs:1: `scan` (rank 1) may not import `confirm` (rank 1)"]);
        assert_eq!(messages("core/src/stream.rs", "use crate::lint::lint;").len(), 1);
        assert_eq!(messages("core/src/scan.rs", "use crate::{span::{Span, X}, engine::{A, B}, stream};").len(), 2);
        assert_eq!(messages("core/src/scan.rs", "use super::engine::Engine;").len(), 1);
        assert_eq!(messages("core/src/scan/x.rs", "use super::super::{engine, span};").len(), 1);
        assert_eq!(messages("core/src/scan.rs", "use crate::Engine;").len(), 1);
        assert_eq!(messages("core/src/scan.rs", "use crate::*;").len(), 1);
        assert_eq!(messages("core/src/news.rs", "").len(), 1);
    }

    #[test]
    fn exceptions_are_needed() {
        assert!(messages("core/src/policy.rs", "use crate::transform::Transform;").is_empty());
        assert_eq!(messages("core/src/policy.rs", "").len(), 1);
        assert_eq!(messages("core/src/transform.rs", "use crate::policy::Policy;").len(), 1);
    }
}
