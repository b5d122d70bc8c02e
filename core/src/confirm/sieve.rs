//! Which patterns of a bucket may match at a place: a bit a class string, a look-up a place.

use super::Haystack;
use crate::byte_set::ByteSet;

/// The class strings of one bucket, told apart.
#[derive(Clone)]
pub struct Sieve {
    /// Bytes that all strings treat alike share a row.
    rows_of: Box<[u8; 256]>,
    /// For each place, the byte before first, the strings that accept a byte of the row there.
    rows: Vec<[u64; PLACES]>,
    /// The same for the edge of the text.
    edge: [u64; PLACES],
    /// For each bit the index of its automaton.
    automata: Vec<u16>,
}

/// The byte before, and the first bytes.
pub const PLACES: usize = 17;

/// Places that are looked up at once; the rest only where something is left.
const FIRST: usize = 9;

impl Sieve {
    /// Most strings.
    pub const BITS: usize = 64;

    /// The sieve of those strings, the byte before first, each with the index of its automaton.
    pub fn new(strings: &[(u16, [ByteSet; PLACES])]) -> Self {
        debug_assert!(strings.len() <= Self::BITS, "a string has a bit of its own");
        let row = |has: &dyn Fn(&ByteSet) -> bool| -> [u64; PLACES] {
            std::array::from_fn(|place| {
                strings.iter().enumerate().fold(0, |row, (bit, (_, sets))| row | u64::from(has(&sets[place])) << bit)
            })
        };
        let mut rows: Vec<[u64; PLACES]> = Vec::new();
        let rows_of = std::array::from_fn(|byte| {
            let row = row(&|set| set.contains(byte as u8));
            let at = rows.iter().position(|there| *there == row);
            at.unwrap_or_else(|| {
                rows.push(row);
                rows.len() - 1
            }) as u8
        });
        Self {
            rows_of: Box::new(rows_of),
            rows,
            edge: row(&ByteSet::contains_edge),
            automata: strings.iter().map(|(automaton, _)| *automaton).collect(),
        }
    }

    /// Calls `each` with every automaton that may match at `at`, with some more than once.
    ///
    /// Cost: a look-up for each of the first bytes.
    #[inline]
    pub(super) fn automata(&self, hay: Haystack<'_>, at: usize, mut each: impl FnMut(u16)) {
        let row = |byte: u8| &self.rows[usize::from(self.rows_of[usize::from(byte)])];
        let mut bits = at.checked_sub(1).map_or(self.edge[0], |before| row(hay.text[before])[0]);
        if let Some(first) = hay.text[at..].first_chunk::<{ PLACES - 1 }>() {
            let (first, rest) = first.split_at(FIRST - 1);
            for (k, &byte) in first.iter().enumerate() {
                bits &= row(byte)[k + 1];
            }
            if bits == 0 {
                return;
            }
            for (k, &byte) in rest.iter().enumerate() {
                bits &= row(byte)[k + FIRST];
            }
        } else {
            for (k, place) in (1..PLACES).enumerate() {
                bits &= match hay.text.get(at + k) {
                    Some(&byte) => row(byte)[place],
                    None if hay.closed => self.edge[place],
                    None => u64::MAX,
                };
            }
        }
        while bits != 0 {
            each(self.automata[bits.trailing_zeros() as usize]);
            bits &= bits - 1;
        }
    }
}

impl std::fmt::Debug for Sieve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sieve({} strings)", self.automata.len())
    }
}
