//! One thread reads, many work, and the caller's writes, in the order of the input.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use privet_core::Scratch;

use crate::chunk::{Part, Piece};
use crate::error::Error;
use crate::input::Inputs;
use crate::job::{self, Job, Out};
use crate::tally::Tally;

/// Bytes of input between the reader and the writer, at most; a single piece may be larger.
const BUDGET: usize = 8 << 20;

/// A place in the order of the output.
enum Slot {
    /// Whole records that a worker has in hand.
    Records(Receiver<Done>),
    /// Parts of long records stay in order: the writer does them itself.
    Part(Part),
}

/// What a worker made of records.
struct Done {
    out: Out,
    tally: Tally,
}

/// Whole records, and where to put what becomes of them.
type Task = (Piece, SyncSender<Done>);

/// Runs a job over all inputs with that many threads at work. `write` gets the output piece by piece, in order.
pub fn run<J: Job>(
    threads: usize,
    inputs: &mut Inputs,
    job: &J,
    tally: &mut Tally,
    mut write: impl FnMut(&Out, &Tally) -> Result<(), Error>,
) -> Result<(), Error> {
    if threads == 1 {
        return job::in_order(inputs, job, tally, write);
    }
    let (to_workers, tasks) = sync_channel::<Task>(threads);
    let (to_writer, slots) = sync_channel::<Slot>(4 * threads);
    // The workers' alone: when the last of them is gone, the reader that has something for them is told so.
    let tasks = Arc::new(Mutex::new(tasks));
    let budget = &Budget::new(BUDGET);
    thread::scope(|scope| {
        scope.spawn(move || read(inputs, budget, &to_writer, &to_workers));
        for _ in 0..threads {
            let tasks = Arc::clone(&tasks);
            scope.spawn(move || work(&tasks, job));
        }
        drop(tasks);
        let written = collect(&slots, budget, job, tally, &mut write);
        // The reader may be waiting for room that nobody makes any more.
        drop(slots);
        budget.give(BUDGET);
        written
    })
}

/// Hands pieces out until there are none, or nobody takes them.
fn read(inputs: &mut Inputs, budget: &Budget, to_writer: &SyncSender<Slot>, to_workers: &SyncSender<Task>) {
    for piece in inputs {
        budget.take(piece.len());
        let taken = match piece {
            Piece::Part(part) => to_writer.send(Slot::Part(part)).is_ok(),
            records => {
                let (done, result) = sync_channel(1);
                to_writer.send(Slot::Records(result)).is_ok() && to_workers.send((records, done)).is_ok()
            }
        };
        if !taken {
            return;
        }
    }
}

fn work<J: Job>(tasks: &Mutex<Receiver<Task>>, job: &J) {
    let mut scratch = Scratch::new();
    let next = || tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
    while let Ok((records, done)) = next() {
        let mut out = Out { bytes: Vec::with_capacity(records.len()), ..Out::default() };
        let mut tally = Tally::default();
        job::take_records(job, &records, &mut scratch, &mut out, &mut tally);
        if done.send(Done { out, tally }).is_err() {
            return;
        }
    }
}

fn collect<J: Job>(
    slots: &Receiver<Slot>,
    budget: &Budget,
    job: &J,
    tally: &mut Tally,
    write: &mut impl FnMut(&Out, &Tally) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut open = None;
    let mut room = Out::default();
    for slot in slots {
        match slot {
            Slot::Records(result) => {
                // A worker that ended without a result has panicked, and so does the scope when it is left.
                let Ok(done) = result.recv() else { return Ok(()) };
                tally.merge(&done.tally);
                write(&done.out, tally)?;
                budget.give(done.tally.bytes as usize);
            }
            Slot::Part(part) => {
                budget.give(part.len());
                job::take_part(job, &part, &mut open, &mut room, tally);
                write(&room, tally)?;
            }
        }
    }
    Ok(())
}

/// Bytes that may be on their way.
struct Budget {
    free: Mutex<usize>,
    freed: Condvar,
    whole: usize,
}

impl Budget {
    fn new(bytes: usize) -> Self {
        Self { free: Mutex::new(bytes), freed: Condvar::new(), whole: bytes }
    }

    /// Waits for room. What is larger than the whole waits for all of it.
    fn take(&self, bytes: usize) {
        let bytes = bytes.min(self.whole);
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self.freed.wait_while(free, |free| *free < bytes).unwrap_or_else(PoisonError::into_inner);
        *free -= bytes;
    }

    fn give(&self, bytes: usize) {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        *free = free.saturating_add(bytes.min(self.whole));
        self.freed.notify_all();
    }
}
