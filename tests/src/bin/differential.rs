//! Pushes a lot of made-up input through every backend, and compares what is found and what is masked.
//!
//! ```text
//! differential [--mb 1000] [--seed 1] [-j 1] [--against naive|portable] [--rules all]
//! differential --kind mutated --block 12 --mb 0        one block again, where a difference was
//! ```
//!
//! Ends with 1 at the first difference, and says its kind, block and record: `privet_tests::differential::block` makes it
//! again.
#![forbid(unsafe_code)]

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use privet_tests::arguments::Arguments;
use privet_tests::differential::Kind;
use privet_tests::differential::run::{BLOCK, Found, Plan, Total, panels, run};
use privet_tests::rules;

fn main() -> ExitCode {
    match compare() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            say(&format!("differential: {error}"));
            ExitCode::from(2)
        }
    }
}

/// To the error stream; nobody is left to tell when that is closed.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn compare() -> Result<bool, String> {
    // Its one short option.
    let words = env::args().skip(1).map(|word| if word == "-j" { "--threads".to_owned() } else { word });
    let arguments = Arguments::parse(words, &[], &["mb", "seed", "threads", "against", "kind", "block", "rules"])?;
    let kind = |name| Kind::of_name(name).ok_or_else(|| format!("there is no kind {name:?}"));
    let plan = Plan {
        seed: arguments.number("seed", 1)?,
        bytes: (arguments.number::<u64>("mb", 1000)? * 1_000_000).max(BLOCK as u64),
        only: arguments.text("kind").map(kind).transpose()?,
        first: arguments.number("block", 0)?,
        threads: arguments.number("threads", 1)?,
        against: rules::backend(arguments.text("against").unwrap_or("naive"))?,
    };
    let start = Instant::now();
    let panels = panels(arguments.text("rules").unwrap_or("all"), plan.against);
    let backends: Vec<&str> = panels[0].backends().map(privet_core::Backend::as_str).collect();
    let mut out = io::stdout().lock();
    let header = format!("{} against {}, seed {}", backends[1..].join(", "), backends[0], plan.seed);
    writeln!(out, "{header}").map_err(|error| error.to_string())?;
    let done = AtomicU64::new(0);
    let progress = |bytes: u64| {
        let before = done.fetch_add(bytes, Ordering::Relaxed);
        if before / 50_000_000 < (before + bytes) / 50_000_000 {
            say(&format!("{} MB in {:.0} s", (before + bytes) / 1_000_000, start.elapsed().as_secs_f64()));
        }
    };
    match run(&plan, &panels, progress) {
        Ok(totals) => {
            let text = table(&totals, start.elapsed().as_secs_f64(), plan.threads);
            out.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
            Ok(true)
        }
        Err(Found { kind, block, stream, difference }) => {
            let way = if stream { "as a stream" } else { "record by record" };
            let place = format!("seed {}, kind {}, block {block}, {way}", plan.seed, kind.name());
            writeln!(out, "DIFFERENCE: {difference}; {place}").map_err(|error| error.to_string())?;
            Ok(false)
        }
    }
}

fn table(totals: &[Total], seconds: f64, threads: usize) -> String {
    let head = format!("{:12} {:>10} {:>10} {:>10} {:>13}\n", "kind", "MB", "records", "findings", "also streamed");
    let row = |name: &str, total: &Total| {
        let [mb, streamed] = [total.bytes, total.streamed].map(|bytes| bytes as f64 / 1e6);
        format!("{name:12} {mb:>10.1} {:>10} {:>10} {streamed:>10.1} MB\n", total.records, total.findings)
    };
    let rows: String = Kind::ALL.into_iter().zip(totals).map(|(kind, total)| row(kind.name(), total)).collect();
    let all = totals.iter().copied().fold(Total::default(), Total::plus);
    let last = format!("digest {:016x}\nno difference; {seconds:.0} s on {threads} threads\n", all.digest);
    head + &rows + &row("all", &all) + &last
}
