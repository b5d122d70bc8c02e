//! The summary at the end, on the standard error stream.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::time::Duration;

use privet_core::{OnError, Ruleset};

use crate::tally::Tally;
use crate::trouble::said;

/// Prints what was read and found, and how fast.
pub fn print(tally: &Tally, rules: &Ruleset, observes: bool, time: Duration) {
    // Where the error stream is gone, there is nobody to tell.
    let _ = io::stderr().write_all(text(tally, rules, observes, time).as_bytes());
}

fn text(tally: &Tally, rules: &Ruleset, observes: bool, time: Duration) -> String {
    let mut entities: BTreeMap<&str, u64> = BTreeMap::new();
    for (rule, count) in rules.rules().iter().zip(&tally.rules) {
        if count.findings() > 0 {
            *entities.entry(&rule.entity).or_default() += count.findings();
        }
    }
    let mut acts: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for (act, count) in &tally.acts {
        *acts.entry((&rules.rules()[act.rule].entity, act.action)).or_default() += count;
    }
    let mut entities: Vec<_> = entities.into_iter().collect();
    entities.sort_by_key(|&(entity, findings)| (std::cmp::Reverse(findings), entity));
    let rate = tally.bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9);
    let mut rows = vec![
        ("records".to_owned(), tally.records.to_string()),
        ("bytes".to_owned(), tally.bytes.to_string()),
        ("findings".to_owned(), tally.findings().to_string()),
    ];
    if tally.blocked > 0 {
        rows.push(("blocked by the policy".to_owned(), tally.blocked.to_string()));
    }
    for (done, count) in OnError::ALL.into_iter().zip(tally.unreadable).filter(|&(_, count)| count > 0) {
        rows.push((format!("that could not be read, {}", said(done)), count.to_string()));
    }
    rows.push(("seconds".to_owned(), format!("{:.3}", time.as_secs_f64())));
    rows.push(("MB/s".to_owned(), format!("{rate:.1}")));
    let width = rows.iter().map(|(_, value)| value.len()).max().unwrap_or(0);
    let mut out = String::new();
    if observes {
        out.push_str("Nothing was changed. By the policy it would be:\n");
    }
    // Writing to a string does not fail.
    for (name, value) in rows {
        let _ = writeln!(out, "{value:>width$} {name}");
        if name == "findings" {
            for (entity, findings) in &entities {
                let _ = writeln!(out, "{findings:>width$}   {entity}");
                for ((_, action), count) in acts.iter().filter(|((of, _), _)| of == entity) {
                    let _ = writeln!(out, "{count:>width$}     {action}");
                }
            }
        }
    }
    out
}
