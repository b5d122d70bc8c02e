//! What `redact`, `scan` and `policy diff` share: input, threads, output, and the end.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Instant;

use privet_core::{OnError, Ruleset, Scratch};

use crate::args::InputArgs;
use crate::chunk::{Lines, Part, Payloads, Piece};
use crate::error::{self, Error};
use crate::input::{self, Inputs};
use crate::output::Sink;
use crate::parallel;
use crate::progress::Progress;
use crate::stats;
use crate::tally::Tally;
use crate::trouble::{Trouble, Troubles};

/// What is done with each piece of the input.
pub trait Job: Sync {
    /// What is kept between the parts of a long record.
    type Open;

    /// Takes whole lines. Runs on any thread.
    fn lines(&self, lines: &Lines, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally);

    /// Takes payloads. Runs on any thread.
    fn payloads(&self, payloads: &Payloads, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally);

    /// Takes a part of a long record, in order.
    fn part(&self, part: &Part, open: &mut Option<Self::Open>, out: &mut Out, tally: &mut Tally);

    /// Appends what is to be written at the end.
    fn end(&self, _tally: &Tally, _out: &mut Vec<u8>) {}
}

/// What comes out of a piece.
#[derive(Default)]
pub struct Out {
    /// For the output.
    pub bytes: Vec<u8>,
    /// Payloads that are put aside, as they came.
    pub aside: Vec<u8>,
    /// Payloads that could not be read.
    pub troubles: Vec<Trouble>,
}

impl Out {
    fn clear(&mut self) {
        self.bytes.clear();
        self.aside.clear();
        self.troubles.clear();
    }
}

/// What a job is run with.
pub struct Setting<'a> {
    /// Threads, output, and what is told at the end.
    pub args: &'a InputArgs,
    /// What is read.
    pub inputs: Inputs,
    /// Where payloads go that are put aside.
    pub quarantine: Option<&'a Path>,
    /// The rules in force.
    pub rules: &'a Ruleset,
    /// What is said to be done was not: the policy, or the command, changes nothing.
    pub observes: bool,
    /// What is said of a payload that could not be read.
    pub unread: fn(OnError) -> &'static str,
}

/// Runs a job over all inputs and returns the exit code.
pub fn run(setting: Setting<'_>, job: &impl Job) -> Result<u8, Error> {
    let Setting { args, mut inputs, quarantine, rules, observes, unread } = setting;
    let start = Instant::now();
    let mut outputs = args.output.as_deref().into_iter().chain(quarantine);
    if let Some(path) = outputs.find(|path| inputs.holds(path)) {
        return Err(Error::usage(format_args!("{}: is an input and cannot be the output", path.display())));
    }
    if let (Some(output), Some(quarantine)) = (args.output.as_deref(), quarantine)
        && input::is_same(output, quarantine)
    {
        return Err(Error::usage(format_args!("{}: is the output and cannot be the quarantine", output.display())));
    }
    let mut aside = quarantine.map(Sink::private).transpose()?;
    let mut sink = Sink::open(args.output.as_deref())?;
    let mut tally = Tally::default();
    let mut troubles = Troubles::new(inputs.names(), unread);
    let mut progress = Progress::new(inputs.total(), sink.is_terminal());
    let read = inputs.read();
    let written = parallel::run(threads(args.jobs), &mut inputs, job, &mut tally, |out, _| {
        progress.show(read.load(Ordering::Relaxed));
        if !out.troubles.is_empty() {
            progress.clear();
            troubles.tell(&out.troubles);
        }
        // What is put aside is safe before anything behind it goes out.
        if let Some(aside) = &mut aside {
            aside.write(&out.aside)?;
        }
        sink.write(&out.bytes)
    });
    progress.clear();
    let mut rest = Vec::new();
    job.end(&tally, &mut rest);
    let written = written.and_then(|()| sink.write(&rest)).and_then(|()| sink.finish());
    if args.stats {
        stats::print(&tally, rules, observes, start.elapsed());
    }
    troubles.sum_up(&tally);
    match written {
        // Whoever reads the output has seen enough; what was seen counts.
        Ok(()) | Err(Error::Stopped) => {}
        Err(error) => return Err(error),
    }
    Ok(match () {
        () if inputs.code() > 0 => inputs.code(),
        () if tally.held_back() > 0 => error::DATA,
        () if tally.blocked > 0 => error::BLOCKED,
        () if args.fail_on_findings && tally.findings() > 0 => error::FINDINGS,
        () => 0,
    })
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
    mut write: impl FnMut(&Out, &Tally) -> Result<(), Error>,
) -> Result<(), Error> {
    let (mut scratch, mut open, mut out) = (Scratch::new(), None, Out::default());
    for piece in pieces {
        out.clear();
        match piece {
            Piece::Part(part) => take_part(job, &part, &mut open, &mut out, tally),
            records => take_records(job, &records, &mut scratch, &mut out, tally),
        }
        write(&out, tally)?;
    }
    Ok(())
}

/// Counts whole records and runs the job over them.
pub fn take_records<J: Job>(job: &J, records: &Piece, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally) {
    tally.bytes += records.len() as u64;
    match records {
        Piece::Lines(lines) => {
            tally.records += lines.count;
            job.lines(lines, scratch, out, tally);
        }
        Piece::Payloads(payloads) => {
            tally.records += payloads.ends.len() as u64;
            job.payloads(payloads, scratch, out, tally);
        }
        // Parts are taken in order.
        Piece::Part(_) => {}
    }
}

/// Counts a part of a long record and runs the job over it.
pub fn take_part<J: Job>(job: &J, part: &Part, open: &mut Option<J::Open>, out: &mut Out, tally: &mut Tally) {
    out.clear();
    tally.bytes += part.len() as u64;
    tally.records += u64::from(part.last.is_some());
    job.part(part, open, out, tally);
}
