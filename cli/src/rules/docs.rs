//! `privet rules docs`: reference pages, one for each set and each folder of rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use privet_core::{Library, Mode, RuleSyntax, SetSyntax};

use super::{law, library};
use crate::args::OwnRules;
use crate::error::Error;

/// The first line of every page.
const MADE: &str = "<!-- Made by `privet rules docs`: change the rules, not this page. -->\n";

/// Writes the pages.
pub fn run(folder: &Path, own: &OwnRules) -> Result<u8, Error> {
    let library = library(own)?;
    fs::create_dir_all(folder).map_err(|error| Error::create(folder, &error))?;
    for (name, text) in pages(&library) {
        let path = folder.join(format!("{name}.md"));
        fs::write(&path, text).map_err(|error| Error::create(&path, &error))?;
    }
    Ok(0)
}

/// The pages by name.
fn pages(library: &Library) -> BTreeMap<String, String> {
    let folders: BTreeSet<&str> = library.rules().map(RuleSyntax::folder).collect();
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for folder in &folders {
        pages.insert((*folder).to_owned(), of_folder(folder, library));
    }
    for set in library.sets() {
        pages.insert(set.id.clone(), of_set(set, &folders, library));
    }
    pages.insert("README".to_owned(), contents(&folders, library));
    pages
}

/// The list of all pages. Writing to a string does not fail, here and below.
fn contents(folders: &BTreeSet<&str>, library: &Library) -> String {
    let mut text = format!("{MADE}# Rules\n\n## Sets\n\n| set | rules | |\n|---|---|---|\n");
    for set in library.sets() {
        let _ = writeln!(text, "| [{0}]({0}.md) | {1} | {2} |", set.id, count(&set.id, library), cell(&set.title));
    }
    text.push_str("\n## Folders\n\n| folder | rules |\n|---|---|\n");
    for folder in folders {
        let rules = library.rules().filter(|rule| rule.folder() == *folder).count();
        let _ = writeln!(text, "| [{folder}]({folder}.md) | {rules} |");
    }
    text
}

fn of_set(set: &SetSyntax, folders: &BTreeSet<&str>, library: &Library) -> String {
    let mut text = format!("{MADE}# {}\n\n{}\n\n", set.title, set.description);
    if let Some(law) = library.law(&set.id) {
        text.push_str("| | |\n|---|---|\n");
        for (name, value) in law::fields(&law) {
            let _ = writeln!(text, "| {name} | {} |", cell(&value));
        }
        text.push('\n');
    }
    let _ = writeln!(text, "`--rules {}` puts {} rules in force: those of", set.id, count(&set.id, library));
    let sets: BTreeSet<&str> = library.sets().map(|set| set.id.as_str()).collect();
    let mut single = Vec::new();
    for (member, _) in &set.members {
        if folders.contains(member.as_str()) || sets.contains(member.as_str()) {
            let _ = writeln!(text, "[{member}]({member}.md),");
        } else {
            single.push(member.as_str());
        }
    }
    let rules: Vec<&RuleSyntax> =
        library.rules().filter(|rule| single.contains(&&*rule.id) || single.contains(&&*rule.entity)).collect();
    let end = if rules.is_empty() { "and the suppressors of" } else { "those below, and the suppressors of" };
    let _ = writeln!(text, "{end} [shapes](shapes.md).");
    if !rules.is_empty() {
        text.push('\n');
        table(&rules, &mut text);
    }
    text
}

fn of_folder(folder: &str, library: &Library) -> String {
    let rules: Vec<&RuleSyntax> = library.rules().filter(|rule| rule.folder() == folder).collect();
    let title = match folder {
        "global" => "Rules of no country".to_owned(),
        "shapes" => "Suppressors: what looks like a number of somebody's and is not".to_owned(),
        other => format!("Rules of `{other}`"),
    };
    let mut text = format!("{MADE}# {title}\n\n");
    table(&rules, &mut text);
    for rule in rules {
        let _ = writeln!(text, "\n## {}\n\n{}\n", rule.id, rule.description);
        for reference in &rule.references {
            let _ = writeln!(text, "- <{reference}>");
        }
    }
    text
}

fn table(rules: &[&RuleSyntax], text: &mut String) {
    text.push_str("| rule | entity | what | check | sensitivity | words and keys |\n|---|---|---|---|---|---|\n");
    for rule in rules {
        let check = rule.validator.as_ref().map_or_else(String::new, |validator| match validator.mode {
            Mode::Hard => format!("`{}`", validator.name),
            mode => format!("`{}`, {}", validator.name, mode.as_str()),
        });
        let names = rule.words.iter().chain(&rule.keys).chain(rule.fields.iter().flat_map(|way| &way.keys));
        let words: Vec<&str> = names.map(String::as_str).filter(|word| !word.starts_with('@')).collect();
        let some = words.iter().take(WORDS).copied().collect::<Vec<_>>().join(", ");
        let more = if words.len() > WORDS { format!(", and {} more", words.len() - WORDS) } else { String::new() };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {check} | {} | {}{more} |",
            rule.id,
            rule.entity,
            cell(&rule.title),
            rule.sensitivity.as_str(),
            cell(&some),
        );
    }
}

/// Words of a rule that a table shows.
const WORDS: usize = 5;

/// Rules that a set puts in force, without suppressors.
fn count(set: &str, library: &Library) -> usize {
    library.select(set).map_or(0, |selection| selection.rules().iter().filter(|rule| !rule.suppress).count())
}

/// A text for a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', "<br>")
}
