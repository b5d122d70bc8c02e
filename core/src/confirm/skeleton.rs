//! Layouts that are told apart by where their digits stand.
//!
//! A *skeleton* is a length and the places of the digits within it. A text has few: one for each end of a word. A look-up
//! leads to the layouts of that skeleton, so that what a candidate costs does not grow with the number of rules.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Haystack;
use super::rows::LeftOver;
use super::sieve::Layout;
use crate::byte_set::ByteSet;

/// Layouts by their skeletons.
#[derive(Clone, Debug, Default)]
pub(super) struct Skeletons {
    /// A hash table of a power of two of slots, at most a quarter of them in use.
    slots: Vec<Slot>,
    shift: u32,
    frames: Vec<Frame>,
    neighbours: Vec<Neighbours>,
    checks: Vec<Check>,
    tables: Vec<u64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Zero where there is none: a skeleton has a length.
    key: u64,
    first: u32,
    /// Frames: one for each 64 layouts.
    many: u32,
}

/// Layouts of one skeleton, a bit each.
#[derive(Clone, Debug)]
struct Frame {
    /// Index of the row of its first layout.
    first_row: u32,
    neighbours: Range<u32>,
    checks: Range<u32>,
}

/// What layouts ask of the bytes beside the match.
#[derive(Clone, Debug)]
struct Neighbours {
    before: ByteSet,
    after: ByteSet,
    layouts: u64,
}

/// A place where not all layouts accept the same.
#[derive(Clone, Copy, Debug)]
struct Check {
    place: u8,
    /// What of the byte is looked up: the value of a digit, or all of an ASCII byte.
    mask: u8,
    /// Where in the tables.
    from: u32,
}

/// Layouts that a frame holds.
const BITS: usize = 64;

/// Longest layout.
const LONGEST: usize = 30;

/// Skeletons of one layout, at most: a place of digits and letters doubles them.
const MOST: usize = 4;

impl Layout {
    /// The skeletons of the layout, each with the layout of what it has of it; `None` where it cannot be told by them.
    fn skeletons(&self) -> Option<Vec<(u64, Layout)>> {
        let [_, bytes @ .., after] = self.sets.as_slice() else { return None };
        let last = bytes.last()?;
        // Its end must be the end of a word, and nothing beyond a quote is looked at.
        let ends = last.iter().all(|byte| byte.is_ascii_alphanumeric())
            && !after.iter().any(|byte| byte.is_ascii_alphanumeric());
        let quoted = bytes.iter().any(|set| set.contains(b'"'));
        if !ends || quoted || bytes.len() > LONGEST || !self.is_exact() {
            return None;
        }
        let mut all = vec![((bytes.len() as u64) << 32, self.clone())];
        for place in 1..=bytes.len() {
            let (digits, others): (Vec<u8>, Vec<u8>) = self.sets[place].iter().partition(u8::is_ascii_digit);
            let part = |(key, layout): &(u64, Layout), bytes: &[u8], digit: bool| {
                let mut layout = layout.clone();
                layout.sets[place] = bytes.iter().copied().collect();
                (key | u64::from(digit) << (place - 1), layout)
            };
            let with = |bytes: &Vec<u8>, digit| {
                let all = all.iter().filter(|_| !bytes.is_empty());
                all.map(|start| part(start, bytes, digit)).collect::<Vec<_>>()
            };
            all = [with(&digits, true), with(&others, false)].concat();
            if all.len() > MOST {
                return None;
            }
        }
        Some(all)
    }
}

/// Skeletons, and for each row of their frames what it stands for.
pub(super) struct Sorted<T> {
    pub(super) skeletons: Skeletons,
    pub(super) rows: Vec<T>,
}

impl Skeletons {
    /// Bytes that are looked at: a layout, and what follows it.
    pub(super) const READ: usize = LONGEST + 2;

    /// True when skeletons tell the layout.
    pub(super) fn has(layout: &Layout) -> bool {
        layout.skeletons().is_some()
    }

    /// Sorts layouts by their skeletons. Rows are numbered from `first_row` on.
    pub(super) fn sort<T: Copy>(layouts: &[(T, Layout)], mut first_row: u32) -> Sorted<T> {
        let mut by_key: BTreeMap<u64, Vec<(T, Layout)>> = BTreeMap::new();
        for (of, layout) in layouts {
            for (key, layout) in layout.skeletons().into_iter().flatten() {
                by_key.entry(key).or_default().push((*of, layout));
            }
        }
        let size = (by_key.len() * 4).next_power_of_two().max(2);
        let mut skeletons = Self { shift: 64 - size.trailing_zeros(), ..Self::default() };
        skeletons.slots = vec![Slot::default(); size];
        let mut rows = Vec::new();
        for (key, layouts) in by_key {
            let first = skeletons.frames.len() as u32;
            for layouts in layouts.chunks(BITS) {
                skeletons.add(key, layouts, first_row);
                first_row += layouts.len() as u32;
                rows.extend(layouts.iter().map(|(of, _)| *of));
            }
            let many = skeletons.frames.len() as u32 - first;
            let mut at = skeletons.slot(key);
            while skeletons.slots[at].key != 0 {
                at = (at + 1) % size;
            }
            skeletons.slots[at] = Slot { key, first, many };
        }
        Sorted { skeletons, rows }
    }

    fn add<T>(&mut self, key: u64, layouts: &[(T, Layout)], first_row: u32) {
        let Self { frames, neighbours, checks, tables, .. } = self;
        let (first_neighbours, first_check) = (neighbours.len(), checks.len());
        let len = (key >> 32) as usize;
        for (bit, (_, layout)) in layouts.iter().enumerate() {
            let (before, after) = (layout.sets[0], layout.sets[len + 1]);
            let same = neighbours[first_neighbours..].iter_mut().find(|n| n.before == before && n.after == after);
            match same {
                Some(same) => same.layouts |= 1 << bit,
                None => neighbours.push(Neighbours { before, after, layouts: 1 << bit }),
            }
        }
        for place in 0..len {
            let is_digit = key >> place & 1 == 1;
            let mask = if is_digit { 0x0f } else { 0x7f };
            let mut table = vec![0; usize::from(mask) + 1];
            for (bit, (_, layout)) in layouts.iter().enumerate() {
                layout.sets[place + 1].iter().for_each(|byte| table[usize::from(column(byte, mask))] |= 1_u64 << bit);
            }
            let all = layouts.len();
            if is_digit && table[..10].iter().all(|bits| bits.count_ones() as usize == all) {
                continue;
            }
            checks.push(Check { place: place as u8, mask, from: tables.len() as u32 });
            tables.extend(table);
        }
        let range = |from: usize, to: usize| from as u32..to as u32;
        frames.push(Frame {
            first_row,
            neighbours: range(first_neighbours, neighbours.len()),
            checks: range(first_check, checks.len()),
        });
    }

    /// Calls `each` with the layouts that match at a place, of the lengths given: bit 0 stands for one byte.
    ///
    /// Cost: a look-up for each end of a word, and for each skeleton a few more.
    #[inline(always)]
    pub(super) fn sift(&self, hay: Haystack<'_>, at: usize, lengths: u32, mut each: impl FnMut(LeftOver)) {
        let [digits, words, quotes] =
            hay.marks.all_from(at, |block| [block.digits, block.digits | block.letters, block.quotes]);
        // No layout goes on beyond a quote.
        let within = quotes.wrapping_sub(1) & !quotes;
        let mut ends = (words & !(words >> 1) & within) as u32 & lengths;
        while ends != 0 {
            let len = ends.trailing_zeros() + 1;
            ends &= ends - 1;
            let Slot { first, many, .. } = self.find(u64::from(len) << 32 | digits & ((1 << len) - 1));
            for frame in &self.frames[first as usize..(first + many) as usize] {
                let left = self.left(frame, hay.text, at, len as usize);
                if left != 0 {
                    each((frame.first_row, left));
                }
            }
        }
    }

    /// The frames of a skeleton; none where no layout has it.
    #[inline]
    fn find(&self, key: u64) -> Slot {
        let mut at = self.slot(key);
        loop {
            let slot = self.slots[at];
            if slot.key == key || slot.key == 0 {
                return slot;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The layouts of a frame that match, a bit each.
    #[inline]
    fn left(&self, frame: &Frame, text: &[u8], at: usize, len: usize) -> u64 {
        let before = at.checked_sub(1).map(|before| text[before]);
        let after = text.get(at + len).copied();
        let bytes = &text[at..at + len];
        let fits = |set: &ByteSet, byte: Option<u8>| byte.map_or(set.contains_edge(), |byte| set.contains(byte));
        let neighbours = &self.neighbours[frame.neighbours.start as usize..frame.neighbours.end as usize];
        let beside = neighbours.iter().filter(|n| fits(&n.before, before) && fits(&n.after, after));
        let start = beside.fold(0, |left, neighbours| left | neighbours.layouts);
        let checks = &self.checks[frame.checks.start as usize..frame.checks.end as usize];
        checks.iter().fold(start, |left, &Check { place, mask, from }| {
            let byte = bytes[usize::from(place)];
            left & self.tables[from as usize + usize::from(column(byte, mask))]
        })
    }

    #[inline]
    fn slot(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }
}

/// Where in a table a byte stands: what is not ASCII shares the last place of a table of bytes.
#[inline]
fn column(byte: u8, mask: u8) -> u8 {
    byte.min(0x7f) & mask
}
