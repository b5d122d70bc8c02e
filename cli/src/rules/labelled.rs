//! Records that say what is to be found in them.

use std::io::Read;
use std::path::{Path, PathBuf};

use privet_core::Span;
use serde_json::Value;

use crate::error::Error;

/// A record with what is in it.
pub struct Labelled {
    /// The text.
    pub text: String,
    /// The entities, and where they are: in order, and disjoint.
    pub labels: Vec<(String, Span)>,
}

/// The records of files, or of the standard input.
///
/// # Errors
///
/// A file cannot be read, or a line is none. The error names the line, and shows nothing of it.
pub fn read(files: &[PathBuf]) -> Result<Vec<Labelled>, Error> {
    let mut records = Vec::new();
    let stdin = [PathBuf::from("-")];
    for path in if files.is_empty() { &stdin } else { files } {
        let text = content(path)?;
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let record = parse(line).map_err(|what| Error::data(path, format_args!("line {}: {what}", index + 1)))?;
            records.push(record);
        }
    }
    Ok(records)
}

fn content(path: &Path) -> Result<String, Error> {
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| Error::read("standard input", &error))?;
    } else {
        bytes = std::fs::read(path).map_err(|error| Error::input(path, &error))?;
    }
    String::from_utf8(bytes).map_err(|_| Error::data(path, "is not UTF-8"))
}

fn parse(line: &str) -> Result<Labelled, &'static str> {
    let record: Value = serde_json::from_str(line).map_err(|_| "is not JSON")?;
    let text = record["text"].as_str().ok_or("has no `text`, which is a string")?.to_owned();
    let findings = record["findings"].as_array().ok_or("has no `findings`, which is a list")?;
    let mut labels = Vec::new();
    for finding in findings {
        let entity = finding["entity"].as_str().ok_or("has a finding without `entity`, which is a string")?;
        let place = |name: &str| finding[name].as_u64().and_then(|place| usize::try_from(place).ok());
        let (start, end) = place("start").zip(place("end")).ok_or("has a finding without `start` or `end`")?;
        if start >= end || text.get(start..end).is_none() {
            return Err("has a finding that is no part of its text: places are bytes, from whole characters");
        }
        labels.push((entity.to_owned(), Span::new(start, end)));
    }
    labels.sort_by_key(|(_, span)| *span);
    if labels.windows(2).any(|pair| pair[1].1.start < pair[0].1.end) {
        return Err("has findings that overlap");
    }
    Ok(Labelled { text, labels })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let good = r#"{"text":"é 1 2","findings":[{"entity":"B","start":5,"end":6},{"entity":"A","start":3,"end":4}]}"#;
        let labelled = parse(good).ok().unwrap();
        assert_eq!(labelled.labels, [("A".to_owned(), Span::new(3, 4)), ("B".to_owned(), Span::new(5, 6))]);
        for (line, what) in [
            ("x", "is not JSON"),
            ("{}", "no `text`"),
            (r#"{"text":"a"}"#, "no `findings`"),
            (r#"{"text":"a","findings":[{"start":0,"end":1}]}"#, "without `entity`"),
            (r#"{"text":"a","findings":[{"entity":"A","start":0}]}"#, "without `start` or `end`"),
            (r#"{"text":"a","findings":[{"entity":"A","start":0,"end":2}]}"#, "no part of its text"),
            (r#"{"text":"é","findings":[{"entity":"A","start":1,"end":2}]}"#, "whole characters"),
        ] {
            assert!(parse(line).is_err_and(|error| error.contains(what)), "{line}");
        }
    }
}
