//! dd-sensitive-data-scanner: finding or masking, with or without its own check digits. A message is one string to it.

use std::sync::Arc;

use dd_sds::{MatchAction, RegexRuleConfig, RootRuleConfig, RuleConfig, RuleMatch, Scanner, SecondaryValidator};
use privet_benches::corpus::{Haystack, Mode};
use privet_benches::data::PatternSpec;
use privet_benches::engine::Engine;
use privet_benches::report::Report;
use privet_benches::rules::Rules;

struct Datadog {
    scanner: Scanner,
    masks: bool,
    text: String,
}

/// Finding only.
pub fn scan(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Datadog::build(rules, false, false)
}

/// Finding and masking.
pub fn redact(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Datadog::build(rules, true, false)
}

/// Finding only, with check digits.
pub fn scan_checked(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Datadog::build(rules, false, true)
}

/// Finding and masking, with check digits.
pub fn redact_checked(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Datadog::build(rules, true, true)
}

impl Datadog {
    fn build(rules: &Rules, masks: bool, checks: bool) -> Result<Box<dyn Engine>, String> {
        let each = rules.patterns.iter().zip(rules.regexes()).map(|(pattern, regex)| {
            let validator = pattern.dd.as_deref().filter(|_| checks && rules.full).map(validator).transpose()?;
            let config = RegexRuleConfig::new(&regex).with_validator(validator);
            Ok(RootRuleConfig::new(Arc::new(config) as Arc<dyn RuleConfig>).match_action(action(pattern, masks)))
        });
        let configs = each.collect::<Result<Vec<_>, String>>()?;
        let scanner = Scanner::builder(&configs).build().map_err(|error| error.to_string())?;
        Ok(Box::new(Self { scanner, masks, text: String::new() }))
    }

    /// Reports where matches stood in the text that went in.
    fn report(&self, start: usize, mut matches: Vec<RuleMatch>, report: &mut Report) {
        matches.sort_unstable_by_key(|found| found.start_index);
        // What comes out is moved by all replacements before it.
        let mut moved = 0;
        for found in &matches {
            let back = |index: usize, moved: isize| start + index.wrapping_add_signed(-moved);
            let from = back(found.start_index, moved);
            if self.masks {
                moved = found.shift_offset;
            }
            report.add(found.rule_index, from, back(found.end_index_exclusive, moved));
        }
    }
}

fn action(pattern: &PatternSpec, masks: bool) -> MatchAction {
    if masks { MatchAction::redact(&format!("[{}]", pattern.name.to_ascii_uppercase())) } else { MatchAction::None }
}

/// The check of that name, as its configuration files have it.
fn validator(name: &str) -> Result<SecondaryValidator, String> {
    toml::from_str(&format!("type = {name:?}")).map_err(|error| format!("{name}: {error}"))
}

impl Engine for Datadog {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, _) in haystack.calls(mode) {
            // All texts are UTF-8; one that is not would be told by what is missing.
            let Ok(piece) = str::from_utf8(piece) else { continue };
            self.text.clear();
            self.text.push_str(piece);
            let Ok(matches) = self.scanner.scan(&mut self.text) else { continue };
            self.report(start, matches, report);
            report.write(self.text.as_bytes());
        }
    }
}
