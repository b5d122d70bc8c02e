//! `privet rules diff`: two lists of rules, or two states of their files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use privet_core::{Library, RuleSyntax};

use super::page::Page;
use super::{library, select};
use crate::args::OwnRules;
use crate::error::Error;
use crate::output;

/// Prints a line for each rule that only one side has, or that differs, with what differs.
pub fn run(old: &str, new: &str, own: &OwnRules) -> Result<u8, Error> {
    let (before, after) = (Side::read(old, own)?, Side::read(new, own)?);
    let (before, after) = (before.rules()?, after.rules()?);
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let (mut out, mut same) = (String::new(), 0);
    for id in ids {
        // Writing to a string does not fail.
        match (before.get(id), after.get(id)) {
            (Some(rule), None) => _ = writeln!(out, "- {id}  {}", rule.entity),
            (None, Some(rule)) => _ = writeln!(out, "+ {id}  {}", rule.entity),
            (Some(old), Some(new)) => match differences(old, new) {
                names if names.is_empty() => same += 1,
                names => _ = writeln!(out, "~ {id}  {}", names.join(", ")),
            },
            (None, None) => {}
        }
    }
    let _ = writeln!(
        out,
        "{}",
        if same == 1 { "1 rule is the same".to_owned() } else { format!("{same} rules are the same") }
    );
    output::print(out.as_bytes())?;
    Ok(0)
}

/// One side: all rules with those of a folder, or a list.
struct Side {
    library: Library,
    list: String,
}

impl Side {
    fn read(name: &str, own: &OwnRules) -> Result<Self, Error> {
        let mut folders = own.folders.clone();
        let is_folder = Path::new(name).is_dir();
        if is_folder {
            folders.push(PathBuf::from(name));
        }
        let library = library(&OwnRules { folders })?;
        Ok(Self { library, list: if is_folder { "all".to_owned() } else { name.to_owned() } })
    }

    fn rules(&self) -> Result<BTreeMap<String, &RuleSyntax>, Error> {
        let selection = select(&self.library, &self.list)?;
        let all = self.list == "all";
        let rules = selection.rules().iter().filter(|rule| all || !rule.suppress);
        Ok(rules.map(|&rule| (rule.id.clone(), rule)).collect())
    }
}

/// The names of the fields that differ; where the file lies does not count.
fn differences(old: &RuleSyntax, new: &RuleSyntax) -> Vec<&'static str> {
    let (before, after) = (Page::of(old), Page::of(new));
    let mut names = before.names();
    names.extend(after.names());
    let mut differing: Vec<&'static str> = Vec::new();
    let texts = [("entity", &old.entity, &new.entity), ("title", &old.title, &new.title)];
    differing.extend(texts.iter().filter(|(_, old, new)| old != new).map(|(name, ..)| *name));
    if old.description != new.description {
        differing.push("description");
    }
    for name in names {
        if name != "file" && !differing.contains(&name) && before.values(name) != after.values(name) {
            differing.push(name);
        }
    }
    differing
}
