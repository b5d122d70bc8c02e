//! All figures of a run, and the units they are told in. A kilobyte is 1000 bytes, a megabyte a million.

use std::time::Duration;

use super::chart::Bars;
use super::per_rule::PerRule;
use super::sample::Sample;
use super::speed::Speeds;

/// Rules that the chart shows.
const DEAREST: usize = 15;

/// What was measured.
pub struct Report<'s> {
    /// The choice of rules, as it was typed.
    pub list: String,
    /// Rules in force, without suppressors.
    pub rules: usize,
    /// Time to read the rule files.
    pub read: Duration,
    /// Rounds that count.
    pub rounds: usize,
    /// Bytes of all inputs, where that is known.
    pub total: Option<u64>,
    /// What it was measured on.
    pub sample: &'s Sample,
    /// Pipeline, stages, references.
    pub speeds: Speeds,
    /// Rules, if they were asked for.
    pub per_rule: Option<PerRule>,
}

impl Report<'_> {
    /// Megabytes a second of a pass that takes so many seconds.
    pub fn mb_per_s(&self, seconds: f64) -> f64 {
        self.sample.bytes.len() as f64 / 1e6 / seconds.max(1e-9)
    }

    /// Records a second.
    pub fn records_per_s(&self, seconds: f64) -> f64 {
        self.sample.records.len() as f64 / seconds.max(1e-9)
    }

    /// Nanoseconds a kilobyte.
    pub fn ns_per_kb(&self, seconds: f64) -> f64 {
        seconds * 1e12 / self.sample.bytes.len() as f64
    }

    /// How many a megabyte.
    pub fn per_mb(&self, count: usize) -> f64 {
        count as f64 * 1e6 / self.sample.bytes.len() as f64
    }

    /// Bytes of the average record, without its line feed.
    pub fn record_bytes(&self) -> f64 {
        let records = &self.sample.records;
        records.iter().map(|record| record.len()).sum::<usize>() as f64 / records.len() as f64
    }

    /// The heading of the chart.
    pub fn title(&self) -> String {
        let megabytes = self.sample.bytes.len() as f64 / 1e6;
        format!("privet bench: {megabytes:.1} MB, {} rules ({})", self.rules, self.list)
    }

    /// The groups of the chart.
    pub fn bars(&self) -> Vec<Bars> {
        let speeds = self.speeds.backends.iter();
        let whole = speeds.clone().map(|speed| {
            let rate = self.mb_per_s(speed.whole);
            (speed.backend.as_str().to_owned(), rate, format!("{rate:.1}"))
        });
        let mut bars = vec![Bars { title: "whole pipeline on one core, MB/s".to_owned(), rows: whole.collect() }];
        bars.extend(speeds.map(|speed| {
            let row = |name: &str, ns: f64| (name.to_owned(), ns, format!("{ns:.0}"));
            let stages = speed.stages.iter().map(|stage| row(stage.name, self.ns_per_kb(stage.seconds)));
            Bars { title: format!("stages of {}, ns/KB", speed.backend.as_str()), rows: stages.collect() }
        }));
        bars.extend(self.per_rule.as_ref().map(|per_rule| {
            let dearest = per_rule.rules.iter().take(DEAREST);
            let rows = dearest.map(|rule| (rule.id.clone(), rule.ns_per_kb, format!("{:.0}", rule.ns_per_kb)));
            Bars { title: "dearest rules, each alone, ns/KB".to_owned(), rows: rows.collect() }
        }));
        bars
    }
}
