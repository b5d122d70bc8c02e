//! Counting: findings against labels.

use std::ops::AddAssign;

use crate::corpus::{Label, Labelled};
use crate::detector::Found;

/// How far a finding may reach past its label on each side, in bytes: a bracket, a quote, a plus.
const SLACK: usize = 2;
/// How far apart pieces of one entity may be and still count as one: a machine-readable zone has `\n` in it.
const SEAM: usize = 2;

/// What was counted, of one record or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Records scanned.
    pub records: usize,
    /// Bytes scanned.
    pub bytes: usize,
    /// Records with no finding that is false.
    pub untouched: usize,
    /// Records in which the entity they were made for was not found: what a near miss asks for.
    pub rejected: usize,
    /// Labels.
    pub labels: usize,
    /// Labels found: the right entity, the whole label, at most two bytes more on each side.
    pub found: usize,
    /// Labels each byte of which lies in some finding of any entity.
    pub covered: usize,
    /// Bytes of labels.
    pub label_bytes: usize,
    /// Bytes of labels that lie in no finding.
    pub leaked: usize,
    /// Findings.
    pub findings: usize,
    /// Findings that overlap no label.
    pub false_findings: usize,
    /// Findings that overlap a label and none of their own entity.
    pub wrong_entity: usize,
}

impl Tally {
    /// Counts one record that was made for `entity`.
    pub fn of(entity: &str, labelled: &Labelled, findings: &[Found]) -> Self {
        let mut tally = Self {
            records: 1,
            bytes: labelled.record.len(),
            labels: labelled.labels.len(),
            findings: findings.len(),
            rejected: usize::from(findings.iter().all(|found| found.entity != entity)),
            ..Self::default()
        };
        for found in findings {
            let mut overlapped = labelled.labels.iter().filter(|label| overlaps(label, found)).peekable();
            if overlapped.peek().is_none() {
                tally.false_findings += 1;
            } else if overlapped.all(|label| label.entity != found.entity) {
                tally.wrong_entity += 1;
            }
        }
        tally.untouched = usize::from(tally.false_findings == 0);
        for label in &labelled.labels {
            let leaked = (label.start..label.end)
                .filter(|byte| !findings.iter().any(|found| (found.start..found.end).contains(byte)))
                .count();
            tally.label_bytes += label.end - label.start;
            tally.leaked += leaked;
            tally.covered += usize::from(leaked == 0);
            tally.found += usize::from(is_found(label, findings));
        }
        tally
    }

    /// The share of labels found; none without labels.
    pub fn recall(&self) -> Option<f64> {
        share(self.found, self.labels)
    }

    /// The share of labels covered by findings of any entity.
    pub fn coverage(&self) -> Option<f64> {
        share(self.covered, self.labels)
    }

    /// The share of findings that overlap a label; none without findings.
    pub fn precision(&self) -> Option<f64> {
        share(self.findings - self.false_findings, self.findings)
    }

    /// The share of label bytes in no finding.
    pub fn leakage(&self) -> Option<f64> {
        share(self.leaked, self.label_bytes)
    }

    /// The share of records in which the entity they were made for was not found.
    pub fn rejection(&self) -> Option<f64> {
        share(self.rejected, self.records)
    }

    /// False findings per million bytes.
    pub fn false_per_mb(&self) -> f64 {
        share(self.false_findings, self.bytes).unwrap_or(0.0) * 1e6
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.records += other.records;
        self.bytes += other.bytes;
        self.untouched += other.untouched;
        self.rejected += other.rejected;
        self.labels += other.labels;
        self.found += other.found;
        self.covered += other.covered;
        self.label_bytes += other.label_bytes;
        self.leaked += other.leaked;
        self.findings += other.findings;
        self.false_findings += other.false_findings;
        self.wrong_entity += other.wrong_entity;
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn overlaps(label: &Label, found: &Found) -> bool {
    found.start < label.end && label.start < found.end
}

/// Whether findings of the label's entity, one or several end to end, span the label and hardly more.
fn is_found(label: &Label, findings: &[Found]) -> bool {
    let mut pieces: Vec<(usize, usize)> = findings
        .iter()
        .filter(|found| found.entity == label.entity && overlaps(label, found))
        .map(|found| (found.start, found.end))
        .collect();
    pieces.sort_unstable();
    let Some(&(start, mut end)) = pieces.first() else { return false };
    for &(next_start, next_end) in &pieces[1..] {
        if next_start > end + SEAM {
            return false;
        }
        end = end.max(next_end);
    }
    start <= label.start && end >= label.end && label.start - start <= SLACK && end - label.end <= SLACK
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled() -> Labelled {
        let label = Label { entity: "US_SSN", start: 10, end: 21 };
        Labelled { record: "x".repeat(40), labels: vec![label] }
    }

    fn found(entity: &str, start: usize, end: usize) -> Found {
        Found { entity: entity.to_owned(), start, end }
    }

    fn tally(findings: &[Found]) -> Tally {
        Tally::of("US_SSN", &labelled(), findings)
    }

    #[test]
    fn an_exact_finding_is_found() {
        let tally = tally(&[found("US_SSN", 10, 21)]);
        assert_eq!((tally.found, tally.covered, tally.leaked, tally.false_findings), (1, 1, 0, 0));
        assert_eq!((tally.recall(), tally.precision(), tally.rejection()), (Some(1.0), Some(1.0), Some(0.0)));
    }

    #[test]
    fn two_bytes_more_are_allowed_and_three_are_not() {
        assert_eq!(tally(&[found("US_SSN", 8, 23)]).found, 1);
        assert_eq!(tally(&[found("US_SSN", 7, 21)]).found, 0);
        assert_eq!(tally(&[found("US_SSN", 7, 21)]).covered, 1);
    }

    #[test]
    fn a_short_finding_leaks() {
        let tally = tally(&[found("US_SSN", 10, 19)]);
        assert_eq!((tally.found, tally.covered, tally.leaked, tally.label_bytes), (0, 0, 2, 11));
    }

    #[test]
    fn another_entity_covers_but_is_wrong() {
        let tally = tally(&[found("PHONE_NUMBER", 10, 21)]);
        assert_eq!((tally.found, tally.covered, tally.wrong_entity, tally.false_findings), (0, 1, 1, 0));
        assert_eq!(tally.precision(), Some(1.0));
    }

    #[test]
    fn a_finding_elsewhere_is_false() {
        let tally = tally(&[found("US_SSN", 21, 30), found("US_SSN", 0, 10)]);
        assert_eq!((tally.false_findings, tally.untouched, tally.leaked), (2, 0, 11));
        assert_eq!(tally.precision(), Some(0.0));
    }

    #[test]
    fn pieces_end_to_end_are_one() {
        assert_eq!(tally(&[found("US_SSN", 10, 14), found("US_SSN", 16, 21)]).found, 1);
        assert_eq!(tally(&[found("US_SSN", 10, 13), found("US_SSN", 16, 21)]).found, 0);
    }

    #[test]
    fn a_near_miss_asks_only_for_its_own_entity() {
        let miss = Labelled::clean("SSN 000-12-3456");
        assert_eq!(Tally::of("US_SSN", &miss, &[]).rejection(), Some(1.0));
        let other = Tally::of("US_SSN", &miss, &[found("PHONE_NUMBER", 4, 15)]);
        assert_eq!((other.rejection(), other.false_findings), (Some(1.0), 1));
        assert_eq!(Tally::of("US_SSN", &miss, &[found("US_SSN", 4, 15)]).rejection(), Some(0.0));
    }

    #[test]
    fn tallies_add_up() {
        let mut sum = tally(&[found("US_SSN", 10, 21)]);
        sum += tally(&[]);
        assert_eq!((sum.records, sum.recall(), sum.bytes), (2, Some(0.5), 80));
        assert_eq!(Tally::default().recall(), None);
        assert!(tally(&[found("X", 0, 1)]).false_per_mb() > 24_999.0);
    }
}
