//! What is told of a rule, field by field.

use std::fmt::Write as _;

use privet_core::{Boundary, Mode, PatternSyntax, RuleSyntax, Search};

/// Names and values, in the order in which they are read.
#[derive(Default)]
pub struct Page {
    fields: Vec<(&'static str, String)>,
}

impl Page {
    /// All that the file of a rule says, but its title and description.
    pub fn of(rule: &RuleSyntax) -> Self {
        let mut page = Self::default();
        page.field("file", &rule.file);
        page.field("jurisdiction", rule.jurisdiction().unwrap_or("none"));
        page.field("sensitivity", rule.sensitivity.as_str());
        if rule.suppress {
            page.field("suppressor", "no finding; takes along what lies inside it");
        }
        for pattern in &rule.patterns {
            page.pattern(pattern);
        }
        for field in &rule.fields {
            let names: Vec<&str> = field.keys.iter().chain(&field.whole).map(String::as_str).collect();
            page.field("field", &format!("{} ({}): {}", field.name, field.likelihood, names.join(", ")));
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
        page
    }

    /// A name and its value, unless there is none.
    pub fn field(&mut self, name: &'static str, value: &str) {
        if !value.is_empty() {
            self.fields.push((name, value.to_owned()));
        }
    }

    /// A name and its values, one below the other.
    pub fn list(&mut self, name: &'static str, values: impl Iterator<Item = impl AsRef<str>>) {
        let values: Vec<String> = values.map(|value| value.as_ref().to_owned()).collect();
        self.field(name, &values.join("\n"));
    }

    /// The values of a name.
    pub fn values(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(other, _)| *other == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The names, each once.
    pub fn names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for &(name, _) in &self.fields {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// As text: the names to the left.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.fields {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{name:<13} {}", value.replace('\n', "\n              "));
        }
        text
    }

    fn pattern(&mut self, pattern: &PatternSyntax) {
        let mut value = format!("{} ({}", pattern.name, pattern.likelihood);
        if pattern.crowded != pattern.likelihood {
            let _ = write!(value, ", {} when crowded", pattern.crowded);
        }
        value.push(')');
        for line in pattern.regex.trim_matches('\n').lines() {
            let _ = write!(value, "\n  {}", line.trim_end());
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
        let _ = write!(value, "\n{}", details.join("; "));
        self.field("pattern", &value);
    }
}
