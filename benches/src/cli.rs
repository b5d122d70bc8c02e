//! The command: `run`, `smoke`, `plot`, `list`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::data::Data;
use crate::engine::Kind;
use crate::harness::{self, Control, Options, Outcome};
use crate::output::{self, csv, machine, markdown, plot, text};
use crate::smoke;

const USAGE: &str = "\
bench run [--table NAME]... [--corpus NAME]... [--mb N] [--rounds N] [--out DIR] [--negative-control [class|drop|shift]]
    measures; with neither --table nor --corpus nor --out, BENCHMARKS.md is written anew; ends with 1 where something
    is wrong, and with a control always
bench smoke
    every table in small: do the engines find what they should, and is it told when they do not?
bench plot [--out DIR]
    draws the plots and writes BENCHMARKS.md from results that are there
bench list
    tables, texts, rules and engines";

/// What another crate adds.
#[derive(Clone, Debug, Default)]
pub struct More {
    /// Engines.
    pub kinds: Vec<Kind>,
    /// The lock file with their versions.
    pub lock: &'static str,
    /// Further versions.
    pub versions: Vec<(&'static str, String)>,
}

/// Runs the command with the arguments of the process.
#[expect(clippy::print_stderr, reason = "says what is wrong")]
pub fn main(more: &More) -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match command(&args, more) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("bench: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of this crate, in the checkout that it was built from.
fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

struct Arguments {
    options: Options,
    out: PathBuf,
}

fn arguments(args: &[String]) -> Result<Arguments, String> {
    let mut parsed = Arguments { options: Options::default(), out: home().join("results") };
    let mut args = args.iter().peekable();
    while let Some(arg) = args.next() {
        if arg == "--negative-control" {
            let named = args.next_if(|name| !name.starts_with("--"));
            let control = named.map_or(Some(Control::Class), |name| Control::by_name(name));
            parsed.options.control = Some(control.ok_or("--negative-control wants class, drop or shift")?);
            continue;
        }
        let value = args.next().ok_or_else(|| format!("{arg} wants a value\n{USAGE}"))?;
        match arg.as_str() {
            "--table" => parsed.options.tables.push(value.clone()),
            "--corpus" => parsed.options.corpora.push(value.clone()),
            "--mb" => parsed.options.mb = value.parse().map_err(|_| "--mb wants a number")?,
            "--rounds" => parsed.options.rounds = value.parse().map_err(|_| "--rounds wants a number")?,
            "--out" => parsed.out = value.into(),
            _ => return Err(format!("no such option: {arg}\n{USAGE}")),
        }
    }
    if parsed.options.rounds == 0 || parsed.options.mb <= 0.0 {
        return Err("--rounds and --mb want more than nothing".to_owned());
    }
    Ok(parsed)
}

fn command(args: &[String], more: &More) -> Result<ExitCode, String> {
    let data = Data::load()?;
    let (name, args) = args.split_first().ok_or(USAGE)?;
    match name.as_str() {
        "run" => run(&data, &arguments(args)?, more),
        "smoke" => smoke(&data, more),
        "plot" => {
            publish(&data, &arguments(args)?.out)?;
            Ok(ExitCode::SUCCESS)
        }
        "list" => list(&data, more),
        _ => Err(format!("no such command: {name}\n{USAGE}")),
    }
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the figures are the output, and where it is")]
fn run(data: &Data, arguments: &Arguments, more: &More) -> Result<ExitCode, String> {
    let Arguments { options, out } = arguments;
    let outcome = harness::run(data, options, &more.kinds, &mut |cell| eprintln!("{cell}"))?;
    let rows: Vec<_> = outcome.rows.iter().collect();
    println!("speed; how many times as fast Privet's best backend is; what was reported");
    println!("{}", text::write(&rows));
    if options.control.is_none() && outcome.wrong.is_empty() {
        save(data, options, out, &outcome, more)?;
        if options.tables.is_empty() && options.corpora.is_empty() {
            publish(data, out)?;
        }
    }
    if options.control.is_some() && outcome.wrong.is_empty() {
        return Err("what was spoilt was not told to be wrong, or nothing could be spoilt".to_owned());
    }
    Ok(verdict(&outcome))
}

/// Says what was wrong.
#[expect(clippy::print_stderr, reason = "says what is wrong")]
fn verdict(outcome: &Outcome) -> ExitCode {
    for (place, why) in &outcome.wrong {
        eprintln!("WRONG {place}: {why}");
    }
    if outcome.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One file a table, and the machine.
fn save(data: &Data, options: &Options, out: &Path, outcome: &Outcome, more: &More) -> Result<(), String> {
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for table in data.tables.iter().filter(|table| options.tables.is_empty() || options.tables.contains(&table.id)) {
        let rows = output::of_table(table, &outcome.rows);
        write(&out.join(format!("{}.csv", table.id)), &csv::write(&rows))?;
    }
    let locks = [include_str!("../../Cargo.lock"), more.lock];
    let run = format!("mb = {}\nrounds = {}\n", options.mb, options.rounds);
    write(&out.join("machine.toml"), &(run + &machine::describe(&locks, &more.versions)))
}

/// Plots from results that are there, and the document where they are those of this checkout.
fn publish(data: &Data, out: &Path) -> Result<(), String> {
    let mut tables = Vec::new();
    for table in &data.tables {
        let path = out.join(format!("{}.csv", table.id));
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let rows = csv::read(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        for (name, drawing) in plot::draw(table, &rows)? {
            write(&out.join(name), &drawing)?;
        }
        tables.push((table, rows));
    }
    // The document tells of the results that stand beside it.
    if out != home().join("results") {
        return Ok(());
    }
    let machine = fs::read_to_string(out.join("machine.toml")).map_err(|error| format!("machine.toml: {error}"))?;
    let document = home().join("../BENCHMARKS.md");
    let text = fs::read_to_string(&document).map_err(|error| format!("{}: {error}", document.display()))?;
    write(&document, &markdown::renew(&text, data, &tables, &machine)?)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

#[expect(clippy::print_stdout, reason = "the answer")]
fn smoke(data: &Data, more: &More) -> Result<ExitCode, String> {
    let told = smoke::run(data, &more.kinds)?;
    println!("{told}");
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "the answer")]
fn list(data: &Data, more: &More) -> Result<ExitCode, String> {
    println!("tables");
    data.tables.iter().for_each(|table| println!("  {:22} {}", table.id, table.title));
    println!("texts");
    data.corpora.iter().for_each(|corpus| println!("  {:22} {}", corpus.id, corpus.about));
    println!("rules");
    data.rules.iter().for_each(|rules| println!("  {:22} {}", rules.id, rules.about));
    println!("engines of this build");
    harness::available(data, &more.kinds)?.iter().for_each(|engine| println!("  {engine}"));
    Ok(ExitCode::SUCCESS)
}
