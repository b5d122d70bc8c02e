//! Counting: records, bytes and findings.

use std::collections::BTreeMap;

use privet_core::{Likelihood, OnError, RuleId};

use crate::output::Found;

/// What was read and found.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Records read.
    pub records: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Findings by the index of their rule; shorter than the rules when the last ones found nothing.
    pub rules: Vec<Count>,
    /// Findings by what a policy does with them, and what another one would.
    pub acts: BTreeMap<Act, u64>,
    /// Payloads that the policy blocked.
    pub blocked: u64,
    /// Payloads that could not be read, by what was done with them.
    pub unreadable: [u64; OnError::ALL.len()],
}

/// What is done with the findings of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Act {
    /// Index of the rule.
    pub rule: usize,
    /// The action.
    pub action: &'static str,
    /// What another policy does; empty where there is none.
    pub other: &'static str,
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
    pub fn add(&mut self, record: u64, finding: impl Into<Found>) {
        let finding = finding.into();
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

    /// Counts what is done with a finding of that rule.
    pub fn act(&mut self, rule: RuleId, action: &'static str, other: &'static str) {
        *self.acts.entry(Act { rule: rule.index(), action, other }).or_default() += 1;
    }

    /// Counts a payload that could not be read.
    pub fn cannot_read(&mut self, done: OnError) {
        for (count, kind) in self.unreadable.iter_mut().zip(OnError::ALL) {
            *count += u64::from(kind == done);
        }
    }

    /// Payloads that could not be read and do not go out.
    pub fn held_back(&self) -> u64 {
        let by = OnError::ALL.into_iter().zip(self.unreadable);
        by.filter(|(done, _)| matches!(done, OnError::Block | OnError::Quarantine)).map(|(_, count)| count).sum()
    }

    /// Adds what was counted over other records.
    pub fn merge(&mut self, other: &Self) {
        self.records += other.records;
        self.bytes += other.bytes;
        self.blocked += other.blocked;
        for (count, more) in self.unreadable.iter_mut().zip(other.unreadable) {
            *count += more;
        }
        for (&act, more) in &other.acts {
            *self.acts.entry(act).or_default() += more;
        }
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
