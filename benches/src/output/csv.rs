//! Rows as comma-separated values, there and back. No field holds a quote; a comma in a name is written as a semicolon.

use std::fmt::Write;
use std::str::FromStr;

use crate::harness::{Row, Spread};

const HEAD: &str = "corpus,rules,mode,engine,reports,bytes,messages,mbps_median,mbps_min,mbps_max,\
    ratio_median,ratio_min,ratio_max,count,span_hash,haystack_hash,rules_hash,build_ms,memory_bytes,uncompared_messages";

/// The whole file.
pub fn write(rows: &[&Row]) -> String {
    let mut text = format!("{HEAD}\n");
    for row in rows {
        let names = [&row.corpus, &row.rules, &row.mode, &row.engine, &row.reports].map(|name| name.replace(',', ";"));
        let fields = [
            names.join(","),
            row.bytes.to_string(),
            row.messages.to_string(),
            format!("{:.1},{:.1},{:.1}", row.mbps.median, row.mbps.min, row.mbps.max),
            format!("{:.5},{:.5},{:.5}", row.ratio.median, row.ratio.min, row.ratio.max),
            row.count.to_string(),
            format!("{:016x},{:016x},{:016x}", row.hash, row.haystack, row.patterns),
            format!("{:.1}", row.build_ms),
            row.memory.map(|bytes| bytes.to_string()).unwrap_or_default(),
            row.uncompared.to_string(),
        ];
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", fields.join(","));
    }
    text
}

/// The rows of a file.
///
/// # Errors
///
/// The line that is not as [`write`] makes them.
pub fn read(text: &str) -> Result<Vec<Row>, String> {
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return Err("line 1: other columns than this program writes".to_owned());
    }
    lines.enumerate().map(|(i, line)| row(line).ok_or_else(|| format!("line {}: {line}", i + 2))).collect()
}

fn row(line: &str) -> Option<Row> {
    let mut fields = line.split(',');
    let mut name = || fields.next().map(|name| name.replace(';', ","));
    let (corpus, rules, mode, engine, reports) = (name()?, name()?, name()?, name()?, name()?);
    let (bytes, messages) = (number(fields.next()?)?, number(fields.next()?)?);
    let mut spread = || {
        let (median, min, max) = (number(fields.next()?)?, number(fields.next()?)?, number(fields.next()?)?);
        Some(Spread { median, min, max })
    };
    let (mbps, ratio) = (spread()?, spread()?);
    let count = number(fields.next()?)?;
    let mut hash = || u64::from_str_radix(fields.next()?, 16).ok();
    let (hash, haystack, patterns) = (hash()?, hash()?, hash()?);
    let build_ms = number(fields.next()?)?;
    let memory = Some(fields.next()?).filter(|text| !text.is_empty()).map(number);
    let memory = match memory {
        Some(bytes) => Some(bytes?),
        None => None,
    };
    let uncompared = number(fields.next()?)?;
    fields.next().is_none().then_some(Row {
        corpus,
        rules,
        mode,
        engine,
        reports,
        bytes,
        messages,
        mbps,
        ratio,
        count,
        hash,
        haystack,
        patterns,
        build_ms,
        memory,
        uncompared,
    })
}

fn number<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let spread = |median| Spread { median, min: 1.5, max: 900.1 };
        let row = Row {
            corpus: "events".to_owned(),
            rules: "fifty".to_owned(),
            mode: "message".to_owned(),
            engine: "privet redact, portable".to_owned(),
            reports: "whole pipeline".to_owned(),
            bytes: 16_000_123,
            messages: 20_000,
            mbps: spread(75.6),
            ratio: spread(1.0),
            count: 12,
            hash: u64::MAX,
            haystack: 1,
            patterns: 2,
            build_ms: 12.5,
            memory: Some(1024),
            uncompared: 3,
        };
        let other = Row { engine: "memchr".to_owned(), memory: None, ..row.clone() };
        let text = write(&[&row, &other]);
        assert_eq!(read(&text).unwrap(), [row, other]);
        assert!(read(&text.replace("900.1", "fast")).unwrap_err().starts_with("line 2"));
        assert!(read("a,b\n").is_err());
    }
}
