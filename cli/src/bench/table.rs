//! The figures in columns, for people.

use std::fmt::Write as _;

use super::per_rule::PerRule;
use super::report::Report;
use crate::output::columns;

/// All tables, with an empty line between two.
pub fn text(report: &Report<'_>) -> String {
    let mut out = head(report);
    for table in [speed(report), stages(report)].into_iter().chain(report.per_rule.as_ref().map(rules)) {
        out.push('\n');
        out.push_str(&table);
    }
    out
}

fn head(report: &Report<'_>) -> String {
    let megabytes = |bytes: f64| format!("{:.1} MB", bytes / 1e6);
    let sample = report.sample;
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write!(out, "{} in {} records, ", megabytes(sample.bytes.len() as f64), sample.records.len());
    let _ = write!(out, "{:.0} bytes on average", report.record_bytes());
    match report.total.filter(|_| sample.cut) {
        Some(total) => {
            let _ = writeln!(out, ": the start of {}", megabytes(total as f64));
        }
        None if sample.cut => out.push_str(": the start of the input\n"),
        None => out.push('\n'),
    }
    if sample.long > 0 {
        let _ = writeln!(out, "records too long to be held are measured in pieces: {}", sample.long);
    }
    let read = report.read.as_secs_f64() * 1e3;
    let _ = writeln!(out, "{} rules, read in {read:.0} ms; medians of {} rounds", report.rules, report.rounds);
    out
}

fn strings<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

fn speed(report: &Report<'_>) -> String {
    let mut rows = vec![strings(["one core", "MB/s", "records/s", "ns/KB", "of memcpy", "masked", "built ms"])];
    let speeds = &report.speeds;
    let row = |name: &str, seconds: f64| {
        let share = 100.0 * speeds.copy / seconds.max(1e-9);
        let (rate, records) = (report.mb_per_s(seconds), report.records_per_s(seconds));
        let ns = report.ns_per_kb(seconds);
        vec![
            name.to_owned(),
            format!("{rate:.1}"),
            format!("{records:.0}"),
            format!("{ns:.0}"),
            format!("{share:.2} %"),
        ]
    };
    for speed in &speeds.backends {
        let mut row = row(speed.backend.as_str(), speed.whole);
        row.extend([speed.masked.to_string(), format!("{:.0}", speed.built.as_secs_f64() * 1e3)]);
        rows.push(row);
    }
    rows.push(row("memcpy", speeds.copy));
    rows.push(row("byte search", speeds.search));
    columns(&rows, 1)
}

fn stages(report: &Report<'_>) -> String {
    let mut rows = vec![strings(["backend", "stage", "ns/KB", "share", "out/MB"])];
    for speed in &report.speeds.backends {
        for stage in &speed.stages {
            let ns = format!("{:.0}", report.ns_per_kb(stage.seconds));
            let share = format!("{:.1} %", 100.0 * stage.seconds / speed.whole.max(1e-9));
            let out = format!("{:.1}", report.per_mb(stage.out));
            rows.push(vec![speed.backend.as_str().to_owned(), stage.name.to_owned(), ns, share, out]);
        }
    }
    columns(&rows, 2)
}

fn rules(per_rule: &PerRule) -> String {
    let mut rows = vec![strings(["rule alone", "entity", "ns/KB", "candidates/MB", "matches/MB", "findings"])];
    let per_mb = |count: usize| format!("{:.1}", count as f64 * 1e6 / per_rule.bytes as f64);
    for rule in &per_rule.rules {
        let ns = format!("{:.0}", rule.ns_per_kb);
        let (candidates, matches) = (per_mb(rule.candidates), per_mb(rule.matches));
        rows.push(vec![rule.id.clone(), rule.entity.clone(), ns, candidates, matches, rule.findings.to_string()]);
    }
    let (base, spread) = per_rule.base;
    format!(
        "{}above {base:.0} ns/KB of the suppressors alone, measurements of which lie {spread:.0} apart; {} on {:.1} MB\n",
        columns(&rows, 2),
        per_rule.backend.as_str(),
        per_rule.bytes as f64 / 1e6,
    )
}
