//! Which patterns of a bucket may match at a place: a bit a class string, a look-up a place.

use super::Haystack;
use crate::byte_set::ByteSet;

/// The class strings of one bucket, told apart.
#[derive(Clone)]
pub struct Sieve {
    /// For each place, the byte before first, the strings that accept what is in the column there.
    places: Box<[[u64; COLUMNS]; PLACES]>,
    /// For each bit the index of its group.
    groups: Vec<u16>,
}

/// The byte before, and the first bytes.
pub const PLACES: usize = 17;

/// ASCII, of which the last shares its column with all that is not; the edge of the text; and what may yet come.
const COLUMNS: usize = 130;
const LAST: u8 = 127;
const EDGE: u8 = 128;
const OPEN: u8 = 129;

/// Places that are looked at by all sieves; the rest only where something is left.
const FIRST: usize = 9;

/// The columns of the byte before a place and of those that follow, ready for any number of sieves.
pub(super) struct Around([u8; PLACES]);

impl Around {
    #[inline]
    pub(super) fn new(hay: Haystack<'_>, at: usize) -> Self {
        let Haystack { text, closed } = hay;
        let Some(bytes) = at.checked_sub(1).and_then(|before| text[before..].first_chunk()) else {
            return Self::at_an_edge(text, at, closed);
        };
        let mut columns: [u8; PLACES] = *bytes;
        columns.iter_mut().for_each(|byte| *byte = (*byte).min(LAST));
        Self(columns)
    }

    /// Where the text starts, or ends soon.
    fn at_an_edge(text: &[u8], at: usize, closed: bool) -> Self {
        let mut columns = [if closed { EDGE } else { OPEN }; PLACES];
        columns[0] = at.checked_sub(1).map_or(EDGE, |before| text[before].min(LAST));
        columns[1..].iter_mut().zip(&text[at..]).for_each(|(column, &byte)| *column = byte.min(LAST));
        Self(columns)
    }
}

impl Sieve {
    /// Most strings.
    pub const BITS: usize = 64;

    /// The sieve of those strings, the byte before first, each with the index of its group.
    pub fn new(strings: &[(u16, [ByteSet; PLACES])]) -> Self {
        debug_assert!(strings.len() <= Self::BITS, "a string has a bit of its own");
        let mut places = Box::new([[0; COLUMNS]; PLACES]);
        for (bit, (_, sets)) in strings.iter().enumerate() {
            let bit = 1_u64 << bit;
            for (row, set) in places.iter_mut().zip(sets) {
                set.iter().for_each(|byte| row[usize::from(byte.min(LAST))] |= bit);
                row[usize::from(EDGE)] |= if set.contains_edge() { bit } else { 0 };
                row[usize::from(OPEN)] |= bit;
            }
        }
        Self { places, groups: strings.iter().map(|(group, _)| *group).collect() }
    }

    /// Calls `each` with every group that may match there, with some more than once.
    ///
    /// Cost: a look-up for each of the first bytes.
    #[inline]
    pub(super) fn groups(&self, around: &Around, mut each: impl FnMut(u16)) {
        let fits = |bits, (row, &column): (&[u64; COLUMNS], &u8)| bits & row[usize::from(column)];
        let (first, rest) = around.0.split_at(FIRST);
        let mut bits = self.places.iter().zip(first).fold(u64::MAX, fits);
        if bits == 0 {
            return;
        }
        bits = self.places[FIRST..].iter().zip(rest).fold(bits, fits);
        while bits != 0 {
            each(self.groups[bits.trailing_zeros() as usize]);
            bits &= bits - 1;
        }
    }
}

impl std::fmt::Debug for Sieve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sieve({} strings)", self.groups.len())
    }
}
