//! Which patterns of a bucket may match at a place: a bit a class string, a look-up a place.

use super::Haystack;
use crate::byte_set::ByteSet;

/// The class strings of one bucket, told apart.
#[derive(Clone)]
pub struct Sieve {
    /// For each place, the byte before first, the strings that accept a byte there. What is not ASCII has one column.
    places: Box<[[u64; COLUMNS]; PLACES]>,
    /// The same for the edge of the text.
    edge: [u64; PLACES],
    /// For each bit the index of its group.
    groups: Vec<u16>,
}

/// The byte before, and the first bytes.
pub const PLACES: usize = 17;

/// ASCII, of which the last shares its column with all that is not.
const COLUMNS: usize = 128;

/// Places that are looked at by all sieves; the rest only where something is left.
const FIRST: usize = 9;

/// What stands around a place, ready for any number of sieves.
pub(super) struct Around<'a> {
    hay: Haystack<'a>,
    at: usize,
    /// The columns of the byte before and of those that follow, where they are all there.
    columns: Option<[u8; PLACES]>,
}

impl<'a> Around<'a> {
    #[inline]
    pub(super) fn new(hay: Haystack<'a>, at: usize) -> Self {
        let all = at.checked_sub(1).and_then(|before| hay.text[before..].first_chunk::<PLACES>());
        let columns = all.map(|bytes| {
            let mut columns = *bytes;
            columns.iter_mut().for_each(|byte| *byte = (*byte).min(COLUMNS as u8 - 1));
            columns
        });
        Self { hay, at, columns }
    }
}

impl Sieve {
    /// Most strings.
    pub const BITS: usize = 64;

    /// The sieve of those strings, the byte before first, each with the index of its group.
    pub fn new(strings: &[(u16, [ByteSet; PLACES])]) -> Self {
        debug_assert!(strings.len() <= Self::BITS, "a string has a bit of its own");
        let mut places = Box::new([[0; COLUMNS]; PLACES]);
        let mut edge = [0; PLACES];
        for (bit, (_, sets)) in strings.iter().enumerate() {
            for (place, set) in sets.iter().enumerate() {
                set.iter().for_each(|byte| places[place][usize::from(byte).min(COLUMNS - 1)] |= 1_u64 << bit);
                edge[place] |= u64::from(set.contains_edge()) << bit;
            }
        }
        Self { places, edge, groups: strings.iter().map(|(group, _)| *group).collect() }
    }

    /// Calls `each` with every group that may match there, with some more than once.
    ///
    /// Cost: a look-up for each of the first bytes.
    #[inline]
    pub(super) fn groups(&self, around: &Around<'_>, mut each: impl FnMut(u16)) {
        let column = |byte: u8| usize::from(byte) % COLUMNS;
        let mut bits = match &around.columns {
            Some(columns) => {
                let (first, rest) = columns.split_at(FIRST);
                let start = self.places.iter().zip(first).fold(u64::MAX, |bits, (row, &byte)| bits & row[column(byte)]);
                if start == 0 {
                    return;
                }
                self.places[FIRST..].iter().zip(rest).fold(start, |bits, (row, &byte)| bits & row[column(byte)])
            }
            None => self.at_an_edge(around),
        };
        while bits != 0 {
            each(self.groups[bits.trailing_zeros() as usize]);
            bits &= bits - 1;
        }
    }

    /// Where the text starts, or ends soon.
    #[cold]
    fn at_an_edge(&self, around: &Around<'_>) -> u64 {
        let Haystack { text, closed } = around.hay;
        let row = |place: usize, byte: u8| self.places[place][usize::from(byte).min(COLUMNS - 1)];
        let before = around.at.checked_sub(1).map_or(self.edge[0], |before| row(0, text[before]));
        (1..PLACES).fold(before, |bits, place| match text.get(around.at + place - 1) {
            Some(&byte) => bits & row(place, byte),
            None if closed => bits & self.edge[place],
            None => bits,
        })
    }
}

impl std::fmt::Debug for Sieve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sieve({} strings)", self.groups.len())
    }
}
