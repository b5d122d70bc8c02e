//! Unsafe code lies behind one fence, and every other crate forbids it.

use super::Problem;
use crate::source::{code, line_of, words};
use crate::tree::Tree;

/// Where unsafe code may be.
const FENCE: &str = "core/src/scan/arch/";

/// What may go without `forbid(unsafe_code)`: the core and the comparators, whose lints deny it outside their fences,
/// and fuzz targets, which are functions that another program calls.
const FREE: [&str; 3] = ["core/", "benches/comparators/", "tests/fuzz/"];

/// What cannot be had without: the counting allocator of the one test that proves that clean records allocate nothing,
/// and the calls of a C library that Privet's speed is compared with.
const EXCEPTIONS: [&str; 2] = ["tests/tests/allocations.rs", "benches/comparators/src/hyperscan.rs"];

const FORBID: &str = "#![forbid(unsafe_code)]";

/// The word in code, and crate roots that do not forbid it.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, text) in tree.texts("", ".rs") {
        let code = code(text);
        if !path.starts_with(FENCE) && !EXCEPTIONS.contains(&path) {
            let lines = words(&code, "unsafe").filter(|&at| !is_attribute(&code, at)).map(|at| line_of(&code, at));
            problems.extend(lines.map(|line| Problem::new(path, line, format!("unsafe code outside {FENCE}"))));
        }
        if is_root(path) && !FREE.iter().any(|free| path.starts_with(free)) && !code.contains(FORBID) {
            problems.push(Problem::new(path, 0, format!("a crate root without {FORBID}")));
        }
    }
    problems
}

/// A library, a program, a suite of tests; not a build script, which is no part of what is built.
fn is_root(path: &str) -> bool {
    let is_program = path.contains("/src/bin/") && path.rsplit("/src/bin/").next().is_some_and(|p| !p.contains('/'));
    path.ends_with("/src/lib.rs") || path.ends_with("/src/main.rs") || is_program
}

/// `#[unsafe(no_mangle)]` of a fuzz target's macro is not ours to judge.
fn is_attribute(code: &str, at: usize) -> bool {
    code[..at].ends_with("#[")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn inside_the_fence_only() {
        let text = "fn f() {\n    unsafe { g() }\n}";
        let outside = check(&Tree::of(&[("core/src/scan/portable.rs", text)]));
        assert_eq!(outside, [Problem::new("core/src/scan/portable.rs", 2, "unsafe code outside core/src/scan/arch/")]);
        assert_eq!(problems("core/src/scan/arch/avx2.rs", text), 0);
        EXCEPTIONS.iter().for_each(|path| assert_eq!(problems(path, text), 0));
        assert_eq!(problems("benches/comparators/src/dd_sds.rs", text), 1);
        assert_eq!(problems("tests/tests/laws.rs", text), 1);
        assert_eq!(problems("cli/src/redact.rs", "// unsafe\nlet unsafe_code = \"unsafe\";"), 0);
    }

    #[test]
    fn crate_roots_forbid_it() {
        assert_eq!(problems("cli/src/main.rs", "fn main() {}"), 1);
        assert_eq!(problems("tests/src/bin/accuracy.rs", "fn main() {}"), 1);
        assert_eq!(problems("cli/src/main.rs", "//! Doc.\n#![forbid(unsafe_code)]\n"), 0);
        assert_eq!(problems("cli/src/main.rs", "// #![forbid(unsafe_code)]\n"), 1);
        assert_eq!(problems("core/src/lib.rs", ""), 0);
        assert_eq!(problems("cli/src/redact.rs", ""), 0);
    }
}
