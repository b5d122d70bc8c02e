//! `privet rules show`: a rule or a set as a person would read it.

use privet_core::{Library, RuleSyntax, Ruleset, SetSyntax};

use super::page::Page;
use super::{backend, law, library};
use crate::args::OwnRules;
use crate::error::Error;
use crate::output;

/// Prints everything in a rule or a set.
pub fn run(id: &str, own: &OwnRules) -> Result<u8, Error> {
    let library = library(own)?;
    let text = if let Some(rule) = library.rules().find(|rule| rule.id == id) {
        of_rule(rule, &library)?
    } else if let Some(set) = library.sets().find(|set| set.id == id) {
        of_set(set, &library)?
    } else {
        // The name of something else, or a mistake.
        let selection = library.select(id).map_err(Error::usage)?;
        let ids: Vec<&str> =
            selection.rules().iter().filter(|rule| !rule.suppress).map(|rule| rule.id.as_str()).collect();
        return Err(Error::usage(format_args!("{id:?} is not one rule but stands for {}", ids.join(", "))));
    };
    output::print(text.as_bytes())?;
    Ok(0)
}

fn of_rule(rule: &RuleSyntax, library: &Library) -> Result<String, Error> {
    let mut page = Page::of(rule);
    page.field("sets", &sets(rule, library).join(", "));
    cost(rule, library, &mut page)?;
    Ok(format!("{}  {}\n{}\n\n{}\n\n{}", rule.id, rule.entity, rule.title, rule.description, page.text()))
}

fn of_set(set: &SetSyntax, library: &Library) -> Result<String, Error> {
    let mut page = Page::default();
    page.field("file", &set.file);
    for (name, value) in library.law(&set.id).iter().flat_map(law::fields) {
        page.field(name, &value);
    }
    let members: Vec<&str> = set.members.iter().map(|(member, _)| member.as_str()).collect();
    page.field("members", &members.join(", "));
    let selection = library.select(&set.id).map_err(Error::usage)?;
    let rules = selection.rules().iter().filter(|rule| !rule.suppress);
    page.field("rules", &rules.map(|rule| rule.id.as_str()).collect::<Vec<_>>().join(", "));
    Ok(format!("{}\n{}\n\n{}\n\n{}", set.id, set.title, set.description, page.text()))
}

/// The names of the sets that hold the rule.
fn sets(rule: &RuleSyntax, library: &Library) -> Vec<String> {
    let holds = |set: &&SetSyntax| {
        library.select(&set.id).is_ok_and(|chosen| chosen.rules().iter().any(|other| other.id == rule.id))
    };
    library.sets().filter(holds).map(|set| set.id.clone()).collect()
}

fn cost(rule: &RuleSyntax, library: &Library, page: &mut Page) -> Result<(), Error> {
    let selection = library.select(&rule.id).map_err(Error::usage)?;
    let compiled = Ruleset::compile(&selection, backend()?)?;
    let (states, bytes) = compiled.size();
    page.field("cost", &format!("{states} states, {} KB, with the suppressors", bytes.div_ceil(1000)));
    let notes = compiled.notes().iter().filter(|note| note.file == rule.file);
    page.list("notes", notes.map(|note| &note.message));
    Ok(())
}
