//! `privet rules test`: how good the rules are on the user's own labelled records.

use std::collections::BTreeMap;
use std::path::PathBuf;

use privet_core::{Format, Policy, Rule, RuleId, Scratch, Span};

use super::labelled::{self, Labelled};
use crate::args::Detection;
use crate::error::{self, Error};
use crate::output::{self, columns};

/// A finding, in bytes of the record.
#[derive(Clone, Copy)]
struct Found {
    span: Span,
    rule: RuleId,
}

/// What was counted for one entity.
#[derive(Clone, Copy, Default)]
struct Score {
    /// Labels.
    labels: usize,
    /// Of them, those whose every byte is in findings.
    covered: usize,
    /// Of those, the ones that a finding of this entity touches.
    right: usize,
    /// Bytes of labels.
    bytes: usize,
    /// Of them, those in no finding.
    leaked: usize,
    /// Findings.
    findings: usize,
    /// Of them, those that touch a label of this entity.
    precise: usize,
}

/// Prints the counts by entity, by rule, and in all.
pub fn run(files: &[PathBuf], detection: &Detection) -> Result<u8, Error> {
    let records = labelled::read(files)?;
    if records.is_empty() {
        return Err(Error::Other(error::INPUT, "nothing to measure: the input is empty".to_owned()));
    }
    let engine = super::engine(detection, Policy::default())?;
    let mut scratch = Scratch::new();
    let mut entities: BTreeMap<String, Score> = BTreeMap::new();
    let mut rules: BTreeMap<String, Score> = BTreeMap::new();
    for record in &records {
        // As `redact` reads a payload: by its format, told from its bytes.
        let rulings = engine.rulings_as(record.text.as_bytes(), &Format::Auto, &mut scratch);
        let found = |ruling: &privet_core::Ruling| Found { span: ruling.raw, rule: ruling.rule };
        let findings: Vec<Found> = rulings.iter().flatten().map(found).collect();
        let of = |finding: &Found| engine.rules().rule(finding.rule);
        count(record, &findings, of, &mut entities, &mut rules);
    }
    let mut total = Score::default();
    entities.values().for_each(|score| total.add(score));
    let header = ["entity", "labels", "recall", "right", "leaked bytes", "findings", "precision"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    rows.extend(entities.iter().map(|(entity, score)| score.row(entity)));
    rows.push(total.row("all"));
    let mut text = columns(&rows, 1);
    let mut rows = vec![["rule", "findings", "precision"].map(str::to_owned).to_vec()];
    for (rule, score) in &rules {
        rows.push(vec![rule.clone(), score.findings.to_string(), share(score.precise, score.findings)]);
    }
    text.push('\n');
    text.push_str(&columns(&rows, 1));
    output::print(text.as_bytes())?;
    Ok(0)
}

fn count<'r>(
    record: &Labelled,
    findings: &[Found],
    rule: impl Fn(&Found) -> &'r Rule,
    entities: &mut BTreeMap<String, Score>,
    rules: &mut BTreeMap<String, Score>,
) {
    for (entity, span) in &record.labels {
        let score = entities.entry(entity.clone()).or_default();
        let touching = || findings.iter().filter(|finding| finding.span.overlaps(*span));
        let found: usize = touching().map(|finding| common(finding.span, *span)).sum();
        score.labels += 1;
        score.bytes += span.len();
        score.leaked += span.len() - found;
        score.covered += usize::from(found == span.len());
        score.right += usize::from(found == span.len() && touching().any(|finding| rule(finding).entity == *entity));
    }
    for finding in findings {
        let rule = rule(finding);
        let is_label = |(entity, span): &(String, Span)| *entity == rule.entity && span.overlaps(finding.span);
        let precise = usize::from(record.labels.iter().any(is_label));
        let scores = [entities.entry(rule.entity.clone()).or_default(), rules.entry(rule.id.clone()).or_default()];
        for score in scores {
            score.findings += 1;
            score.precise += precise;
        }
    }
}

/// Bytes that both have.
fn common(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// In per cent; `-` of nothing.
fn share(part: usize, of: usize) -> String {
    if of == 0 { "-".to_owned() } else { format!("{:.1} %", 100.0 * part as f64 / of as f64) }
}

impl Score {
    fn add(&mut self, other: &Self) {
        let Self { labels, covered, right, bytes, leaked, findings, precise } = *other;
        self.labels += labels;
        self.covered += covered;
        self.right += right;
        self.bytes += bytes;
        self.leaked += leaked;
        self.findings += findings;
        self.precise += precise;
    }

    fn row(&self, name: &str) -> Vec<String> {
        vec![
            name.to_owned(),
            self.labels.to_string(),
            share(self.covered, self.labels),
            share(self.right, self.labels),
            share(self.leaked, self.bytes),
            self.findings.to_string(),
            share(self.precise, self.findings),
        ]
    }
}
