//! Writes the corpora and the event streams to standard output.
//!
//! ```text
//! generate events --mb 1000 --seed 1 [--clean] [--labels FILE]
//! generate labelled --class context --entity US_SSN --count 100 --seed 1 [--records]
//! generate clean --mb 10 --seed 1
//! ```
//!
//! `labelled` writes a JSON object a line, with the record and its labels; with `--records` the records alone. `--labels`
//! gets a line for each event: its number, the entity and the offsets in it.
#![forbid(unsafe_code)]

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use privet_tests::arguments::Arguments;
use privet_tests::corpus::{Case, Class, EventStream, Identifier, cases, clean, identifiers, of_entity};
use serde_json::json;

const USAGE: &str = "usage: generate events [--mb N] [--seed N] [--pii|--clean] [--labels FILE]
       generate labelled [--class NAME] [--entity NAME] [--count N] [--seed N] [--records]
       generate clean [--mb N] [--seed N]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when standard error is closed too.
            let _ = writeln!(io::stderr(), "generate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments = Arguments::parse(
        std::env::args().skip(1),
        &["pii", "clean", "records"],
        &["mb", "seed", "labels", "class", "entity", "count"],
    )?;
    let seed = arguments.number("seed", 1)?;
    let bytes = arguments.number::<u64>("mb", 10)? * 1_000_000;
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let written = match arguments.command.as_deref() {
        Some("events") => events(&mut out, &arguments, seed, bytes),
        Some("labelled") => labelled(&mut out, &arguments, seed, arguments.number("count", 100)?),
        Some("clean") => telemetry(&mut out, seed, bytes),
        _ => return Err(USAGE.to_owned()),
    };
    match written.and_then(|()| out.flush()) {
        // `generate … | head` is no mistake.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| error.to_string()),
    }
}

fn events(out: &mut impl Write, arguments: &Arguments, seed: u64, bytes: u64) -> io::Result<()> {
    let mut stream = EventStream::new(seed, !arguments.has("clean"));
    let Some(path) = arguments.text("labels") else { return stream.write(out, bytes, |_| ()).map(drop) };
    let mut labels = BufWriter::new(File::create(path)?);
    let (mut number, mut kept) = (0_u64, Ok(()));
    stream.write(out, bytes, |planted| {
        if let (Some(label), Ok(())) = (planted, &kept) {
            kept = writeln!(labels, "{number} {} {} {}", label.entity, label.start, label.end);
        }
        number += 1;
    })?;
    kept.and_then(|()| labels.flush())
}

fn labelled(out: &mut impl Write, arguments: &Arguments, seed: u64, count: usize) -> io::Result<()> {
    let unknown = |what: &str| io::Error::other(format!("no such {what}"));
    let classes = match arguments.text("class") {
        Some(name) => vec![Class::of_name(name).ok_or_else(|| unknown("class"))?],
        None => Class::ALL.to_vec(),
    };
    let chosen: Vec<&Identifier> = match arguments.text("entity") {
        Some(name) => of_entity(name).collect(),
        None => identifiers().collect(),
    };
    if chosen.is_empty() {
        return Err(unknown("entity"));
    }
    for identifier in chosen {
        for case in classes.iter().flat_map(|&class| cases(identifier, class, count, seed)) {
            write_case(out, &case, arguments.has("records"))?;
        }
    }
    Ok(())
}

fn write_case(out: &mut impl Write, case: &Case, record_only: bool) -> io::Result<()> {
    let Case { identifier, class, labelled } = case;
    if record_only {
        return writeln!(out, "{}", labelled.record);
    }
    let labels: Vec<_> = labelled
        .labels
        .iter()
        .map(|label| json!({"entity": label.entity, "start": label.start, "end": label.end}))
        .collect();
    let name = identifier.name();
    writeln!(out, "{}", json!({"for": name, "class": class.name(), "record": labelled.record, "labels": labels}))
}

fn telemetry(out: &mut impl Write, seed: u64, bytes: u64) -> io::Result<()> {
    let mut written = 0;
    for labelled in clean(seed) {
        if written >= bytes {
            break;
        }
        writeln!(out, "{}", labelled.record)?;
        written += labelled.record.len() as u64 + 1;
    }
    Ok(())
}
