//! Names of fields, from rules to their stage.

use regex_automata::meta::Regex;
use regex_automata::util::syntax;

use super::{Compiler, Pattern, Selection};
use crate::fields::{Fields, Keys, Place, Way};
use crate::finding::{PatternId, RuleId};
use crate::limits::MAX_NFA;

impl Compiler {
    /// The stage of all fields. Their ways come after all patterns: those of the other stages are counted from 0.
    pub(super) fn fields(&mut self, selection: &Selection<'_>) -> Fields {
        let (mut ways, mut keys) = (Vec::new(), Keys::default());
        for (index, rule) in selection.rules.iter().enumerate() {
            for field in &rule.fields {
                let way = ways.len() as u16;
                let lists = [(&field.keys, Place::Last), (&field.whole, Place::Whole), (&field.except, Place::Except)];
                for (names, place) in lists {
                    names.iter().for_each(|name| keys.add(name, way, place));
                }
                keys.within(way, field.within.iter().map(String::as_str));
                let value = field.value.as_deref().map(whole).transpose().unwrap_or_else(|error| {
                    self.problem(rule, field.line, format!("`fields.value` of {:?}: {error}", field.name));
                    None
                });
                let pattern = PatternId(self.patterns.len() as u16);
                ways.push(Way { pattern, value, max_len: field.max_len });
                let (rule, name) = (RuleId(index as u16), field.name.clone());
                self.patterns.push(Pattern { rule, name, likelihood: field.likelihood, field: true });
            }
        }
        Fields::new(ways, keys)
    }
}

/// An expression that matches whole values.
fn whole(regex: &str) -> Result<Regex, String> {
    let syntax = syntax::Config::new().utf8(false).ignore_whitespace(true).nest_limit(100);
    let meta = Regex::config().utf8_empty(false).nfa_size_limit(Some(MAX_NFA));
    let whole = format!("\\A(?:{regex}\n)\\z");
    Regex::builder().configure(meta).syntax(syntax).build(&whole).map_err(|error| match error.syntax_error() {
        Some(regex_syntax::Error::Parse(error)) => error.kind().to_string(),
        Some(regex_syntax::Error::Translate(error)) => error.kind().to_string(),
        _ => "is too large".to_owned(),
    })
}
