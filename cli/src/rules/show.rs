//! `privet rules show`: a rule as a person would read it.

use std::fmt::Write as _;

use privet_core::{Boundary, Library, Mode, PatternSyntax, RuleSyntax, Ruleset, Search, SetSyntax};

use super::{backend, library};
use crate::args::OwnRules;
use crate::error::Error;
use crate::output;

/// Prints everything in a rule.
pub fn run(id: &str, own: &OwnRules) -> Result<u8, Error> {
    let library = library(own)?;
    let Some(rule) = library.rules().find(|rule| rule.id == id) else {
        // The name of something else, or a mistake.
        let selection = library.select(id).map_err(Error::usage)?;
        let ids: Vec<&str> =
            selection.rules().iter().filter(|rule| !rule.suppress).map(|rule| rule.id.as_str()).collect();
        return Err(Error::usage(format_args!("{id:?} is not one rule but stands for {}", ids.join(", "))));
    };
    output::print(page(rule, &library)?.as_bytes())?;
    Ok(0)
}

fn page(rule: &RuleSyntax, library: &Library) -> Result<String, Error> {
    let mut page = Page::default();
    page.line(&format!("{}  {}", rule.id, rule.entity));
    page.line(&rule.title);
    page.line("");
    page.line(&rule.description);
    page.line("");
    page.field("file", &rule.file);
    page.field("jurisdiction", rule.jurisdiction().unwrap_or("none"));
    page.field("sensitivity", rule.sensitivity.as_str());
    if rule.suppress {
        page.field("suppressor", "no finding; takes along what lies inside it");
    }
    page.field("sets", &sets(rule, library).join(", "));
    for pattern in &rule.patterns {
        page.pattern(pattern);
    }
    if let Some(validator) = &rule.validator {
        let failed = match validator.mode {
            Mode::Hard => "a failed check drops the match",
            Mode::Soft => "a failed check lowers the likelihood by two",
            _ => "a failed check drops the match, but for dates of issue without check digit",
        };
        page.field("validator", &format!("{} ({}): {failed}", validator.name, validator.mode.as_str()));
    }
    page.field("keys", &rule.keys.join(", "));
    page.field("words", &rule.words.join(", "));
    page.field("hints", &rule.hints.join(", "));
    page.field("negative", &rule.negative.join(", "));
    page.field("window", &format!("{} bytes before, {} after", rule.before, rule.after));
    page.list("finds", rule.find.iter().map(|(text, _)| text));
    page.list("passes", rule.pass.iter().map(|(text, _)| text));
    page.list("references", rule.references.iter());
    cost(rule, library, &mut page)?;
    Ok(page.text)
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

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A name and its value, unless there is none.
    fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            // Writing to a string does not fail.
            let _ = writeln!(self.text, "{name:<13} {value}");
        }
    }

    fn list(&mut self, name: &str, values: impl Iterator<Item = impl AsRef<str>>) {
        for (index, value) in values.enumerate() {
            let name = if index == 0 { name } else { "" };
            let value = value.as_ref().replace('\n', "\n              ");
            let _ = writeln!(self.text, "{name:<13} {value}");
        }
    }

    fn pattern(&mut self, pattern: &PatternSyntax) {
        let mut level = pattern.likelihood.to_string();
        if pattern.crowded != pattern.likelihood {
            let _ = write!(level, ", {} when crowded", pattern.crowded);
        }
        self.field("pattern", &format!("{} ({level})", pattern.name));
        for line in pattern.regex.trim_matches('\n').lines() {
            self.line(&format!("                {}", line.trim_end()));
        }
        let boundary = match pattern.boundary {
            Boundary::Word => "no letter or digit beside it",
            Boundary::Number => "no letter, digit, or digit joined by a dot or hyphen beside it",
            Boundary::Digit => "no digit beside it",
            Boundary::Token => "no letter, digit, _ or - beside it",
            _ => "anything beside it",
        };
        let mut details = vec![boundary.to_owned()];
        details.extend(pattern.not_before.as_ref().map(|class| format!("not after {class}")));
        details.extend(pattern.not_after.as_ref().map(|class| format!("not before {class}")));
        details.extend(pattern.max_len.map(|len| format!("at most {len} bytes")));
        details.extend((pattern.search == Search::Inner).then(|| "looked for by a literal inside".to_owned()));
        self.field("", &details.join("; "));
    }
}
