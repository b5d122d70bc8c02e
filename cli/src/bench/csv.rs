//! The figures for programs: one a line, so that columns never change.

use std::fmt::{Display, Write as _};

use super::report::Report;

/// All figures under the columns `part,backend,name,measure,value`.
pub fn text(report: &Report<'_>) -> String {
    let mut out = String::from("part,backend,name,measure,value\n");
    let mut row = |part: &str, backend: &str, name: &str, measure: &str, value: &dyn Display| {
        let (name, value) = (quoted(name), quoted(&value.to_string()));
        // Writing to a string does not fail.
        let _ = writeln!(out, "{part},{backend},{name},{measure},{value}");
    };
    let tenths = |value: f64| format!("{value:.1}");
    let sample = report.sample;
    row("input", "", "", "bytes", &sample.bytes.len());
    row("input", "", "", "records", &sample.records.len());
    row("input", "", "", "record_bytes", &tenths(report.record_bytes()));
    row("input", "", "", "cut", &sample.cut);
    row("run", "", "", "rounds", &report.rounds);
    row("rules", "", "", "count", &report.rules);
    row("rules", "", "", "list", &report.list);
    row("rules", "", "", "read_ms", &tenths(report.read.as_secs_f64() * 1e3));
    let speeds = &report.speeds;
    row("reference", "", "memcpy", "mb_per_s", &tenths(report.mb_per_s(speeds.copy)));
    row("reference", "", "byte_search", "mb_per_s", &tenths(report.mb_per_s(speeds.search)));
    for speed in &speeds.backends {
        let backend = speed.backend.as_str();
        row("rules", backend, "", "build_ms", &tenths(speed.built.as_secs_f64() * 1e3));
        row("pipeline", backend, "", "mb_per_s", &tenths(report.mb_per_s(speed.whole)));
        row("pipeline", backend, "", "records_per_s", &tenths(report.records_per_s(speed.whole)));
        row("pipeline", backend, "", "ns_per_kb", &tenths(report.ns_per_kb(speed.whole)));
        row("pipeline", backend, "", "masked_records", &speed.masked);
        for stage in &speed.stages {
            row("stage", backend, stage.name, "ns_per_kb", &tenths(report.ns_per_kb(stage.seconds)));
            row("stage", backend, stage.name, "out_per_mb", &tenths(report.per_mb(stage.out)));
        }
    }
    if let Some(per_rule) = &report.per_rule {
        let backend = per_rule.backend.as_str();
        let per_mb = |count: usize| tenths(count as f64 * 1e6 / per_rule.bytes as f64);
        row("suppressors", backend, "", "bytes", &per_rule.bytes);
        row("suppressors", backend, "", "ns_per_kb", &tenths(per_rule.base.0));
        row("suppressors", backend, "", "middle_half_ns_per_kb", &tenths(per_rule.base.1));
        for rule in &per_rule.rules {
            row("rule", backend, &rule.id, "entity", &rule.entity);
            row("rule", backend, &rule.id, "ns_per_kb", &tenths(rule.ns_per_kb));
            row("rule", backend, &rule.id, "candidates_per_mb", &per_mb(rule.candidates));
            row("rule", backend, &rule.id, "matches_per_mb", &per_mb(rule.matches));
            row("rule", backend, &rule.id, "findings", &rule.findings);
        }
    }
    out
}

/// A cell: in quotes where it would not read back as it is.
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_read_back() {
        assert_eq!(quoted("us.ssn"), "us.ssn");
        assert_eq!(quoted("it,de"), "\"it,de\"");
        assert_eq!(quoted("a \"b\"\n"), "\"a \"\"b\"\"\n\"");
    }
}
