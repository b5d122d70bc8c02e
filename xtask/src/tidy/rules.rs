//! Rule files are where their id says, and what rules share is used.

use std::collections::BTreeSet;

use super::{Problem, validators};
use crate::tree::Tree;

const RULES: &str = "rulesets/rules/";
const WORDS: &str = "rulesets/words/";

/// Places of rules, and validators and word lists that no rule uses.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    let mut words: BTreeSet<&str> = BTreeSet::new();
    for (path, text) in tree.texts(RULES, ".toml") {
        match id(path) {
            None => problems.push(Problem::new(path, 0, "a rule is at rules/<folder>/<name>.toml")),
            Some(expected) => {
                let found = value(text, "", "id");
                if found != Some(expected.as_str()) {
                    problems.push(Problem::new(path, 0, format!("its id is not its path, {expected:?}")));
                }
            }
        }
        named.extend(value(text, "[validator]", "name"));
        words.extend(text.split("\"@").skip(1).filter_map(|rest| rest.split('"').next()));
    }
    for (validator, line) in validators::registered(tree) {
        if !named.contains(validator) {
            problems.push(Problem::new(validators::TABLE, line, format!("no rule uses validator {validator}")));
        }
    }
    for (path, _) in tree.texts(WORDS, ".toml") {
        let name = path.trim_start_matches(WORDS).trim_end_matches(".toml");
        if !words.contains(name) {
            problems.push(Problem::new(path, 0, format!("no rule uses \"@{name}\"")));
        }
    }
    problems
}

/// The id that the path asks for.
fn id(path: &str) -> Option<String> {
    let (folder, name) = path.strip_prefix(RULES)?.strip_suffix(".toml")?.split_once('/')?;
    (!name.contains('/')).then(|| format!("{folder}.{name}"))
}

/// A text of a table of a rule file; the table's name is empty for what comes before all tables.
fn value<'a>(text: &'a str, table: &str, key: &str) -> Option<&'a str> {
    let mut here = "";
    for line in text.lines().map(str::trim) {
        if line.starts_with('[') {
            here = line.split('#').next().unwrap_or(line).trim();
        } else if here == table
            && let Some((name, value)) = line.split_once('=')
            && name.trim() == key
        {
            return value.split('"').nth(1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "id = \"pl.pesel\" # path\n[[patterns]]\nname = \"bare\"\n[validator]\nname = \"pl_pesel\"\n[context]\nhints = [\"@tax\"]\n";
    const TABLE: &str = "\nvalidators! {\n    pl_pesel,\n}\n";

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_rule_at_its_place_that_uses_what_there_is() {
        let files =
            [("rulesets/rules/pl/pesel.toml", RULE), ("rulesets/words/tax.toml", ""), (validators::TABLE, TABLE)];
        assert_eq!(messages(&files), Vec::<String>::new());
    }

    #[test]
    fn a_rule_elsewhere() {
        assert_eq!(messages(&[("rulesets/rules/pl/nip.toml", RULE)]).len(), 1);
        assert_eq!(messages(&[("rulesets/rules/pesel.toml", RULE)]).len(), 1);
        assert_eq!(messages(&[("rulesets/rules/pl/old/pesel.toml", RULE)]).len(), 1);
    }

    #[test]
    fn what_nobody_uses() {
        let unused = messages(&[(validators::TABLE, TABLE), ("rulesets/words/tax.toml", "")]);
        assert_eq!(
            unused,
            [
                "core/src/validate.rs:3: no rule uses validator pl_pesel",
                "rulesets/words/tax.toml: no rule uses \"@tax\"",
            ]
        );
    }
}
