//! The work that is counted: records made from fixed seeds, masked one by one, and the compilation of all rules.

use std::hint::black_box;

use privet_core::{Backend, Engine, Policy, Scratch};

use crate::corpus::{EventStream, Rng, clean, identifiers};
use crate::rules::{engine, library};

/// Bytes of each workload, about.
const BYTES: usize = 500_000;

/// The function that callgrind looks for: only what is called from it is counted.
pub const COUNTED: &str = concat!(module_path!(), "::counted_by_the_guard");

/// Records of one kind.
#[derive(Debug)]
pub struct Workload {
    /// The name in the baseline.
    pub name: &'static str,
    /// The records.
    pub records: Vec<Vec<u8>>,
}

impl Workload {
    fn of(name: &'static str, bytes: usize, mut make: impl FnMut() -> Vec<u8>) -> Self {
        let (mut records, mut total) = (Vec::new(), 0);
        while total < bytes {
            let record = make();
            total += record.len();
            records.push(record);
        }
        Self { name, records }
    }

    /// Bytes of all records.
    pub fn bytes(&self) -> u64 {
        self.records.iter().map(|record| record.len() as u64).sum()
    }
}

/// All workloads: the same bytes each time.
pub fn workloads() -> Vec<Workload> {
    let event = |pii| {
        let mut stream = EventStream::new(1, pii);
        move || {
            let mut record = Vec::new();
            stream.push(&mut record);
            record.pop();
            record
        }
    };
    let mut telemetry = clean(1);
    let mut rng = Rng::named(1, "guard");
    vec![
        Workload::of("events", BYTES, event(true)),
        Workload::of("clean_events", BYTES, event(false)),
        Workload::of("telemetry", BYTES, || telemetry.next().map(|l| l.record.into_bytes()).unwrap_or_default()),
        Workload::of("short_lines", BYTES / 2, || short_line(&mut rng)),
        Workload::of("dense_text", BYTES / 10, || dense_text(&mut rng, BYTES / 10)),
        Workload::of("digits", BYTES / 2, || digits(&mut rng, 1000)),
    ]
}

/// A line so short that what a record costs by itself outweighs its bytes.
fn short_line(rng: &mut Rng) -> Vec<u8> {
    let (verb, page) = (rng.pick(&["GET", "PUT", "POST"]), rng.pick(&["/cart", "/item", "/", "/pay"]));
    format!("{verb} {page} {} {}ms", rng.pick(&[200, 204, 404]), rng.below(900)).into_bytes()
}

/// One text that is nothing but words and the values they name.
fn dense_text(rng: &mut Rng, bytes: usize) -> Vec<u8> {
    let all: Vec<_> = identifiers().collect();
    let mut text = String::new();
    while text.len() < bytes {
        let identifier = rng.pick(&all);
        let (_, words) = rng.pick(identifier.words);
        text.push_str(rng.pick(words));
        text.push(' ');
        text.push_str(&(identifier.make)(rng).plain);
        text.push_str(rng.pick(&[", ", "; ", "\n"]));
    }
    text.into_bytes()
}

/// Digits and what joins them: every place may start something, and nothing names it.
fn digits(rng: &mut Rng, bytes: usize) -> Vec<u8> {
    let alphabet = "0123456789012345678901234567890123456789 -./:";
    rng.chars(alphabet, bytes).into_bytes()
}

/// Does all the work on a backend, and returns the name of each piece with its bytes, in the order of callgrind's dumps.
/// The compilation is measured by rules, not by bytes.
pub fn run(backend: Backend) -> Vec<(&'static str, u64)> {
    let (workloads, mut scratch) = (workloads(), Scratch::new());
    let mut compiled: Option<Engine> = None;
    let rules = library().rules().count() as u64;
    counted_by_the_guard(&mut || compiled = Some(engine("all", backend, Policy::default())));
    let mut done = vec![("compile", rules)];
    for workload in &workloads {
        let Some(engine) = &compiled else { break };
        let mut pass = || {
            for record in &workload.records {
                black_box(engine.redact(record, &mut scratch).bytes().len());
            }
        };
        counted_by_the_guard(&mut pass);
        done.push((workload.name, workload.bytes()));
    }
    done
}

/// Where counting starts and ends.
#[inline(never)]
fn counted_by_the_guard(work: &mut dyn FnMut()) {
    work();
    // Keeps the call above from becoming a jump, which would leave this function before the work is done.
    black_box(());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_work_is_the_same_each_time() {
        let [first, second] = [workloads(), workloads()];
        for (a, b) in first.iter().zip(&second) {
            assert!(a.records == b.records, "{}", a.name);
            assert!(a.bytes() > 0 && a.records.iter().all(|record| !record.contains(&b'\n') || a.name == "dense_text"));
        }
    }

    #[test]
    fn clean_work_is_clean_and_the_rest_is_not() {
        let engine = engine("all", Backend::default(), Policy::default());
        let mut scratch = Scratch::new();
        for workload in workloads() {
            let found: usize = workload.records.iter().map(|record| engine.scan(record, &mut scratch).len()).sum();
            match workload.name {
                "events" => assert!(found >= workload.records.len() * 9 / 10, "{found}"),
                "clean_events" | "short_lines" => assert_eq!(found, 0, "{}", workload.name),
                "dense_text" => assert!(found > 500, "{found}"),
                _ => {}
            }
        }
    }
}
