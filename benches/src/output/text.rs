//! Rows for the terminal.

use std::fmt::Write;

use crate::harness::Row;

/// Every row of some, a heading for each text.
pub fn write(rows: &[&Row]) -> String {
    let mut text = String::new();
    for group in rows.chunk_by(|a, b| (&a.corpus, &a.rules, &a.mode) == (&b.corpus, &b.rules, &b.mode)) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{} / {} / {}", group[0].corpus, group[0].rules, group[0].mode);
        for row in group {
            let (speed, ratio) = (row.mbps, row.ratio);
            let _ = writeln!(
                text,
                "  {:28} {:9.1} MB/s ({:.1} to {:.1})   {:8.2} ({:.2} to {:.2})   {:>8} {}, build {:.0} ms",
                row.engine,
                speed.median,
                speed.min,
                speed.max,
                ratio.median,
                ratio.min,
                ratio.max,
                row.count,
                row.reports,
                row.build_ms,
            );
        }
    }
    text
}
