//! What the structure of JSON costs: the scan alone, events read as text, with their fields, walked value by value, and
//! what most would write: parse, search each string, serialise.
//!
//! ```text
//! cargo run --release -p privet-benches --bin payload -- [--mb 4] [--rounds 7]
//! ```
//!
//! All take turns in one process; the table goes to the standard output and to `benches/results/payload.csv`. Ratios are
//! of the same round: how much time a way takes, against text.
#![forbid(unsafe_code)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use privet_benches::corpus::{Corpus, Haystack};
use privet_benches::data::Data;
use privet_benches::harness::Spread;
use privet_benches::rules::Rules;
use privet_core::{Backend, Engine, Format, Policy, Ruleset, Scratch, Stage};
use regex_automata::meta;
use regex_automata::util::syntax;
use serde_json::Value;

fn main() -> ExitCode {
    match run() {
        Ok(table) => {
            let _ = std::io::stdout().write_all(table.as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "payload: {error}");
            ExitCode::FAILURE
        }
    }
}

/// One way to mask messages, with what it is called.
type Way<'a> = (&'static str, Box<dyn FnMut(&[u8]) -> usize + 'a>);

fn run() -> Result<String, String> {
    let (mb, rounds) = (argument("--mb", 4)?, argument("--rounds", 7)?);
    let data = Data::load()?;
    let shipped = Rules::build(&data, "shipped")?;
    let library = shipped.library()?;
    let engine = |list: &str| -> Result<Engine, String> {
        let chosen = library.select(list).map_err(|error| error.to_string())?;
        let rules = Ruleset::compile(&chosen, Backend::default()).map_err(|error| error.to_string())?;
        Ok(Engine::new(rules, Policy::default()))
    };
    let all = engine("all")?;
    let patterns: Vec<&str> =
        library.rules().filter(|rule| rule.fields.is_empty()).map(|rule| rule.id.as_str()).collect();
    let patterns = engine(&patterns.join(","))?;
    let regex = regexes(&shipped)?;

    let mut csv = String::from("corpus,way,mbps,mbps_min,mbps_max,time_to_text,time_min,time_max\n");
    for corpus in ["events_clean", "events"] {
        let spec = data.corpus(corpus)?;
        let corpus = Corpus::generate(&spec.generator, spec.seed, mb * 1_000_000)?;
        let mut ways = ways(&patterns, &all, &regex);
        let rows = measure(corpus.haystack(), &mut ways, rounds);
        for ((way, _), (mbps, time)) in ways.iter().zip(rows) {
            let _ = writeln!(
                csv,
                "{},{way},{:.1},{:.1},{:.1},{:.2},{:.2},{:.2}",
                spec.id, mbps.median, mbps.min, mbps.max, time.median, time.min, time.max
            );
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("results/payload.csv");
    std::fs::write(&path, &csv).map_err(|error| format!("benches/results/payload.csv: {error}"))?;
    Ok(csv)
}

fn ways<'a>(patterns: &'a Engine, all: &'a Engine, regex: &'a meta::Regex) -> Vec<Way<'a>> {
    let redact = |engine: &'a Engine| {
        let mut scratch = Scratch::new();
        move |message: &[u8]| engine.redact(message, &mut scratch).bytes().len()
    };
    let mut scratch = Scratch::new();
    let scan = move |message: &[u8]| patterns.run_to(Stage::Scan, message, &mut scratch);
    let (mut scratch, json) = (Scratch::new(), Format::json());
    let walked =
        move |message: &[u8]| all.redact_as(message, &json, &mut scratch).map_or(0, |redacted| redacted.bytes().len());
    let parsed = move |message: &[u8]| {
        let Ok(mut value) = serde_json::from_slice::<Value>(message) else { return 0 };
        mask(&mut value, regex);
        serde_json::to_vec(&value).map_or(0, |bytes| bytes.len())
    };
    vec![
        ("scan", Box::new(scan)),
        ("text", Box::new(redact(patterns))),
        ("json", Box::new(redact(all))),
        ("json_walked", Box::new(walked)),
        ("serde_json_and_regex", Box::new(parsed)),
    ]
}

/// Speeds in MB/s, and times against those of the way `text`, of each way.
fn measure(haystack: Haystack<'_>, ways: &mut [Way<'_>], rounds: usize) -> Vec<(Spread, Spread)> {
    let mut times = vec![Vec::new(); ways.len()];
    for round in 0..=rounds {
        for turn in 0..ways.len() {
            // Another one begins each round; the first round warms up.
            let way = (turn + round) % ways.len();
            let start = Instant::now();
            for &(from, to) in haystack.lines {
                black_box((ways[way].1)(&haystack.bytes[from..to]));
            }
            if round > 0 {
                times[way].push(start.elapsed().as_secs_f64());
            }
        }
    }
    let megabytes = haystack.bytes.len() as f64 / 1e6;
    let text = times[1].clone();
    let spread = |times: &Vec<f64>| {
        let speeds = times.iter().map(|time| megabytes / time).collect();
        let ratios = times.iter().zip(&text).map(|(time, text)| time / text).collect();
        (Spread::of(speeds), Spread::of(ratios))
    };
    times.iter().map(spread).collect()
}

/// All patterns in one search, as the core reads them.
fn regexes(rules: &Rules) -> Result<meta::Regex, String> {
    let syntax = syntax::Config::new().utf8(false).unicode(false).ignore_whitespace(true);
    let parse = |regex: &String| match syntax::parse_with(regex, &syntax) {
        Ok(tree) => Ok(tree),
        Err(_) => syntax::parse_with(regex, &syntax.unicode(true)).map_err(|error| error.to_string()),
    };
    let trees = rules.regexes().iter().map(parse).collect::<Result<Vec<_>, String>>()?;
    let config = meta::Regex::config().utf8_empty(false).hybrid_cache_capacity(1 << 30).nfa_size_limit(Some(1 << 30));
    meta::Regex::builder().configure(config).build_many_from_hir(&trees).map_err(|error| error.to_string())
}

/// Replaces every match in every string.
fn mask(value: &mut Value, regex: &meta::Regex) {
    match value {
        Value::String(text) => {
            let mut masked = String::new();
            let mut at = 0;
            for found in regex.find_iter(text.as_bytes()) {
                if let Some(kept) = text.get(at..found.start()) {
                    masked.push_str(kept);
                    masked.push_str("[MASKED]");
                    at = found.end();
                }
            }
            if at > 0 {
                masked.push_str(text.get(at..).unwrap_or_default());
                *text = masked;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| mask(item, regex)),
        Value::Object(members) => members.values_mut().for_each(|member| mask(member, regex)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The number after a flag, or what there is without it.
fn argument(flag: &str, otherwise: usize) -> Result<usize, String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != flag);
    match (arguments.next(), arguments.next()) {
        (None, _) => Ok(otherwise),
        (Some(_), Some(number)) => number.parse().map_err(|_| format!("{flag} takes a number")),
        (Some(_), None) => Err(format!("{flag} takes a number")),
    }
}
