//! Which patterns of a bucket match at a place, or may: a bit a row, a look-up a place.
//!
//! A row is a [`Layout`], and then what is left of it is a match; or the start of patterns that an automaton reads.

use super::Haystack;
use super::rows::LeftOver;
use crate::byte_set::ByteSet;
use crate::finding::PatternId;

/// The rows of one bucket, told apart.
#[derive(Clone)]
pub struct Sieve {
    /// For each byte the rows that accept it in each place, the byte before first. Bytes that numbers are made of are
    /// neighbours, so that few pages hold what is looked at.
    columns: Box<[[u64; PLACES]; COLUMNS]>,
    /// The rows that ask for something beyond the first places.
    long: u64,
    /// Index of what the first row stands for.
    first_row: u32,
}

/// What is left of a sieve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A match of that many bytes, its neighbours included.
    Match(PatternId, u16),
    /// A match of one of a group's patterns may start here.
    Group(u16),
}

/// A match of fixed length: what each of its bytes may be, the byte before first and the byte after last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// At most [`PLACES`].
    pub sets: Vec<ByteSet>,
}

/// The byte before, and the first bytes.
pub const PLACES: usize = 32;

/// Places after which it is asked whether anything is left, and whether that asks for more.
const FIRST: usize = 9;
const SECOND: usize = 17;

/// ASCII. What is not shares the column of the last, and the first three share one, as two columns stand for no byte.
const COLUMNS: usize = 128;
const LEAST: u8 = 2;
const MOST: u8 = COLUMNS as u8 - 1;
/// Nothing: the edge of the text.
const EDGE: u8 = 0;
/// What is not there yet: every row accepts it.
const UNKNOWN: u8 = 1;

/// What stands around a place, ready for any number of sieves.
pub(super) struct Around {
    columns: [u8; PLACES],
}

impl Around {
    #[inline]
    pub(super) fn new(hay: Haystack<'_>, at: usize) -> Self {
        let Haystack { text, closed, .. } = hay;
        let all = at.checked_sub(1).and_then(|before| text[before..].first_chunk::<PLACES>());
        let mut columns = match all {
            Some(bytes) => *bytes,
            None => return Self::at_an_edge(text, closed, at),
        };
        columns.iter_mut().for_each(|byte| *byte = (*byte).clamp(LEAST, MOST));
        Self { columns }
    }

    /// Where the text starts, or ends soon.
    fn at_an_edge(text: &[u8], closed: bool, at: usize) -> Self {
        let mut columns = [if closed { EDGE } else { UNKNOWN }; PLACES];
        columns[0] = at.checked_sub(1).map_or(EDGE, |before| text[before].clamp(LEAST, MOST));
        for (column, byte) in columns[1..].iter_mut().zip(&text[at..]) {
            *column = (*byte).clamp(LEAST, MOST);
        }
        Self { columns }
    }
}

impl Layout {
    /// Bytes of the match.
    pub(crate) fn len(&self) -> usize {
        self.sets.len() - 2
    }

    /// True when the text from `at` on is such a match, or may become one.
    pub(super) fn may_fit(&self, hay: Haystack<'_>, at: usize) -> bool {
        let Haystack { text, closed, .. } = hay;
        let before =
            at.checked_sub(1).map_or(self.sets[0].contains_edge(), |before| self.sets[0].contains(text[before]));
        before
            && self.sets[1..].iter().zip(at..).all(|(set, at)| match text.get(at) {
                Some(&byte) => set.contains(byte),
                None => !closed || set.contains_edge(),
            })
    }

    /// True when a sieve tells apart all that the layout does.
    pub(crate) fn is_exact(&self) -> bool {
        let alike = |set: &ByteSet, mut bytes: std::ops::RangeInclusive<u8>| {
            let first = bytes.next().is_some_and(|byte| set.contains(byte));
            bytes.all(|byte| set.contains(byte) == first)
        };
        self.sets.len() <= PLACES && self.sets.iter().all(|set| alike(set, 0..=LEAST) && alike(set, MOST..=255))
    }
}

impl Sieve {
    /// Most rows.
    pub const BITS: usize = 64;

    /// The sieve of those rows, each with what it asks of each place. They are numbered from `first_row` on.
    pub fn new<T>(rows: &[(T, Vec<ByteSet>)], first_row: u32) -> Self {
        debug_assert!(rows.len() <= Self::BITS, "a row has a bit of its own");
        let mut columns = Box::new([[0; PLACES]; COLUMNS]);
        let mut long = 0;
        for place in 0..PLACES {
            let mut always = 0;
            for (bit, (_, sets)) in rows.iter().enumerate().map(|(bit, row)| (1_u64 << bit, row)) {
                let Some(set) = sets.get(place).filter(|set| **set != ByteSet::ALL) else {
                    always |= bit;
                    continue;
                };
                set.iter().for_each(|byte| columns[usize::from(byte.clamp(LEAST, MOST))][place] |= bit);
                columns[usize::from(EDGE)][place] |= if set.contains_edge() { bit } else { 0 };
                columns[usize::from(UNKNOWN)][place] |= bit;
                long |= if place >= SECOND { bit } else { 0 };
            }
            columns.iter_mut().for_each(|column| column[place] |= always);
        }
        Self { columns, long, first_row }
    }

    /// The rows that are left there: the number of the first, and a bit for each.
    ///
    /// Cost: a look-up for each place that is asked for.
    #[inline(never)]
    pub(super) fn sift(&self, around: &Around) -> LeftOver {
        let pick = |bits: u64, from: usize, to: usize| {
            let columns = (from..to).zip(&around.columns[from..to]);
            columns.fold(bits, |bits, (place, &column)| bits & self.columns[usize::from(column) % COLUMNS][place])
        };
        let mut bits = pick(u64::MAX, 0, FIRST);
        if bits != 0 {
            bits = pick(bits, FIRST, SECOND);
            if bits & self.long != 0 {
                bits = pick(bits, SECOND, PLACES);
            }
        }
        (self.first_row, bits)
    }
}

impl std::fmt::Debug for Sieve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sieve(rows from {})", self.first_row)
    }
}
