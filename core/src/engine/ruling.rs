//! What the policy does with each finding of a record, and why.

use std::cell::LazyCell;
use std::fmt;

use super::plan::{Setting, as_it_reads};
use super::{Engine, Scratch, is_json, subject};
use crate::finding::{Finding, RuleId};
use crate::labels::Labels;
use crate::likelihood::Likelihood;
use crate::payload::{Format, Malformed, Places, Structured, detect};
use crate::policy::{Ground, Line, Location};
use crate::span::Span;

/// What is done with a finding, and what decided. Holds no text of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ruling {
    /// Bytes of the record; of a structured payload, of its text.
    pub span: Span,
    /// Bytes of the record, or of the payload; of one that is packed, of what is in it.
    pub raw: Span,
    /// The rule.
    pub rule: RuleId,
    /// How sure it is.
    pub likelihood: Likelihood,
    /// The action's name in policies: `mask`, `keep`...
    pub action: &'static str,
    /// What decided.
    pub decided: Line,
    /// The statements before it, each with the field that did not fit.
    pub passed: Vec<(Line, &'static str)>,
}

impl fmt::Display for Ruling {
    /// One line: the action, what decided, and what was passed over. Shows nothing of the record.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, by {}", self.action, self.decided)?;
        for (i, (part, field)) in self.passed.iter().enumerate() {
            write!(f, "{} {part}: {field} does not fit", if i == 0 { "; passed over" } else { "," })?;
        }
        Ok(())
    }
}

impl Engine {
    /// What the policy does with each finding of one record, in the order of the text, and why. The same whether the policy
    /// enforces or observes.
    ///
    /// Cost: as [`Engine::scan`], and a look at the whole policy for each finding.
    pub fn rulings(&self, record: &[u8], scratch: &mut Scratch) -> Vec<Ruling> {
        self.rulings_text(record, true, scratch)
    }

    /// As [`Engine::rulings`], for a text that is `plain` or whose structure could not be followed.
    fn rulings_text(&self, record: &[u8], plain: bool, scratch: &mut Scratch) -> Vec<Ruling> {
        self.find(record, scratch, &mut ());
        let json = is_json(record);
        let mut places = json.then(|| Places::new(record));
        let rule_on = |finding: &Finding| {
            let place = Setting::place(places.as_mut(), plain && !json, finding.span.start);
            self.ruling(finding, &scratch.labels, place, &record[finding.span.range()], json)
        };
        scratch.findings.iter().map(rule_on).collect()
    }

    /// As [`Engine::rulings`], for a payload of any format, as [`Engine::redact_as`] reads it.
    ///
    /// # Errors
    ///
    /// The payload is not of that format, or goes beyond a limit.
    pub fn rulings_as(&self, payload: &[u8], format: &Format, scratch: &mut Scratch) -> Result<Vec<Ruling>, Malformed> {
        self.rulings_unpacked(payload, format, 0, scratch)
    }

    /// As [`Engine::rulings_as`], for what came out of so many packings.
    #[cfg_attr(not(feature = "packed"), expect(unused_variables, reason = "nothing is unpacked"))]
    pub(super) fn rulings_unpacked(
        &self,
        payload: &[u8],
        format: &Format,
        packings: usize,
        scratch: &mut Scratch,
    ) -> Result<Vec<Ruling>, Malformed> {
        let told = if matches!(format, Format::Auto) { detect(payload) } else { format.clone() };
        let structured = match told {
            Format::Structured(structured) => structured,
            #[cfg(feature = "packed")]
            Format::Packed(packed) => return self.rulings_packed(payload, &packed, packings, scratch),
            Format::Auto | Format::Text | Format::Json => return Ok(self.rulings(payload, scratch)),
        };
        match self.rulings_in(payload, &structured, scratch) {
            // It only looked like that.
            Err(_) if matches!(format, Format::Auto) => Ok(self.rulings_text(payload, false, scratch)),
            rulings => rulings,
        }
    }

    /// As [`Engine::rulings`], for a payload of a structured format. What is found in a value that is base64 of a text has
    /// the place of the value.
    ///
    /// # Errors
    ///
    /// The payload is not of that format, or goes beyond a limit.
    pub fn rulings_in(
        &self,
        payload: &[u8],
        format: &Structured,
        scratch: &mut Scratch,
    ) -> Result<Vec<Ruling>, Malformed> {
        self.find_in(payload, format, scratch, &mut ())?;
        let Scratch { rendering, findings, labels, .. } = scratch;
        let rule_on = |finding: &Finding| {
            let leaf = rendering.touched(finding.span).next().map(|index| rendering.leaves()[index]);
            let place = leaf.map_or(Location::Unknown, |leaf| Location::Path(rendering.place(leaf.node)));
            let ruling = self.ruling(finding, labels, place, &rendering.text()[finding.span.range()], false);
            // Of what stands in several values, the first part; what stands in none has no bytes in the payload.
            let part = leaf.and_then(|leaf| {
                let (start, end) = (finding.span.start.max(leaf.text.start), finding.span.end.min(leaf.text.end));
                (start < end).then(|| Span::new(start, end))
            });
            Ruling { raw: part.map_or(Span::new(0, 0), |part| rendering.raw_span(part)), ..ruling }
        };
        let rulings: Vec<Ruling> = findings.iter().map(rule_on).collect();
        #[cfg(feature = "packed")]
        let rulings = {
            let mut rulings = rulings;
            let wrapped = self.rulings_wrapped(scratch);
            if !wrapped.is_empty() {
                rulings.extend(wrapped);
                rulings.sort_by_key(|ruling| ruling.span);
            }
            rulings
        };
        Ok(rulings)
    }

    fn ruling(&self, finding: &Finding, labels: &Labels, place: Location<'_>, value: &[u8], escapes: bool) -> Ruling {
        let &Finding { span, rule, likelihood } = finding;
        let subject = subject(self.rules.rule(rule));
        let place = LazyCell::new(move || place);
        let plain = || as_it_reads(value, escapes);
        let (ground, passed) = self.bound.trace(&self.policy, &subject, (rule, likelihood), labels, &place, plain);
        let passed = passed.into_iter().map(|(index, field)| (self.policy.line(Ground::Statement(index)), field));
        let (action, decided) = (self.policy.action(ground), self.policy.line(ground));
        Ruling { span, raw: span, rule, likelihood, action, decided, passed: passed.collect() }
    }
}
