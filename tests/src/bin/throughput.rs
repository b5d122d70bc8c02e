//! A first figure: megabytes a second on one core over generated JSON events, the whole pipeline beside the regex
//! library's fastest multi-pattern search of the same patterns, in the same run.
//!
//! `throughput [--mb 16] [--rounds 7] [--rules all] [--pii|--clean]`. The rounds interleave the engines; medians are
//! printed, and the median of the ratios of each round. The regex search reports one match a place and neither validates,
//! nor looks at words, nor masks: it does less.
#![forbid(unsafe_code)]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use privet_core::{Backend, Engine, Policy, Redacted, Scratch};
use privet_tests::corpus::EventStream;
use privet_tests::rules::{engine, library};
use regex_automata::meta::Regex;
use regex_automata::util::syntax;

struct Options {
    mb: usize,
    rounds: usize,
    rules: String,
    pii: bool,
}

fn options() -> Result<Options, String> {
    let mut options = Options { mb: 16, rounds: 7, rules: "all".to_owned(), pii: true };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} wants a value"));
        match arg.as_str() {
            "--mb" => options.mb = value()?.parse().map_err(|_| "--mb wants a number".to_owned())?,
            "--rounds" => options.rounds = value()?.parse().map_err(|_| "--rounds wants a number".to_owned())?,
            "--rules" => options.rules = value()?,
            "--pii" => options.pii = true,
            "--clean" => options.pii = false,
            _ => return Err(format!("no such option: {arg}")),
        }
    }
    Ok(options)
}

/// All patterns in one search of the regex library, as their authors wrote them.
fn meta(rules: &str) -> Result<Regex, String> {
    let selection = library().select(rules).map_err(|error| error.to_string())?;
    let patterns: Vec<&str> =
        selection.rules().iter().flat_map(|rule| &rule.patterns).map(|pattern| pattern.regex.as_str()).collect();
    let syntax = syntax::Config::new().utf8(false).unicode(false).ignore_whitespace(true);
    let config = Regex::config().utf8_empty(false).hybrid_cache_capacity(1 << 30).nfa_size_limit(Some(1 << 30));
    Regex::builder().syntax(syntax).configure(config).build_many(&patterns).map_err(|error| error.to_string())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[expect(clippy::print_stdout, reason = "the figures are the output")]
fn run(options: &Options) -> Result<(), String> {
    let mut bytes = Vec::new();
    let mut events = EventStream::new(1, options.pii);
    while bytes.len() < options.mb * 1_000_000 {
        events.push(&mut bytes);
    }
    let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
    let portable: Engine = engine(&options.rules, Backend::Portable, Policy::default());
    let regex = meta(&options.rules)?;
    let mut cache = regex.create_cache();
    let mut scratch = Scratch::new();
    let mut sink = vec![0; bytes.len()];
    let (mut findings, mut matches) = (0, 0);
    let names = ["privet redact", "regex-automata meta, find only", "memcpy"];
    let mut times: [Vec<f64>; 3] = Default::default();
    for _ in 0..=options.rounds {
        let start = Instant::now();
        findings =
            lines.iter().filter(|line| matches!(portable.redact(line, &mut scratch), Redacted::Masked(_))).count();
        times[0].push(start.elapsed().as_secs_f64());
        let start = Instant::now();
        matches = 0;
        for line in &lines {
            let mut input = regex_automata::Input::new(*line);
            while let Some(found) = regex.search_with(&mut cache, &input) {
                matches += 1;
                input.set_start(found.end().max(input.start() + 1).min(line.len()));
                if found.end() >= line.len() {
                    break;
                }
            }
        }
        times[1].push(start.elapsed().as_secs_f64());
        let start = Instant::now();
        sink.copy_from_slice(black_box(&bytes));
        black_box(&sink);
        times[2].push(start.elapsed().as_secs_f64());
    }
    println!("{} MB of events, {} rules, {} rounds", options.mb, portable.rules().rules().len(), options.rounds);
    println!("{findings} records masked of {}; the regex search reports {matches} matches", lines.len());
    for (name, all) in names.iter().zip(&times) {
        // The first round warms up.
        let ratio = all[1..].iter().zip(&times[0][1..]).map(|(time, ours)| time / ours).collect();
        let speed = bytes.len() as f64 / 1e6 / median(all[1..].to_vec());
        println!("{name:32} {speed:9.1} MB/s   takes {:6.2} times as long as privet", median(ratio));
    }
    Ok(())
}

#[expect(clippy::print_stderr, reason = "says what is wrong with the arguments")]
fn main() -> ExitCode {
    match options().and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("throughput: {message}");
            ExitCode::FAILURE
        }
    }
}
