//! The core prints nothing, and never makes text of what may be personal data.

use super::Problem;
use crate::source::{code, item_end, line_of, without_comments, without_tests, words};
use crate::tree::Tree;

const MACROS: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];

/// Names under which the bytes of a message go.
const PAYLOAD: [&str; 14] = [
    "batch", "buffer", "bytes", "chunk", "hay", "haystack", "input", "line", "output", "payload", "raw", "record",
    "text", "view",
];

/// Fields that may hold the bytes of a message.
const BYTES: [&str; 3] = ["Vec<u8>", "[u8]", "Cow<[u8]>"];

/// Types whose bytes are those of rules and policies, not of messages.
const OF_RULES: [&str; 3] = ["Glob", "Inner", "Trie"];

/// Macros that print, formats that would show a payload, and types that would.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, text) in tree.texts("core/src/", ".rs").filter(|(path, _)| !is_test(path)) {
        let (code, kept) = (code(text), without_comments(text));
        let (code, kept) = (without_tests(&code, &code), without_tests(&code, &kept));
        for name in MACROS {
            for at in words(&code, name).filter(|at| code[at + name.len()..].starts_with('!')) {
                problems.push(Problem::new(path, line_of(&code, at), format!("{name}! in the core")));
            }
        }
        for (at, name) in derived(&code) {
            let message = format!("{name} holds bytes and derives Debug: write one that shows none of them");
            problems.push(Problem::new(path, line_of(&code, at), message));
        }
        for (i, line) in kept.lines().enumerate() {
            if let Some(name) = shown(line) {
                problems.push(Problem::new(path, i + 1, format!("{name:?} may be personal data: do not format it")));
            }
        }
    }
    problems
}

/// Tests may print what they made up.
pub fn is_test(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    ["tests.rs", "testing.rs"].contains(&name) || path.contains("/tests/")
}

/// Types that derive `Debug` and have bytes in a field.
fn derived(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("#[derive(") {
        let item = &code[at..item_end(code.as_bytes(), at)];
        let Some((head, fields)) = item.split_once('{') else { continue };
        let traits = head.split(']').next().unwrap_or(head);
        let name = ["struct ", "enum "].iter().find_map(|kind| head.split(kind).nth(1));
        let Some(name) = name.map(|rest| rest.split(['<', ' ']).next().unwrap_or(rest)) else { continue };
        let plain = fields.replace("fn(&[u8])", "").replace("Sensitive<Vec<u8>>", "");
        let holds = BYTES.iter().any(|bytes| plain.contains(bytes));
        if words(traits, "Debug").next().is_some() && holds && !OF_RULES.contains(&name) {
            found.push((at, name));
        }
    }
    found
}

/// A payload that this line formats: `{text:?}`, `{text}`, or `{:?}` with `text` among the arguments.
fn shown(line: &str) -> Option<&'static str> {
    let inline = |name: &str| ["}", ":?}", ":#?}"].iter().any(|end| line.contains(&format!("{{{name}{end}")));
    let arguments =
        ["{:?}", "{:#?}"].iter().find_map(|placeholder| line.split_once(placeholder)).map_or("", |(_, a)| a);
    let arguments = arguments.split_once('"').map_or("", |(_, rest)| rest.split(';').next().unwrap_or(rest));
    let argument = |name: &str| words(arguments, name).any(|at| !arguments[at + name.len()..].starts_with(['(', '.']));
    PAYLOAD.into_iter().find(|name| line.contains('"') && (inline(name) || argument(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        check(&Tree::of(&[("core/src/engine.rs", text)])).iter().map(|problem| problem.line).collect()
    }

    #[test]
    fn prints_are_found() {
        assert_eq!(lines("fn f() {\n    println!(\"a\");\n    dbg!(x);\n}"), [2, 3]);
        assert_eq!(lines("// println!(\"a\")\nlet a = \"println!\"; reprintln!(); println;"), [0; 0]);
        assert_eq!(lines("#[cfg(test)]\nmod tests {\n    fn f() { println!(\"a\"); }\n}"), [0; 0]);
    }

    #[test]
    fn payloads_in_formats_are_found() {
        assert_eq!(lines("format!(\"{record:?}\");"), [1]);
        assert_eq!(lines("\nwrite!(f, \"bad {text}\")"), [2]);
        assert_eq!(lines("panic!(\"{:?}\", record);"), [1]);
        assert_eq!(
            lines("panic!(\"{:?}\", record.len()); format!(\"{} bytes\", text.len()); format!(\"{name:?}\")"),
            [0; 0]
        );
    }

    #[test]
    fn types_that_would_show_a_payload_are_found() {
        assert_eq!(lines("\n#[derive(Clone, Debug)]\nstruct A<'a> {\n    text: &'a [u8],\n}"), [2]);
        assert_eq!(lines("#[derive(Debug)]\n#[non_exhaustive]\npub enum A { B(Vec<u8>) }"), [1]);
        assert_eq!(lines("#[derive(Clone)]\nstruct A { text: Vec<u8> }\n#[derive(Debug)]\nstruct B { n: u8 }"), [0; 0]);
        assert_eq!(lines("#[derive(Debug)]\nstruct A { check: fn(&[u8]) -> bool, key: Sensitive<Vec<u8>> }"), [0; 0]);
    }

    #[test]
    fn tests_are_known_by_their_path() {
        assert!(is_test("core/src/scan/tests.rs") && is_test("cli/tests/cli/main.rs") && !is_test("core/src/scan.rs"));
    }
}
