//! What each rule costs: compiled alone, beside an engine with nothing but the suppressors, which are always in force.

use std::hint::black_box;

use privet_core::{Backend, Engine, Library, Policy, Ruleset, Scratch, Selection, Stage};

use super::sample::{Sample, pieces};
use super::speed::{difference, median, seconds, turn};
use crate::error::Error;
use crate::progress::Progress;
use crate::rules;

/// Bytes of the records that the rules are measured on: hundreds of engines run over them, and it is to take seconds.
const MOST: usize = 1_000_000;

/// Bytes of the pieces in which a rule and the suppressors take turns: another program rarely breaks into one.
const PIECE: usize = 50_000;

/// The rules by their cost, dearest first.
pub struct PerRule {
    /// The backend they were measured on.
    pub backend: Backend,
    /// Bytes of the records they were measured on.
    pub bytes: usize,
    /// Nanoseconds a kilobyte with the suppressors alone, and how far the middle half of such measurements lies apart.
    pub base: (f64, f64),
    /// Each rule.
    pub rules: Vec<RuleCost>,
}

/// What one rule finds and costs by itself.
pub struct RuleCost {
    /// Its id.
    pub id: String,
    /// Its entity.
    pub entity: String,
    /// Candidates above those of the suppressors.
    pub candidates: usize,
    /// Matches of its patterns, before validators and words.
    pub matches: usize,
    /// Its findings.
    pub findings: usize,
    /// Nanoseconds a kilobyte above the suppressors.
    pub ns_per_kb: f64,
}

/// Measures every rule of a selection on the backend in force.
///
/// # Errors
///
/// Those of the compilation of a rule by itself.
pub fn measure(
    library: &Library,
    selection: &Selection<'_>,
    policy: &Policy,
    sample: &Sample,
    rounds: usize,
) -> Result<PerRule, Error> {
    let backend = rules::backend()?;
    let records = sample.spread(MOST);
    let pieces = pieces(records.iter().copied(), PIECE);
    let bytes: usize = records.iter().map(|record| record.len() + 1).sum();
    let ns_per_kb = |seconds: f64| seconds * 1e12 / bytes as f64;
    let build = |list: &str| -> Result<Engine, Error> {
        let selection = library.select(list).map_err(Error::usage)?;
        Ok(Engine::new(Ruleset::compile(&selection, backend)?, policy.clone()))
    };
    let mut scratch = Scratch::new();
    let suppressors = build("")?;
    let base_candidates = candidates(&suppressors, &records, &mut scratch);
    let chosen: Vec<_> = selection.rules().iter().filter(|rule| !rule.suppress).collect();
    let mut progress = Progress::new(Some((chosen.len() * bytes) as u64), false);
    let (mut costs, mut base) = (Vec::new(), Vec::new());
    for rule in &chosen {
        let engine = build(&rule.id)?;
        let is_it = |id| engine.rules().rule(id).id == rule.id;
        let (mut matches, mut findings) = (0, 0);
        for record in &records {
            engine.matches(record, &mut scratch, |id, _| matches += usize::from(is_it(id)));
            findings += engine.scan(record, &mut scratch).iter().filter(|finding| is_it(finding.rule)).count();
        }
        let mut times = [vec![Vec::new(); pieces.len()], vec![Vec::new(); pieces.len()]];
        for round in 0..=rounds {
            for step in 0..pieces.len() {
                for (nth, engine) in [&engine, &suppressors].into_iter().enumerate() {
                    let at = turn(step, nth, 2, pieces.len());
                    let time = seconds(|| pass(engine, &pieces[at], &mut scratch));
                    if round > 0 {
                        times[nth][at].push(time);
                    }
                }
            }
        }
        let [with, without] = &times;
        base.push(ns_per_kb(difference(without, None)));
        let ns_per_kb = ns_per_kb(difference(with, Some(without)));
        let candidates = candidates(&engine, &records, &mut scratch).saturating_sub(base_candidates);
        let (id, entity) = (rule.id.clone(), rule.entity.clone());
        costs.push(RuleCost { id, entity, candidates, matches, findings, ns_per_kb });
        progress.show((costs.len() * bytes) as u64);
    }
    progress.clear();
    costs.sort_by(|a, b| b.ns_per_kb.total_cmp(&a.ns_per_kb));
    Ok(PerRule { backend, bytes, base: (median(base.clone()), middle_half(base)), rules: costs })
}

fn candidates(engine: &Engine, records: &[&[u8]], scratch: &mut Scratch) -> usize {
    records.iter().map(|record| engine.run_to(Stage::Scan, record, scratch)).sum()
}

/// The whole pipeline over the records.
fn pass(engine: &Engine, records: &[&[u8]], scratch: &mut Scratch) {
    for record in records {
        black_box(engine.redact(record, scratch).bytes().len());
    }
}

/// How far the quarter points lie apart.
fn middle_half(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |quarter: usize| values.get(values.len().saturating_sub(1) * quarter / 4).copied().unwrap_or(0.0);
    at(3) - at(1)
}

#[cfg(test)]
mod tests {
    use super::middle_half;

    #[test]
    fn the_middle_half_leaves_out_the_ends() {
        assert_eq!(middle_half(vec![9.0, 1.0, 2.0, 3.0, 4.0]), 2.0);
        assert_eq!(middle_half(Vec::new()), 0.0);
    }
}
