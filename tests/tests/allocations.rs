//! Law 2, in part: a clean record costs no allocation.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(unsafe_code, reason = "a global allocator is unsafe by contract; this one counts and hands on")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use privet_core::{Backend, Engine, Policy, Redacted, Scratch, Span};
use privet_tests::corpus::{EventStream, clean};

struct Counting;

thread_local! {
    /// Allocations of this thread: tests run side by side.
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

fn count() {
    // A thread that is ending allocates uncounted.
    let _ = COUNT.try_with(|count| count.set(count.get() + 1));
}

// SAFETY: every call goes to the system's allocator as it came; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block came from `System`, by the functions here.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: the block came from `System`, and the caller keeps the contract of `realloc`.
        unsafe { System.realloc(block, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations<T>(work: impl FnOnce() -> T) -> usize {
    let before = COUNT.get();
    std::hint::black_box(work());
    COUNT.get() - before
}

const RECORDS: usize = 10_000;

/// Records in a row, each with its place.
struct Records {
    bytes: Vec<u8>,
    spans: Vec<Span>,
}

impl Records {
    fn new(mut push: impl FnMut(&mut Vec<u8>)) -> Self {
        let (mut bytes, mut spans) = (Vec::new(), Vec::new());
        for _ in 0..RECORDS {
            let start = bytes.len();
            push(&mut bytes);
            spans.push(Span::new(start, bytes.len()));
            bytes.push(b'\n');
        }
        Self { bytes, spans }
    }

    fn events(pii: bool) -> Self {
        let mut stream = EventStream::new(1, pii);
        Self::new(|bytes| {
            stream.push(bytes);
        })
    }

    fn telemetry() -> Self {
        let mut records = clean(1);
        Self::new(|bytes| bytes.extend_from_slice(records.next().unwrap().record.as_bytes()))
    }

    fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.spans.iter().map(|span| &self.bytes[span.range()])
    }
}

fn engine() -> Engine {
    privet_tests::rules::engine("all", Backend::default(), Policy::default())
}

fn redact(engine: &Engine, records: &Records, scratch: &mut Scratch) -> usize {
    records.iter().filter(|record| matches!(engine.redact(record, scratch), Redacted::Masked(_))).count()
}

/// After the warm-up neither clean events, nor telemetry full of what looks like personal data, nor a batch allocates;
/// nor, with the default transform, do events with something to mask.
#[test]
fn warm_buffers_are_enough() {
    let engine = engine();
    for records in [Records::events(false), Records::telemetry(), Records::events(true)] {
        let (mut scratch, mut out) = (Scratch::new(), Vec::new());
        let mut batch = |scratch: &mut Scratch| {
            out.clear();
            engine.redact_batch(&records.bytes, records.spans.iter().copied(), scratch, &mut out, |_, _| ());
        };
        let masked = redact(&engine, &records, &mut scratch);
        batch(&mut scratch);
        let scan = allocations(|| records.iter().map(|record| engine.scan(record, &mut scratch).len()).sum::<usize>());
        let redacted = allocations(|| assert_eq!(redact(&engine, &records, &mut scratch), masked));
        let batched = allocations(|| batch(&mut scratch));
        assert_eq!((scan, redacted, batched), (0, 0, 0), "{masked} of {RECORDS} records masked");
    }
}

/// After a hundred events buffers still grow now and then, by doubling.
#[test]
fn a_short_warm_up_is_nearly_enough() {
    let engine = engine();
    let records = Records::events(false);
    let mut scratch = Scratch::new();
    assert!(records.iter().take(100).all(|record| engine.scan(record, &mut scratch).is_empty()));
    let later = allocations(|| assert_eq!(redact(&engine, &records, &mut scratch), 0));
    assert!(later <= 8, "{later} allocations");
}
