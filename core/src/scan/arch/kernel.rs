//! The filter over any instruction set: bytes become classes, once; then for each place of the class strings a table
//! tells, by class, which buckets go on.

use std::mem::MaybeUninit;

use super::super::{Candidates, Scanner, Window};
use super::isa::Isa;
use crate::byte_set::ByteSet;
use crate::finding::Candidate;
use crate::marks::{BLOCK, Block, Marks};
use crate::scan::bucket::Buckets;
use crate::scan::class::{ClassString, DEPTH};
use crate::scan::partition::Partition;

/// A filter as plain tables.
#[derive(Clone, Debug)]
pub(in crate::scan) struct Filter {
    /// The class of each ASCII byte.
    pub(in crate::scan) classes: [u8; 128],
    /// Eight buckets each, at most four.
    pub(in crate::scan) sets: Vec<Set>,
    /// The buckets of matches; the others are those of inner literals.
    pub(in crate::scan) starts: u32,
}

/// Tables of eight buckets: by place, the byte before first, then by class.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub(in crate::scan) struct Set {
    pub(in crate::scan) places: [[u8; 64]; DEPTH + 1],
}

impl Filter {
    /// The tables of those buckets over classes of bytes.
    pub(in crate::scan) fn new(buckets: &Buckets, partition: &Partition) -> Self {
        let sets = buckets.unions.chunks(8).map(|unions| {
            let table = |pick: &dyn Fn(&ClassString) -> ByteSet| {
                let mut table = [0; 64];
                for (bucket, string) in unions.iter().enumerate() {
                    let holds = partition.classes(&pick(string));
                    table.iter_mut().zip(holds).for_each(|(entry, holds)| *entry |= u8::from(holds) << bucket);
                }
                table
            };
            let place = |place: usize| table(&|string| place.checked_sub(1).map_or(string.before, |k| string.at[k]));
            Set { places: std::array::from_fn(place) }
        });
        Self { classes: partition.of, sets: sets.collect(), starts: buckets.all() }
    }
}

/// A filter on an instruction set.
#[derive(Clone, Debug)]
pub(in crate::scan) struct Kernel<I> {
    isa: I,
    filter: Filter,
    /// The class of each ASCII byte, as the instructions want it.
    codes: [u8; 128],
}

/// Bytes of text whose classes are kept at a time.
const CHUNK: usize = 2048;
/// Room before a chunk for the byte before, and after it for the rest of a class string and of a block of vectors.
const BEFORE: usize = 64;
const AFTER: usize = 64 * 8;

/// Classes of a chunk of text: a buffer of [`Candidates`].
#[repr(align(64))]
pub(in crate::scan) struct Classes([u8; BEFORE + CHUNK + AFTER]);

impl Default for Classes {
    fn default() -> Self {
        Self([0; BEFORE + CHUNK + AFTER])
    }
}

impl<I: Isa> Kernel<I> {
    pub(super) fn new(isa: I, filter: Filter) -> Self {
        debug_assert!(filter.classes.iter().all(|&class| usize::from(class) < I::CLASSES), "a table has an entry each");
        Self { isa, codes: filter.classes.map(I::code), filter }
    }

    #[inline(always)]
    pub(super) fn isa(&self) -> I {
        self.isa
    }

    /// See [`super::Simd::mark`]. Inlined into a function that has the instructions enabled.
    #[inline(always)]
    pub(super) fn mark(&self, text: &[u8], marks: &mut Marks) {
        marks.clear();
        let (whole, rest) = text.as_chunks::<BLOCK>();
        for bytes in whole {
            marks.push(self.marks(bytes));
        }
        if !rest.is_empty() {
            let mut last = [0; BLOCK];
            last[..rest.len()].copy_from_slice(rest);
            marks.push(self.marks(&last));
        }
        marks.end();
    }

    #[inline(always)]
    fn marks(&self, bytes: &[u8; BLOCK]) -> Block {
        let isa = self.isa;
        let mut block = Block::default();
        for at in (0..BLOCK).step_by(I::LANES) {
            // SAFETY: a block is a whole number of vectors.
            let bytes = unsafe { isa.load(bytes.as_ptr().add(at)) };
            block.digits |= isa.within(bytes, b'0', 10) << at;
            block.letters |= isa.within(isa.or(bytes, isa.splat(0x20)), b'a', 26) << at;
            block.capitals |= isa.within(bytes, b'A', 26) << at;
            block.quotes |= isa.within(bytes, b'"', 1) << at;
            block.escapes |= isa.within(bytes, b'\\', 1) << at;
            block.signs |= (isa.within(bytes, b'=', 2) | isa.within(bytes, b':', 1)) << at;
            let curly = isa.or(bytes, isa.splat(0x20));
            block.brackets |= (isa.within(curly, b'{', 1) | isa.within(curly, b'}', 1)) << at;
            block.foreign |= isa.within(bytes, 0x80, 0x80) << at;
        }
        block
    }

    /// See [`super::Simd::scan`]. Inlined into a function that has the instructions enabled.
    #[inline(always)]
    pub(super) fn slide(&self, text: &[u8], window: Window, out: &mut Candidates) -> usize {
        // The number of sets is a constant of the loop, so that it is unrolled and what is live stays in registers.
        match self.filter.sets.as_slice() {
            [] => window.to,
            [a] => self.slide_over([a], text, window, out),
            [a, b] => self.slide_over([a, b], text, window, out),
            [a, b, c] => self.slide_over([a, b, c], text, window, out),
            [a, b, c, d, ..] => self.slide_over([a, b, c, d], text, window, out),
        }
    }

    #[inline(always)]
    fn slide_over<const SETS: usize>(
        &self,
        sets: [&Set; SETS],
        text: &[u8],
        window: Window,
        out: &mut Candidates,
    ) -> usize {
        let Candidates { list, classes, .. } = out;
        let full = list.len() + Scanner::BATCH;
        let map = self.isa.map(&self.codes);
        let mut at = window.from;
        while at < window.to {
            let len = CHUNK.min(window.to - at);
            self.classify(text, at, len, map, classes);
            let mut done = 0;
            while done < len {
                let rest = len - done;
                // Vectors that are looked at together read a table once.
                if I::LANES == 64 && rest > 3 * I::LANES {
                    self.block::<SETS, 4>(sets, classes, at, done, rest, list);
                    done += 4 * I::LANES;
                } else if rest > I::LANES {
                    self.block::<SETS, 2>(sets, classes, at, done, rest, list);
                    done += 2 * I::LANES;
                } else {
                    self.block::<SETS, 1>(sets, classes, at, done, rest, list);
                    done += I::LANES;
                }
                if list.len() >= full {
                    return at + done.min(len);
                }
            }
            at += len;
        }
        window.to
    }

    /// Fills the buffer with the classes of `text[at - 1..]`, as far as strings that start before `at + len` reach.
    #[inline(always)]
    fn classify(&self, text: &[u8], at: usize, len: usize, map: I::Map, classes: &mut Classes) {
        let code = |byte: u8| self.codes.get(usize::from(byte)).copied().unwrap_or(0);
        classes.0[BEFORE - 1] = at.checked_sub(1).map_or(0, |before| code(text[before]));
        let there = (text.len() - at).min(len + DEPTH - 1);
        let buffer = &mut classes.0[BEFORE..BEFORE + there + 2 * I::LANES];
        let text = &text[at..];
        let mut i = 0;
        while i + I::LANES <= text.len() && i < there {
            // SAFETY: the vector ends within the text, and the buffer has a vector of room beyond `there`.
            unsafe {
                let bytes = self.isa.load(text.as_ptr().add(i));
                self.isa.store(buffer.as_mut_ptr().add(i), self.isa.classify(map, bytes));
            }
            i += I::LANES;
        }
        if i < there {
            // The last bytes of the text, less than a vector.
            let mut last = [0; 64];
            last[..text.len() - i].copy_from_slice(&text[i..]);
            // SAFETY: a vector is no longer than `last`; the buffer has room as above.
            unsafe {
                let bytes = self.isa.load(last.as_ptr());
                self.isa.store(buffer.as_mut_ptr().add(i), self.isa.classify(map, bytes));
            }
        }
        // What follows the text is the edge; elsewhere what follows is not looked at.
        // SAFETY: the buffer has two vectors of room beyond `there`.
        unsafe { self.isa.store(buffer.as_mut_ptr().add(there), self.isa.zero()) };
    }

    /// Keeps the buckets that go on after a place of the strings, the byte before first.
    #[inline(always)]
    fn look<const SETS: usize, const TOGETHER: usize>(
        &self,
        place: usize,
        sets: [&Set; SETS],
        classes: &Classes,
        done: usize,
        live: &mut [[I::Vector; SETS]; TOGETHER],
    ) {
        let isa = self.isa;
        let codes: [I::Classes; TOGETHER] = std::array::from_fn(|lane| {
            // SAFETY: the last vector of the last place ends at `BEFORE + done + TOGETHER * LANES + DEPTH`, within the buffer
            // since `done` is below `CHUNK`.
            isa.classes(unsafe { isa.load(classes.0.as_ptr().add(BEFORE - 1 + done + place + lane * I::LANES)) })
        });
        for (set, tables) in sets.iter().enumerate() {
            let table = isa.table(&tables.places[place]);
            for (live, &codes) in live.iter_mut().zip(&codes) {
                let next = isa.look_up(table, codes);
                live[set] = if place == 0 { next } else { isa.and(live[set], next) };
            }
        }
    }

    /// Looks at `TOGETHER` vectors from `done` on, of which `rest` bytes count.
    #[inline(always)]
    fn block<const SETS: usize, const TOGETHER: usize>(
        &self,
        sets: [&Set; SETS],
        classes: &Classes,
        at: usize,
        done: usize,
        rest: usize,
        list: &mut Vec<Candidate>,
    ) {
        let isa = self.isa;
        debug_assert!(done + TOGETHER * I::LANES + DEPTH <= CHUNK + AFTER, "the block lies in the buffer");
        let mut live = [[isa.zero(); SETS]; TOGETHER];
        // Tables are read where they are looked up: they are more than there are registers, and kept on the stack they would
        // be copied there for every text. Each place is code of its own, not a round of a loop.
        let sets = std::hint::black_box(sets);
        const { assert!(DEPTH == 8, "a line for each place") };
        self.look::<SETS, TOGETHER>(0, sets, classes, done, &mut live);
        self.look::<SETS, TOGETHER>(1, sets, classes, done, &mut live);
        self.look::<SETS, TOGETHER>(2, sets, classes, done, &mut live);
        self.look::<SETS, TOGETHER>(3, sets, classes, done, &mut live);
        self.look::<SETS, TOGETHER>(4, sets, classes, done, &mut live);
        self.look::<SETS, TOGETHER>(5, sets, classes, done, &mut live);
        self.look::<SETS, TOGETHER>(6, sets, classes, done, &mut live);
        self.look::<SETS, TOGETHER>(7, sets, classes, done, &mut live);
        self.look::<SETS, TOGETHER>(8, sets, classes, done, &mut live);
        for (lane, live) in live.iter().enumerate() {
            let from = lane * I::LANES;
            if from >= rest {
                break;
            }
            let here = if rest - from >= 64 { u64::MAX } else { (1 << (rest - from)) - 1 };
            let mut hits = isa.test(live.iter().fold(isa.zero(), |any, &set| isa.or(any, set))) & here;
            if hits == 0 {
                continue;
            }
            // What is left of each set, to tell which buckets hit.
            let mut left = [MaybeUninit::<[u8; 64]>::uninit(); SETS];
            for (left, &live) in left.iter_mut().zip(live) {
                // SAFETY: a vector is at most 64 bytes.
                unsafe { isa.store(left.as_mut_ptr().cast(), live) };
            }
            while hits != 0 {
                let bit = hits.trailing_zeros() as usize;
                hits &= hits - 1;
                let mut all = 0;
                for (set, left) in left.iter().enumerate() {
                    // SAFETY: a hit is a lane of the vector that has been stored.
                    all |= u32::from(unsafe { *left.as_ptr().cast::<u8>().add(bit) }) << (8 * set);
                }
                let (buckets, inner) = (all & self.filter.starts, all & !self.filter.starts != 0);
                list.push(Candidate { at: at + done + from + bit, buckets, inner });
            }
        }
    }
}
