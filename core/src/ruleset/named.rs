//! Names of fields, from rules to their stage.

use super::{Compiler, Pattern, Selection};
use crate::fields::{Fields, Keys, Place, Shape, Way};
use crate::finding::{PatternId, RuleId};

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
                let [within, beside] = [&field.within, &field.beside].map(|names| names.iter().map(String::as_str));
                keys.around(way, within, beside);
                let value = field.value.as_deref().map(Shape::new).transpose().unwrap_or_else(|error| {
                    self.problem(rule, field.line, format!("`fields.value` of {:?}: {error}", field.name));
                    None
                });
                let pattern = PatternId(self.patterns.len() as u16);
                ways.push(Way { pattern, value, max_len: field.max_len });
                let (rule, name) = (RuleId(index as u16), field.name.clone());
                self.patterns.push(Pattern { rule, name, likelihood: field.likelihood, field: true });
            }
        }
        let entities = selection.rules.iter().map(|rule| rule.entity.as_bytes().into()).collect();
        Fields::new(ways, keys, entities)
    }
}
