//! Counting: records, bytes and findings.

use privet_core::{Finding, Likelihood};

/// What was read and found.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Records read.
    pub records: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Findings by the index of their rule; shorter than the rules when the last ones found nothing.
    pub rules: Vec<Count>,
}

/// What one rule found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Records with a finding.
    pub records: u64,
    /// Findings by likelihood, lowest first.
    pub levels: [u64; Likelihood::ALL.len()],
    /// The record that was counted last, plus one.
    last: u64,
}

impl Count {
    /// Findings of any likelihood.
    pub fn findings(&self) -> u64 {
        self.levels.iter().sum()
    }
}

impl Tally {
    /// Counts a finding of the record of that number.
    pub fn add(&mut self, record: u64, finding: &Finding) {
        let rule = finding.rule.index();
        if rule >= self.rules.len() {
            self.rules.resize(rule + 1, Count::default());
        }
        let count = &mut self.rules[rule];
        count.levels[finding.likelihood as usize] += 1;
        if count.last != record + 1 {
            count.records += 1;
            count.last = record + 1;
        }
    }

    /// Adds what was counted over other records.
    pub fn merge(&mut self, other: &Self) {
        self.records += other.records;
        self.bytes += other.bytes;
        if other.rules.len() > self.rules.len() {
            self.rules.resize(other.rules.len(), Count::default());
        }
        for (count, other) in self.rules.iter_mut().zip(&other.rules) {
            count.records += other.records;
            for (level, more) in count.levels.iter_mut().zip(other.levels) {
                *level += more;
            }
        }
    }

    /// Findings of all rules.
    pub fn findings(&self) -> u64 {
        self.rules.iter().map(Count::findings).sum()
    }
}
