//! Telemetry without personal data, full of what looks like it.

mod business;
mod logs;
mod machine;

use super::{Label, Labelled, Rng};

const MAKERS: [fn(&mut Rng) -> String; 24] = [
    business::track,
    business::order,
    business::prices,
    business::books,
    business::inventory,
    business::page,
    logs::access,
    logs::application,
    logs::key_value,
    logs::stack_trace,
    logs::git,
    logs::build,
    logs::health,
    logs::query,
    machine::metric,
    machine::prometheus,
    machine::sensor,
    machine::kubernetes,
    machine::cloud_trail,
    machine::span,
    machine::hashes,
    machine::blob,
    machine::clocks,
    machine::sizes,
];

/// Endless clean records, the same for the same seed.
#[derive(Clone, Debug)]
pub struct Clean(Rng);

/// Clean telemetry of all kinds. Only the loopback address may be in it, and it is labelled.
pub fn clean(seed: u64) -> Clean {
    Clean(Rng::named(seed, "clean"))
}

impl Iterator for Clean {
    type Item = Labelled;

    fn next(&mut self) -> Option<Labelled> {
        let maker = self.0.pick(&MAKERS);
        let mut labelled = Labelled::clean(maker(&mut self.0));
        let loopback = "127.0.0.1";
        labelled.labels = labelled
            .record
            .match_indices(loopback)
            .map(|(start, text)| Label { entity: "IP_ADDRESS", start, end: start + text.len() })
            .collect();
        Some(labelled)
    }
}

/// Seconds since 1970, of the last years.
fn epoch(rng: &mut Rng) -> u64 {
    rng.range(1_640_000_000, 1_795_000_000)
}

fn hex(rng: &mut Rng, count: usize) -> String {
    rng.chars("0123456789abcdef", count)
}

fn float(rng: &mut Rng) -> String {
    let places = rng.range(2, 15) as usize;
    format!("{}.{}", rng.below(1000), rng.digits(places))
}

fn version(rng: &mut Rng) -> String {
    format!("{}.{}.{}", rng.below(20), rng.below(60), rng.below(300))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_lines_without_addresses() {
        for labelled in clean(1).take(5000) {
            let record = &labelled.record;
            assert!(!record.contains('\n'), "{record}");
            assert!(!record.contains("://user:"), "{record}");
            if record.starts_with('{') {
                assert!(serde_json::from_str::<serde_json::Value>(record).is_ok(), "{record}");
            }
            for label in &labelled.labels {
                assert_eq!(&record[label.start..label.end], "127.0.0.1");
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_records() {
        assert!(clean(9).take(100).eq(clean(9).take(100)));
        assert!(!clean(9).take(100).eq(clean(8).take(100)));
    }
}
