//! `privet rules list` and `privet rules sets`.

use privet_core::RuleSyntax;

use super::{library, select};
use crate::args::{Choice, ListFormat, OwnRules};
use crate::error::Error;
use crate::output::{self, columns, json_string};

/// Prints the rules of a choice.
pub fn rules(choice: &Choice, format: ListFormat) -> Result<u8, Error> {
    let library = library(&choice.own)?;
    let selection = select(&library, &choice.list)?;
    // Suppressors are always in force, and find nothing.
    let rules = selection.rules().iter().filter(|rule| !rule.suppress);
    let text = match format {
        ListFormat::Text => columns(&rules.map(|rule| row(rule)).collect::<Vec<_>>(), 4),
        ListFormat::Ndjson => rules.map(|rule| object(rule)).collect(),
    };
    output::print(text.as_bytes())?;
    Ok(0)
}

/// Prints the sets.
pub fn sets(own: &OwnRules) -> Result<u8, Error> {
    let library = library(own)?;
    let mut rows = Vec::new();
    for set in library.sets() {
        let selection = library.select(&set.id).map_err(Error::usage)?;
        let count = selection.rules().iter().filter(|rule| !rule.suppress).count();
        rows.push(vec![set.id.clone(), format!("{count:>3} rules"), set.title.clone()]);
    }
    output::print(columns(&rows, 3).as_bytes())?;
    Ok(0)
}

fn row(rule: &RuleSyntax) -> Vec<String> {
    vec![rule.id.clone(), rule.entity.clone(), rule.jurisdiction().unwrap_or("-").to_owned(), rule.title.clone()]
}

fn object(rule: &RuleSyntax) -> String {
    let jurisdiction = rule.jurisdiction().map_or("null".to_owned(), json_string);
    format!(
        "{{\"id\":{},\"entity\":{},\"title\":{},\"jurisdiction\":{jurisdiction},\"sensitivity\":{}}}\n",
        json_string(&rule.id),
        json_string(&rule.entity),
        json_string(&rule.title),
        json_string(rule.sensitivity.as_str()),
    )
}
