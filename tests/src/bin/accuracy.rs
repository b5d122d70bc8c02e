//! Scores the privet command on the labelled corpora and on clean telemetry, and prints Markdown.
//!
//! ```text
//! accuracy --privet target/release/privet [--count 100] [--clean-mb 4] [--seed 1] [--entity NAME] [--check]
//!          [--markdown FILE]
//! ```
//!
//! Each identifier is scored twice: with the rules of its jurisdiction, and with all. `--markdown` writes the page of the
//! documents. `--check` exits with 1 when the bar is missed; with 2 something did not work.
#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;

use privet_tests::arguments::Arguments;
use privet_tests::bar;
use privet_tests::corpus::{Case, Class, Identifier, Labelled, cases, clean, identifiers, of_entity};
use privet_tests::detector::{Child, Detector};
use privet_tests::report::{self, Row};
use privet_tests::score::Tally;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            // Nobody is left to tell when standard error is closed too.
            let _ = writeln!(io::stderr(), "accuracy: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether the bar was reached, or nobody asked.
fn run() -> Result<bool, String> {
    let options = ["privet", "count", "clean-mb", "seed", "entity", "markdown"];
    let arguments = Arguments::parse(std::env::args().skip(1), &["check"], &options)?;
    let program = arguments.text("privet").unwrap_or("privet");
    let (count, seed) = (arguments.number("count", 100)?, arguments.number("seed", 1)?);
    let clean_bytes = arguments.number::<usize>("clean-mb", 4)? * 1_000_000;
    let chosen: Vec<&'static Identifier> = match arguments.text("entity") {
        Some(name) => of_entity(name).collect(),
        None => identifiers().collect(),
    };
    if chosen.is_empty() {
        return Err("no such entity".to_owned());
    }
    let cases: Vec<Case> = chosen
        .iter()
        .flat_map(|identifier| Class::ALL.into_iter().flat_map(|class| cases(identifier, class, count, seed)))
        .collect();
    let (check, page) = (arguments.has("check"), arguments.text("markdown"));
    score(program, &cases, &telemetry(seed, clean_bytes), check, page).map_err(|error| error.to_string())
}

fn score(program: &str, cases: &[Case], telemetry: &[Labelled], check: bool, page: Option<&str>) -> io::Result<bool> {
    let mut out = io::stdout().lock();
    let mut selections: BTreeMap<String, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        selections.entry(case.identifier.selection()).or_default().push(case);
    }
    let mut selected = Vec::new();
    for (selection, cases) in &selections {
        selected.extend(rows(&mut Child::privet(program, selection), cases)?);
    }
    writeln!(out, "{}", report::table("Jurisdiction selected", &selected))?;
    let mut every = Child::privet(program, "all");
    let all = rows(&mut every, &cases.iter().collect::<Vec<_>>())?;
    writeln!(out, "{}", report::table("All rules", &all))?;
    let noise = scan_clean(&mut every, telemetry)?;
    let clean = report::clean("Clean telemetry, all rules", &noise);
    writeln!(out, "{clean}")?;
    if let Some(path) = page {
        let missed: Vec<String> =
            selected.iter().flat_map(|row| bar::missed_bar(row.identifier, row.class, &row.tally)).collect();
        std::fs::write(path, report::page(&selected, &all, &clean, &missed))?;
    }
    if !check {
        return Ok(true);
    }
    let mut missed: Vec<String> =
        selected.iter().flat_map(|row| bar::missed(row.identifier, row.class, &row.tally)).collect();
    if noise.false_per_mb() > bar::MOST_FALSE_PER_MB {
        missed.push(format!(
            "clean telemetry: {:.2} findings per MB > {}",
            noise.false_per_mb(),
            bar::MOST_FALSE_PER_MB
        ));
    }
    writeln!(out, "## Bar\n\n{}", if missed.is_empty() { "reached" } else { "missed:" })?;
    for line in &missed {
        writeln!(out, "- {line}")?;
    }
    Ok(missed.is_empty())
}

/// One row for each identifier and class, in the order of the cases.
fn rows(detector: &mut impl Detector, cases: &[&Case]) -> io::Result<Vec<Row>> {
    let records: Vec<&[u8]> = cases.iter().map(|case| case.labelled.record.as_bytes()).collect();
    let mut rows: Vec<Row> = Vec::new();
    for (case, findings) in cases.iter().zip(detector.scan_all(&records)?) {
        let (identifier, class) = (case.identifier, case.class);
        let tally = Tally::of(identifier.entity, &case.labelled, &findings);
        match rows.last_mut() {
            Some(row) if std::ptr::eq(row.identifier, identifier) && row.class == class => row.tally += tally,
            _ => rows.push(Row { identifier, class, tally }),
        }
    }
    Ok(rows)
}

fn scan_clean(detector: &mut impl Detector, telemetry: &[Labelled]) -> io::Result<Tally> {
    let records: Vec<&[u8]> = telemetry.iter().map(|labelled| labelled.record.as_bytes()).collect();
    let mut sum = Tally::default();
    for (labelled, findings) in telemetry.iter().zip(detector.scan_all(&records)?) {
        sum += Tally::of("", labelled, &findings);
    }
    Ok(sum)
}

fn telemetry(seed: u64, bytes: usize) -> Vec<Labelled> {
    let mut size = 0;
    clean(seed)
        .take_while(|labelled| {
            let is_wanted = size < bytes;
            size += labelled.record.len();
            is_wanted
        })
        .collect()
}
