//! Time of the pipeline and of its stages, of a copy and of a search. Backends and stages take turns piece by piece, in
//! rounds over the whole sample.

use std::hint::black_box;
use std::time::{Duration, Instant};

use memchr::memchr_iter;
use privet_core::{Backend, Engine, Redacted, Scratch, Stage};

use super::sample::Sample;
use crate::progress::Progress;

/// Rules compiled for a backend.
pub struct Built {
    /// The backend.
    pub backend: Backend,
    /// The engine.
    pub engine: Engine,
    /// What the compilation took.
    pub time: Duration,
}

/// What was measured, in seconds a pass over the sample: medians of the rounds, piece by piece.
pub struct Speeds {
    /// Copying the sample.
    pub copy: f64,
    /// Searching it for a byte that is not there.
    pub search: f64,
    /// The pipeline on each backend.
    pub backends: Vec<Speed>,
}

/// The pipeline on one backend.
pub struct Speed {
    /// The backend.
    pub backend: Backend,
    /// What the compilation took.
    pub built: Duration,
    /// Seconds of the whole pipeline.
    pub whole: f64,
    /// Records that were masked.
    pub masked: usize,
    /// What each stage takes of it.
    pub stages: Vec<StageCost>,
}

/// What a stage takes.
pub struct StageCost {
    /// The stage; `mask` is policy, transform and rewrite.
    pub name: &'static str,
    /// Seconds above what it takes up to the stage before.
    pub seconds: f64,
    /// How much comes out of it.
    pub out: usize,
}

/// A pass of an engine over records: up to a stage, or to the end.
struct Pass<'e> {
    engine: &'e Engine,
    until: Option<Stage>,
}

impl Pass<'_> {
    /// Runs it, and returns how much came out.
    fn run(&self, records: &[&[u8]], scratch: &mut Scratch) -> usize {
        let engine = self.engine;
        match self.until {
            Some(stage) => records.iter().map(|record| engine.run_to(stage, record, scratch)).sum(),
            None => {
                records.iter().filter(|record| matches!(engine.redact(record, scratch), Redacted::Masked(_))).count()
            }
        }
    }
}

/// Passes of one engine: up to each stage, and to the end.
const PASSES: usize = Stage::ALL.len() + 1;

/// The seconds of each round, piece by piece.
type Times = Vec<Vec<f64>>;

/// Measures all of it. A round before those that count warms up.
pub fn measure(sample: &Sample, built: &[Built], rounds: usize) -> Speeds {
    let untils = Stage::ALL.into_iter().map(Some).chain([None]);
    let passes: Vec<Pass<'_>> =
        built.iter().flat_map(|Built { engine, .. }| untils.clone().map(move |until| Pass { engine, until })).collect();
    let pieces = sample.pieces();
    let mut times: Vec<Times> = vec![vec![Vec::new(); pieces.len()]; passes.len()];
    let mut outs = vec![0; passes.len()];
    let (mut copies, mut searches) = (Vec::new(), Vec::new());
    let (mut copy, rarest) = (vec![0; sample.bytes.len()], sample.rarest());
    let mut scratch = Scratch::new();
    let bytes = sample.bytes.len() as u64;
    let mut progress = Progress::new(Some(bytes * (rounds as u64 + 1)), false);
    for round in 0..=rounds {
        outs.fill(0);
        let copying = seconds(|| copy.copy_from_slice(black_box(&sample.bytes)));
        black_box(&copy);
        let searching = seconds(|| black_box(memchr_iter(rarest, black_box(&sample.bytes)).count()));
        if round > 0 {
            copies.push(copying);
            searches.push(searching);
        }
        for step in 0..pieces.len() {
            for (nth, pass) in passes.iter().enumerate() {
                let at = turn(step, nth, passes.len(), pieces.len());
                let time = seconds(|| outs[nth] += black_box(pass.run(&pieces[at], &mut scratch)));
                if round > 0 {
                    times[nth][at].push(time);
                }
            }
            progress.show(bytes * round as u64 + bytes * step as u64 / pieces.len() as u64);
        }
    }
    progress.clear();
    let backends = built.iter().zip(times.chunks(PASSES)).zip(outs.chunks(PASSES));
    Speeds {
        copy: median(copies),
        search: median(searches),
        backends: backends.map(|((built, times), outs)| speed(built, times, outs)).collect(),
    }
}

/// The piece that a pass takes at a step of a round. Passes lie as far apart as there is room: on a piece that was read a
/// moment ago the processor would guess branches better than on messages that it has never seen.
pub fn turn(step: usize, pass: usize, passes: usize, pieces: usize) -> usize {
    (step + pass * pieces / passes) % pieces
}

/// What the work takes, in seconds.
pub fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

/// One backend, from its times up to each stage and to the end.
fn speed(built: &Built, times: &[Times], outs: &[usize]) -> Speed {
    let names = Stage::ALL.map(Stage::as_str).into_iter().chain(["mask"]);
    let cost = |(nth, name): (usize, &'static str)| {
        let before = nth.checked_sub(1).map(|before| &times[before]);
        StageCost { name, seconds: difference(&times[nth], before), out: outs[nth] }
    };
    Speed {
        backend: built.backend,
        built: built.time,
        whole: difference(&times[PASSES - 1], None),
        masked: outs[PASSES - 1],
        stages: names.enumerate().map(cost).collect(),
    }
}

/// How much longer one thing took than another: for each piece the median of the rounds, all pieces added.
pub fn difference(times: &Times, before: Option<&Times>) -> f64 {
    let piece = |(at, rounds): (usize, &Vec<f64>)| {
        let before = |round: usize| before.map_or(0.0, |before| before[at][round]);
        median(rounds.iter().enumerate().map(|(round, time)| time - before(round)).collect())
    };
    times.iter().enumerate().map(piece).sum()
}

/// The middle value, or the mean of the two; 0 when there is none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let (low, high) = (values.len().saturating_sub(1) / 2, values.len() / 2);
    values.get(low).zip(values.get(high)).map_or(0.0, |(low, high)| (low + high) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::{difference, median, turn};

    #[test]
    fn medians() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(vec![5.0]), 5.0);
        assert_eq!(median(Vec::new()), 0.0);
    }

    #[test]
    fn every_pass_takes_every_piece_once() {
        for (passes, pieces) in [(2, 20), (6, 7), (12, 1)] {
            for pass in 0..passes {
                let mut taken: Vec<usize> = (0..pieces).map(|step| turn(step, pass, passes, pieces)).collect();
                taken.sort_unstable();
                assert!(taken.into_iter().eq(0..pieces), "{pass} of {passes}, {pieces} pieces");
            }
        }
        assert_eq!((turn(0, 0, 2, 20), turn(0, 1, 2, 20)), (0, 10));
    }

    #[test]
    fn a_slow_round_changes_nothing() {
        let (up_to, before) = (vec![vec![3.0, 3.0, 9.0], vec![5.0, 70.0, 5.0]], vec![vec![1.0; 3], vec![2.0; 3]]);
        assert_eq!(difference(&up_to, None), 8.0);
        assert_eq!(difference(&up_to, Some(&before)), 5.0);
    }
}
