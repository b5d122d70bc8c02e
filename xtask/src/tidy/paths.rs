//! Paths that documents name exist.

use super::Problem;
use crate::tree::Tree;

/// Ends of names that make a word a path, whatever folder it starts with.
const ENDS: [&str; 9] = [".rs", ".toml", ".md", ".ndjson", ".txt", ".sh", ".lock", ".yml", "/"];

/// The document in which every word with a slash is a path, in blocks, too.
const STRICT: &str = "ARCHITECTURE.md";

/// Words in backticks and targets of links.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, text) in tree.texts("", ".md") {
        let mut block = false;
        for (i, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                block = !block;
                continue;
            }
            let strict = path.ends_with(STRICT);
            let mut named: Vec<&str> = Vec::new();
            if block {
                named.extend(line.split_whitespace().filter(|_| strict));
            } else {
                let spans = line.split('`').skip(1).step_by(2);
                named.extend(spans.flat_map(str::split_whitespace));
            }
            named.retain(|word| is_path(tree, path, word, strict));
            if !block {
                named.extend(links(line));
            }
            let missing = named.into_iter().filter(|name| !exists(tree, path, name));
            problems.extend(missing.map(|name| Problem::new(path, i + 1, format!("there is no {name}"))));
        }
    }
    problems
}

/// Looks like a path from the root or from the folder of the document.
fn is_path(tree: &Tree, document: &str, word: &str, strict: bool) -> bool {
    let letters = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    // What is built is not there before.
    let ours = word.chars().all(letters) && !word.starts_with(['/', '-']) && !word.starts_with("target/");
    let Some((first, _)) = word.split_once('/').filter(|_| ours) else { return false };
    strict || ENDS.iter().any(|end| word.ends_with(end)) || exists(tree, document, first)
}

fn links(line: &str) -> impl Iterator<Item = &str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.map(|target| target.split('#').next().unwrap_or_default()).filter(|t| !t.is_empty() && !t.contains(':'))
}

fn exists(tree: &Tree, document: &str, name: &str) -> bool {
    let name = name.trim_end_matches('/');
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    tree.has(name) || !folder.is_empty() && tree.has(&format!("{folder}/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(document: &str, text: &str) -> Vec<String> {
        let tree = Tree::of(&[(document, text), ("core/src/span.rs", ""), ("tests/src/bar.rs", "")]);
        check(&tree).into_iter().map(|problem| format!("{}:{}", problem.line, problem.message)).collect()
    }

    #[test]
    fn what_is_there_passes() {
        let text = "`core/src/span.rs`, `core/src/`, `privet redact core/src/span.rs`, [a](core/src/span.rs#x), `a/b`\n\
                    `rules/<folder>/x.toml` `/etc/x.toml` `target/release/x.txt` [b](https://example.org/x.md)\n\
                    ```\nno/such.rs\n```";
        assert_eq!(missing("README.md", text), Vec::<String>::new());
        assert_eq!(missing("tests/README.md", "`src/bar.rs`"), Vec::<String>::new());
    }

    #[test]
    fn what_is_not_there_fails() {
        assert_eq!(missing("README.md", "\n`core/src/spam.rs`"), ["2:there is no core/src/spam.rs"]);
        assert_eq!(missing("README.md", "`core/src/scan`"), ["1:there is no core/src/scan"]);
        assert_eq!(missing("README.md", "`cor/span.rs`"), ["1:there is no cor/span.rs"]);
        assert_eq!(missing("README.md", "[a](LICENCE)"), ["1:there is no LICENCE"]);
        assert_eq!(missing("tests/README.md", "`src/spam.rs`"), ["1:there is no src/spam.rs"]);
    }

    #[test]
    fn the_map_is_read_strictly() {
        assert_eq!(missing("ARCHITECTURE.md", "```\nnew/crate  a crate\n```\n`a/b`").len(), 2);
    }
}
