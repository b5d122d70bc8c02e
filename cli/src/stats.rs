//! The summary at the end, on the standard error stream.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::time::Duration;

use privet_core::Ruleset;

use crate::tally::Tally;

/// Prints what was read and found, and how fast.
pub fn print(tally: &Tally, rules: &Ruleset, time: Duration) {
    // Where the error stream is gone, there is nobody to tell.
    let _ = io::stderr().write_all(text(tally, rules, time).as_bytes());
}

fn text(tally: &Tally, rules: &Ruleset, time: Duration) -> String {
    let mut entities: BTreeMap<&str, u64> = BTreeMap::new();
    for (rule, count) in rules.rules().iter().zip(&tally.rules) {
        if count.findings() > 0 {
            *entities.entry(&rule.entity).or_default() += count.findings();
        }
    }
    let mut entities: Vec<_> = entities.into_iter().collect();
    entities.sort_by_key(|&(entity, findings)| (std::cmp::Reverse(findings), entity));
    let rate = tally.bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9);
    let rows = [
        ("records", tally.records.to_string()),
        ("bytes", tally.bytes.to_string()),
        ("findings", tally.findings().to_string()),
        ("seconds", format!("{:.3}", time.as_secs_f64())),
        ("MB/s", format!("{rate:.1}")),
    ];
    let width = rows.iter().map(|(_, value)| value.len()).max().unwrap_or(0);
    let mut out = String::new();
    // Writing to a string does not fail.
    for (name, value) in rows {
        let _ = writeln!(out, "{value:>width$} {name}");
        if name == "findings" {
            for (entity, findings) in &entities {
                let _ = writeln!(out, "{findings:>width$}   {entity}");
            }
        }
    }
    out
}
