//! `privet bench`: how fast this machine finds and masks what is in the user's own files. Prints figures, never data.

mod chart;
mod csv;
mod per_rule;
mod report;
mod sample;
mod speed;
mod table;

use std::time::Instant;

use privet_core::{Engine, Policy, Ruleset};

use crate::args::{BenchArgs, BenchFormat};
use crate::error::{self, Error};
use crate::format::Reading;
use crate::input::Inputs;
use crate::output::{self, Sink};
use crate::rules;
use report::Report;
use sample::Sample;
use speed::Built;

/// Runs the command and returns its exit code.
pub fn run(args: &BenchArgs) -> Result<u8, Error> {
    let backends = rules::backends(&args.backends)?;
    let mut inputs = Inputs::new(&args.files, Reading::Lines);
    if let Some(path) = args.svg.as_deref().filter(|path| inputs.holds(path)) {
        return Err(Error::usage(format_args!("{}: is an input and cannot be the output", path.display())));
    }
    let start = Instant::now();
    let library = rules::library(&args.detection.choice.own)?;
    let read = start.elapsed();
    let selection = rules::select(&library, &args.detection.choice.list)?;
    let policy = Policy::default();
    let least = args.detection.min_likelihood.unwrap_or(policy.least());
    let policy = policy.threshold(least);
    let mut built = Vec::new();
    for backend in backends {
        let start = Instant::now();
        let engine = Engine::new(Ruleset::compile(&selection, backend)?, policy.clone());
        built.push(Built { backend, engine, time: start.elapsed() });
    }
    let sample = Sample::read(&mut inputs, args.max_mb * 1_000_000);
    if sample.records.is_empty() {
        // A file that could not be read was reported.
        let empty = || Error::Other(error::INPUT, "nothing to measure: the input is empty".to_owned());
        return if inputs.code() > 0 { Ok(inputs.code()) } else { Err(empty()) };
    }
    // Whether the chart can be written shows before the minutes, not after.
    let svg = args.svg.as_deref().map(|path| Sink::open(Some(path))).transpose()?;
    let speeds = speed::measure(&sample, &built, args.rounds);
    let per_rule = if args.per_rule {
        Some(per_rule::measure(&library, &selection, &policy, &sample, args.rounds)?)
    } else {
        None
    };
    let report = Report {
        list: args.detection.choice.list.clone(),
        rules: selection.rules().iter().filter(|rule| !rule.suppress).count(),
        read,
        rounds: args.rounds,
        total: inputs.total(),
        sample: &sample,
        speeds,
        per_rule,
    };
    let text = match args.format {
        BenchFormat::Table => table::text(&report),
        BenchFormat::Csv => csv::text(&report),
    };
    output::print(text.as_bytes())?;
    if let Some(mut svg) = svg {
        svg.write(chart::svg(&report.title(), &report.bars()).as_bytes())?;
        svg.finish()?;
    }
    Ok(inputs.code())
}
