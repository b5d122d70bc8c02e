//! Files that have grown long: a note, not a mistake.

use super::Problem;
use crate::source::{code, without_tests};
use crate::tree::Tree;

/// Lines of a file, tests left out.
const MOST: usize = 500;

/// Files of more lines than are read with pleasure.
pub fn notes(tree: &Tree) -> Vec<Problem> {
    let mut notes = Vec::new();
    for (path, text) in tree.texts("", ".rs").filter(|(path, _)| !super::banned::is_test(path)) {
        let lines = without_tests(&code(text), text).trim_end().lines().count();
        if lines > MOST {
            notes.push(Problem::new(path, 0, format!("{lines} lines; from {MOST} on split it by noun")));
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_are_named() {
        let (long, tests) = ("x;\n".repeat(501), format!("x;\n#[cfg(test)]\nmod tests {{\n{}}}\n", "x;\n".repeat(501)));
        let tree = Tree::of(&[("core/src/a.rs", &long), ("core/src/b.rs", &tests), ("core/src/a/tests.rs", &long)]);
        assert_eq!(notes(&tree), [Problem::new("core/src/a.rs", 0, "501 lines; from 500 on split it by noun")]);
    }
}
