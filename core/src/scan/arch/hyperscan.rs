//! Hyperscan, a library of Intel's for many expressions at once, as a source of candidates: every class string is an
//! expression of fixed width, so that the end of a match tells where it starts.
//!
//! Declared here are the calls in use, after the developer reference of version 5.4
//! (<https://intel.github.io/hyperscan/dev-reference/api_files.html>).

use std::collections::HashSet;
use std::ffi::{CString, c_char, c_int, c_uint, c_ulonglong, c_void};
use std::fmt::Write;
use std::ptr::{self, NonNull};
use std::sync::{Arc, Weak};

use super::super::{Scanner, Window};
use crate::finding::Candidate;
use crate::scan::bucket::Buckets;
use crate::scan::class::{ClassString, DEPTH};

/// What only Hyperscan looks into.
#[repr(C)]
struct Opaque {
    _bytes: [u8; 0],
}

#[repr(C)]
struct CompileError {
    message: *mut c_char,
    expression: c_int,
}

type OnMatch = unsafe extern "C" fn(c_uint, c_ulonglong, c_ulonglong, c_uint, *mut c_void) -> c_int;

#[link(name = "hs")]
unsafe extern "C" {
    fn hs_valid_platform() -> c_int;
    fn hs_compile_multi(
        expressions: *const *const c_char,
        flags: *const c_uint,
        ids: *const c_uint,
        elements: c_uint,
        mode: c_uint,
        platform: *const c_void,
        database: *mut *mut Opaque,
        error: *mut *mut CompileError,
    ) -> c_int;
    fn hs_free_compile_error(error: *mut CompileError) -> c_int;
    fn hs_free_database(database: *mut Opaque) -> c_int;
    fn hs_alloc_scratch(database: *const Opaque, scratch: *mut *mut Opaque) -> c_int;
    fn hs_free_scratch(scratch: *mut Opaque) -> c_int;
    fn hs_scan(
        database: *const Opaque,
        data: *const c_char,
        length: c_uint,
        flags: c_uint,
        scratch: *mut Opaque,
        on_match: OnMatch,
        context: *mut c_void,
    ) -> c_int;
}

const SUCCESS: c_int = 0;
const MODE_BLOCK: c_uint = 1;
/// The dot is every byte.
const FLAG_DOTALL: c_uint = 2;

/// True when the library runs on this processor.
pub(in crate::scan) fn is_available() -> bool {
    // SAFETY: takes nothing, and only asks the processor.
    unsafe { hs_valid_platform() == SUCCESS }
}

/// Class strings as a database of Hyperscan.
#[derive(Clone, Debug)]
pub(in crate::scan) struct Hyperscan {
    database: Arc<Database>,
    /// For each expression what its matches mean.
    meanings: Arc<[Meaning]>,
    /// The buckets of matches; the others are those of inner literals.
    starts: u32,
}

#[derive(Debug)]
struct Database(NonNull<Opaque>);

// SAFETY: a database is immutable once it is compiled (developer reference, Introduction) and belongs to no thread; it is
// freed by its only owner, after the last use.
unsafe impl Send for Database {}
// SAFETY: as above. Any number of threads may scan with it, each with a scratch of its own (developer reference, Scratch
// Space).
unsafe impl Sync for Database {}

impl Drop for Database {
    fn drop(&mut self) {
        // SAFETY: it came from `hs_compile_multi` and is freed once.
        unsafe { hs_free_database(self.0.as_ptr()) };
    }
}

#[derive(Clone, Copy, Debug)]
struct Meaning {
    /// Bytes from the start of the class string to the end of the expression.
    width: usize,
    /// The bit of its bucket.
    bucket: u32,
}

/// Places of text that are looked at by one call, at most.
const CHUNK: usize = 1 << 15;
/// The same at least, however many of them are candidates.
const LEAST: usize = 64;

/// What scans with Hyperscan need: a buffer of [`Candidates`](super::Candidates). Empty until the first of them.
#[derive(Default)]
pub(in crate::scan) struct Marks {
    scratch: Option<Memory>,
    /// The databases that the scratch is large enough for. Weak, so that an address means one database only.
    fitted: Vec<Weak<Database>>,
    /// The places of the chunk that are candidates, a bit each: matches come in no order, and several at a place.
    places: Vec<u64>,
    /// For each place that is marked its buckets.
    buckets: Vec<u32>,
    /// Places to look at next: few where the last ones were more candidates than are handed on at a time. 0 before the
    /// first scan.
    reach: usize,
}

struct Memory(NonNull<Opaque>);

// SAFETY: a block of memory that belongs to no thread. That no two scans use it at a time (developer reference, Scratch
// Space) is seen to by scans, which borrow it mutably.
unsafe impl Send for Memory {}
// SAFETY: nothing can be done with a shared one.
unsafe impl Sync for Memory {}

impl Drop for Memory {
    fn drop(&mut self) {
        // SAFETY: it came from `hs_alloc_scratch`, is in no scan, and is freed once.
        unsafe { hs_free_scratch(self.0.as_ptr()) };
    }
}

impl Hyperscan {
    /// The database of those strings; `None` where there is nothing to look for, or Hyperscan refuses an expression.
    pub(in crate::scan) fn new(buckets: &Buckets) -> Option<Self> {
        let (mut expressions, mut meanings) = (Vec::new(), Vec::new());
        // Patterns may have a string in common.
        let mut distinct: HashSet<_> = buckets.strings.iter().collect();
        for (string, bucket) in buckets.strings.iter().filter(|string| distinct.remove(string)) {
            // A string that only fits at the end of a text is none of Hyperscan's.
            if let Some((expression, width)) = expression(string) {
                expressions.push(CString::new(expression).ok()?);
                meanings.push(Meaning { width, bucket: 1 << bucket });
            }
        }
        if expressions.is_empty() {
            return None;
        }
        let database = compile(&expressions)?;
        Some(Self { database: Arc::new(database), meanings: meanings.into(), starts: buckets.all() })
    }

    /// Appends the candidates of a window, of which every class string and the byte before it lie within the text. Returns
    /// where to go on.
    ///
    /// # Errors
    ///
    /// Hyperscan cannot go on, for want of memory: another has to, from the place that is returned.
    pub(in crate::scan) fn scan(
        &self,
        text: &[u8],
        window: Window,
        marks: &mut Marks,
        list: &mut Vec<Candidate>,
    ) -> Result<usize, usize> {
        debug_assert!(window.from > 0 && window.to + DEPTH - 1 <= text.len(), "every string lies in the text");
        let full = list.len() + Scanner::BATCH;
        let mut at = window.from;
        if !marks.fit(&self.database) {
            return Err(at);
        }
        while at < window.to {
            let len = marks.reach.min(window.to - at);
            if !self.mark(&text[at - 1..at + len + DEPTH - 1], len, marks) {
                return Err(at);
            }
            let before = list.len();
            let done = marks.hand_on(at, len, full, self.starts, list);
            let found = list.len() - before;
            if list.len() == full {
                // As many places as have room, if it goes on like this.
                marks.reach = (done * Scanner::BATCH / found.max(1)).clamp(LEAST, CHUNK);
                return Ok(at + done);
            }
            if found < Scanner::BATCH / 4 {
                marks.reach = (2 * marks.reach).min(CHUNK);
            }
            at += len;
        }
        Ok(window.to)
    }

    /// Marks the candidates among `len` places. `piece` starts with the byte before the first of them.
    fn mark(&self, piece: &[u8], len: usize, marks: &mut Marks) -> bool {
        let Some(scratch) = &mut marks.scratch else { return false };
        let places = &mut marks.places[..len.div_ceil(64)];
        places.fill(0);
        let mut sink = Sink { meanings: &self.meanings, places, buckets: &mut marks.buckets[..len] };
        // SAFETY: the database is whole and the scratch fits it, of which no other scan can make use since it is borrowed
        // mutably; the piece is read within its length, which is far below 4 GiB; the sink outlives the call, and the
        // callback is the only one to touch it meanwhile.
        let outcome = unsafe {
            hs_scan(
                self.database.0.as_ptr(),
                piece.as_ptr().cast(),
                piece.len() as c_uint,
                0,
                scratch.0.as_ptr(),
                on_match,
                ptr::from_mut(&mut sink).cast(),
            )
        };
        outcome == SUCCESS
    }
}

/// What a scan writes to.
struct Sink<'a> {
    meanings: &'a [Meaning],
    places: &'a mut [u64],
    /// One for each place that is looked at.
    buckets: &'a mut [u32],
}

/// Called with every end of a match, in any order.
///
/// # Safety
///
/// `context` is the sink of the scan.
unsafe extern "C" fn on_match(
    id: c_uint,
    _from: c_ulonglong,
    to: c_ulonglong,
    _flags: c_uint,
    context: *mut c_void,
) -> c_int {
    // SAFETY: the caller vouches for it.
    let sink = unsafe { &mut *context.cast::<Sink<'_>>() };
    let Some(meaning) = sink.meanings.get(id as usize) else { return 0 };
    // The first byte is the one before the first place. Strings that start before or after the places are none of theirs.
    let place = (to as usize).wrapping_sub(meaning.width + 1);
    if let Some(buckets) = sink.buckets.get_mut(place) {
        let (word, bit) = (&mut sink.places[place / 64], 1 << (place % 64));
        *buckets = if *word & bit == 0 { meaning.bucket } else { *buckets | meaning.bucket };
        *word |= bit;
    }
    0
}

impl Marks {
    /// Makes sure that the buffers are there and that the scratch is large enough for the database.
    fn fit(&mut self, database: &Arc<Database>) -> bool {
        if self.fitted.iter().any(|fitted| ptr::eq(fitted.as_ptr(), Arc::as_ptr(database))) {
            return true;
        }
        if self.reach == 0 {
            self.reach = CHUNK;
            self.places.resize(CHUNK / 64, 0);
            self.buckets.resize(CHUNK, 0);
        }
        let mut scratch = self.scratch.take().map_or(ptr::null_mut(), |memory| {
            let scratch = memory.0.as_ptr();
            std::mem::forget(memory);
            scratch
        });
        // SAFETY: the database is whole; the scratch is none, or one that is in no scan. A larger one takes its place, or, if
        // there is no memory, none.
        let outcome = unsafe { hs_alloc_scratch(database.0.as_ptr(), &raw mut scratch) };
        if outcome != SUCCESS {
            // A scratch that could not grow is left behind rather than freed: whether it still is one, is not said.
            self.fitted.clear();
            return false;
        }
        self.scratch = NonNull::new(scratch).map(Memory);
        self.fitted.retain(|fitted| fitted.strong_count() > 0);
        self.fitted.push(Arc::downgrade(database));
        true
    }

    /// Appends the marked among `len` places, of which `at` is the first, until the list is full. Returns how many of them
    /// are done.
    fn hand_on(&self, at: usize, len: usize, full: usize, starts: u32, list: &mut Vec<Candidate>) -> usize {
        for (word, &marked) in self.places[..len.div_ceil(64)].iter().enumerate() {
            let mut marked = marked;
            while marked != 0 {
                let place = word * 64 + marked.trailing_zeros() as usize;
                marked &= marked - 1;
                let buckets = self.buckets[place];
                list.push(Candidate { at: at + place, buckets: buckets & starts, inner: buckets & !starts != 0 });
                if list.len() == full {
                    return place + 1;
                }
            }
        }
        len
    }
}

/// The expression of a class string together with the byte before it, and the bytes from the start of the string to the
/// end of the expression. `None` when some place accepts no byte.
fn expression(string: &ClassString) -> Option<(String, usize)> {
    let places: Vec<Vec<u8>> = [&string.before].into_iter().chain(&string.at).map(|set| set.iter().collect()).collect();
    if places.iter().any(Vec::is_empty) {
        return None;
    }
    // What accepts every byte at either end only costs.
    let any = |place: &Vec<u8>| place.len() == 256;
    let last = places.iter().rposition(|place| !any(place)).unwrap_or(1);
    let first = places.iter().position(|place| !any(place)).unwrap_or(1);
    let mut text = String::new();
    for place in &places[first..=last] {
        if any(place) {
            text.push('.');
        } else {
            class(place, &mut text);
        }
    }
    Some((text, last))
}

/// Bytes as a class, in ranges.
fn class(bytes: &[u8], text: &mut String) {
    text.push('[');
    for run in bytes.chunk_by(|a, b| a + 1 == *b) {
        // Writing to a string does not fail.
        let _ = write!(text, r"\x{:02x}-\x{:02x}", run[0], run[run.len() - 1]);
    }
    text.push(']');
}

/// A database of those expressions, numbered in their order.
fn compile(expressions: &[CString]) -> Option<Database> {
    let pointers: Vec<*const c_char> = expressions.iter().map(|expression| expression.as_ptr()).collect();
    let flags = vec![FLAG_DOTALL; pointers.len()];
    let ids: Vec<c_uint> = (0..pointers.len() as c_uint).collect();
    let (mut database, mut error) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: the three arrays have as many elements as is said, the expressions end in a zero; what is made of them is ours
    // to free.
    unsafe {
        hs_compile_multi(
            pointers.as_ptr(),
            flags.as_ptr(),
            ids.as_ptr(),
            pointers.len() as c_uint,
            MODE_BLOCK,
            ptr::null(),
            &raw mut database,
            &raw mut error,
        );
        if !error.is_null() {
            hs_free_compile_error(error);
        }
    }
    NonNull::new(database).map(Database)
}
