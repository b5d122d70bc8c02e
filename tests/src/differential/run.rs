//! Many blocks, on several threads.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use privet_core::{Backend, Likelihood, Policy, Scratch, Transform};

use super::input::{Kind, block};
use super::panel::{Agreed, Difference, Panel};
use crate::corpus::Rng;

/// Bytes of a block, at least.
pub const BLOCK: usize = 400_000;

/// The kinds of twenty blocks in a row.
const ROUND: [Kind; 20] = [
    Kind::Events,
    Kind::Mutated,
    Kind::Telemetry,
    Kind::Labelled,
    Kind::CleanEvents,
    Kind::Mutated,
    Kind::Composed,
    Kind::Events,
    Kind::Telemetry,
    Kind::Noise,
    Kind::Labelled,
    Kind::Mutated,
    Kind::Events,
    Kind::CleanEvents,
    Kind::Telemetry,
    Kind::Mutated,
    Kind::Labelled,
    Kind::Composed,
    Kind::Events,
    Kind::Mutated,
];

/// Every so many blocks are a stream, too: no divisor of twenty, so that all kinds are.
const STREAMED: u64 = 3;

/// What is compared.
#[derive(Clone, Debug)]
pub struct Plan {
    /// From which all input follows.
    pub seed: u64,
    /// Bytes of input, at least.
    pub bytes: u64,
    /// One kind alone.
    pub only: Option<Kind>,
    /// The first block: where a difference was found, without what came before it.
    pub first: u64,
    /// Threads.
    pub threads: usize,
    /// The backend that the others are compared with.
    pub against: Backend,
}

/// What was compared and was the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// Blocks.
    pub blocks: u64,
    /// Records.
    pub records: u64,
    /// Bytes.
    pub bytes: u64,
    /// Findings in records.
    pub findings: u64,
    /// Bytes of blocks that were streams, too.
    pub streamed: u64,
    /// The digests of all blocks, added up: it does not depend on the threads.
    pub digest: u64,
}

impl Total {
    /// The sum of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            blocks: self.blocks + other.blocks,
            records: self.records + other.records,
            bytes: self.bytes + other.bytes,
            findings: self.findings + other.findings,
            streamed: self.streamed + other.streamed,
            digest: self.digest.wrapping_add(other.digest),
        }
    }
}

/// A difference and the block it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What the block is made of.
    pub kind: Kind,
    /// Its number.
    pub block: u64,
    /// The block was read as a stream.
    pub stream: bool,
    /// What differs.
    pub difference: Difference,
}

/// Compares all that is planned, and returns a total for each of [`Kind::ALL`]. `seen` gets the bytes of every block as
/// it is done.
///
/// # Errors
///
/// A difference: of those that the threads came upon the one in the earliest block.
pub fn run(plan: &Plan, panels: &[Panel; 2], seen: impl Fn(u64) + Sync) -> Result<[Total; Kind::ALL.len()], Found> {
    let end = plan.first + plan.bytes.div_ceil(BLOCK as u64);
    let next = AtomicU64::new(plan.first);
    let totals = Mutex::new([Total::default(); Kind::ALL.len()]);
    let found: Mutex<Option<Found>> = Mutex::new(None);
    let work = || {
        let mut scratch = Scratch::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= end {
                return;
            }
            let kind = plan.only.unwrap_or(ROUND[(number % ROUND.len() as u64) as usize]);
            match one(plan.seed, kind, number, panels, &mut scratch) {
                Ok(total) => {
                    let mut totals = totals.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    let of_kind = Kind::ALL.into_iter().position(|other| other == kind).map(|index| &mut totals[index]);
                    of_kind.into_iter().for_each(|sum| *sum = sum.plus(total));
                    drop(totals);
                    seen(total.bytes);
                }
                Err(difference) => {
                    next.fetch_max(end, Ordering::Relaxed);
                    let mut found = found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    if found.as_ref().is_none_or(|found| number < found.block) {
                        *found = Some(difference);
                    }
                    return;
                }
            }
        }
    };
    thread::scope(|scope| {
        (0..plan.threads.max(1)).for_each(|_| drop(scope.spawn(work)));
    });
    match found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        Some(found) => Err(found),
        None => Ok(totals.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)),
    }
}

/// The engines that a run goes through in turns: what a default policy masks, and all that looks like something, byte
/// by byte.
pub fn panels(rules: &str, against: Backend) -> [Panel; 2] {
    let panel = Panel::new(rules, &Policy::default(), against);
    let mask = Transform::Mask { with: b'*', keep_first: 0, keep_last: 0, keep_separators: false };
    let all = panel.with(&Policy::new(mask).threshold(Likelihood::VeryUnlikely));
    [panel, all]
}

fn one(seed: u64, kind: Kind, number: u64, panels: &[Panel; 2], scratch: &mut Scratch) -> Result<Total, Found> {
    let block = block(seed, kind, number, BLOCK);
    // A round each.
    let panel = &panels[(number / ROUND.len() as u64 % 2) as usize];
    let found = |stream| move |difference| Found { kind, block: number, stream, difference };
    let Agreed { findings, digest } = panel.block(&block, scratch).map_err(found(false))?;
    let mut total = Total {
        blocks: 1,
        records: block.records.len() as u64,
        bytes: block.bytes.len() as u64,
        findings,
        ..Total::default()
    };
    // So that two blocks that changed places would show.
    total.digest = digest ^ Rng::new(number).bits();
    if number.is_multiple_of(STREAMED) {
        let mut rng = Rng::named(seed, &format!("chunks {number}"));
        let agreed = panel.stream(&block.bytes, rng.one_in(2), 60_000, &mut rng).map_err(found(true))?;
        total.streamed = total.bytes;
        total.digest = total.digest.wrapping_add(agreed.digest);
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threads_do_not_matter() {
        let panels = panels("US_SSN,CREDIT_CARD", Backend::Portable);
        let plan =
            |threads| Plan { seed: 1, bytes: 2_000_000, only: None, first: 0, threads, against: Backend::Portable };
        let one = run(&plan(1), &panels, |_| ()).unwrap();
        assert_eq!(run(&plan(3), &panels, |_| ()), Ok(one));
        let all = one.into_iter().fold(Total::default(), Total::plus);
        assert_eq!(all.blocks, 5);
        assert!(all.bytes >= 2_000_000 && all.streamed >= 800_000 && all.findings > 0, "{all:?}");
    }

    #[test]
    fn a_round_has_every_kind() {
        assert!(Kind::ALL.into_iter().all(|kind| ROUND.contains(&kind)));
        assert_eq!(ROUND.len() as u64 % STREAMED % 2, 0, "and so have the blocks that are streams");
    }
}
