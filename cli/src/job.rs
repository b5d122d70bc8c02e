//! What `redact` and `scan` share: input, threads, output, and the end.

use std::time::Instant;

use privet_core::{Engine, Scratch};

use crate::args::InputArgs;
use crate::chunk::{Lines, Part, Piece};
use crate::error::{self, Error};
use crate::input::Inputs;
use crate::output::Sink;
use crate::parallel;
use crate::progress::Progress;
use crate::stats;
use crate::tally::Tally;

/// What is done with each piece of the input.
pub trait Job: Sync {
    /// What is kept between the parts of a long record.
    type Open;

    /// Takes whole lines and appends what is to be written. Runs on any thread.
    fn lines(&self, lines: &Lines, scratch: &mut Scratch, out: &mut Vec<u8>, tally: &mut Tally);

    /// Takes a part of a long record, in order.
    fn part(&self, part: &Part, open: &mut Option<Self::Open>, out: &mut Vec<u8>, tally: &mut Tally);

    /// Appends what is to be written at the end.
    fn end(&self, _tally: &Tally, _out: &mut Vec<u8>) {}
}

/// Runs a job over all inputs and returns the exit code.
pub fn run(args: &InputArgs, mut inputs: Inputs, engine: &Engine, job: &impl Job) -> Result<u8, Error> {
    let start = Instant::now();
    if let Some(path) = args.output.as_deref().filter(|path| inputs.holds(path)) {
        return Err(Error::usage(format_args!("{}: is an input and cannot be the output", path.display())));
    }
    let mut sink = Sink::open(args.output.as_deref())?;
    let mut tally = Tally::default();
    let mut progress = Progress::new(inputs.total(), sink.is_terminal());
    let written = parallel::run(threads(args.jobs), &mut inputs, job, &mut tally, |out, tally| {
        progress.show(tally.bytes);
        sink.write(out)
    });
    progress.clear();
    let mut rest = Vec::new();
    job.end(&tally, &mut rest);
    let written = written.and_then(|()| sink.write(&rest)).and_then(|()| sink.finish());
    if args.stats {
        stats::print(&tally, engine.rules(), start.elapsed());
    }
    let found = args.fail_on_findings && tally.findings() > 0;
    match written {
        Err(Error::Stopped) if found => Ok(error::FINDINGS),
        Err(error) => Err(error),
        Ok(()) if inputs.code() > 0 => Ok(inputs.code()),
        Ok(()) => Ok(if found { error::FINDINGS } else { 0 }),
    }
}

fn threads(jobs: usize) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    if jobs == 0 { cores() } else { jobs.min(MOST_THREADS) }
}

/// More threads than this only wait for each other.
const MOST_THREADS: usize = 256;

/// Runs a job over the pieces on this thread.
pub fn in_order<J: Job>(
    pieces: impl Iterator<Item = Piece>,
    job: &J,
    tally: &mut Tally,
    mut write: impl FnMut(&[u8], &Tally) -> Result<(), Error>,
) -> Result<(), Error> {
    let (mut scratch, mut open, mut out) = (Scratch::new(), None, Vec::new());
    for piece in pieces {
        out.clear();
        match piece {
            Piece::Lines(lines) => take_lines(job, &lines, &mut scratch, &mut out, tally),
            Piece::Part(part) => take_part(job, &part, &mut open, &mut out, tally),
        }
        write(&out, tally)?;
    }
    Ok(())
}

/// Counts lines and runs the job over them.
pub fn take_lines<J: Job>(job: &J, lines: &Lines, scratch: &mut Scratch, out: &mut Vec<u8>, tally: &mut Tally) {
    tally.bytes += lines.bytes.len() as u64;
    tally.records += lines.count;
    job.lines(lines, scratch, out, tally);
}

/// Counts a part of a long record and runs the job over it.
pub fn take_part<J: Job>(job: &J, part: &Part, open: &mut Option<J::Open>, out: &mut Vec<u8>, tally: &mut Tally) {
    tally.bytes += part.len() as u64;
    tally.records += u64::from(part.last.is_some());
    job.part(part, open, out, tally);
}
