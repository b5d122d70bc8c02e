//! Shift-and over class strings: a bit a bucket, a byte a place of the string, two words of eight buckets.

use super::bucket::Buckets;
use super::class::ClassString;
use super::{Scanner, Window};
use crate::byte_set::ByteSet;
use crate::finding::Candidate;

/// For one byte: in which places of which buckets it may stand, and which buckets may start after it.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    places: [u64; 2],
    before: [u64; 2],
}

#[derive(Clone, Debug)]
pub(super) struct Tables {
    rows: Box<[Row; 256]>,
    edge: Row,
    /// For each bit the buckets of matches that it stands for: more than one where there are more buckets than bits.
    starts: [u32; BUCKETS],
    /// The bits of inner literals.
    inners: u16,
}

/// Buckets in two words.
pub(super) const BUCKETS: usize = 16;

/// Places of the strings that are looked at: as many as a word has bytes.
const PLACES: usize = 8;

/// The byte of a word that holds the last place of the strings.
const LAST: u32 = 8 * (PLACES as u32 - 1);

impl Tables {
    pub(super) fn new(buckets: &Buckets) -> Self {
        // Where there are more buckets than bits, buckets of matches share; those of inner literals have bits of their own.
        let inners = buckets.unions.len() - buckets.first_inner;
        let shared = (BUCKETS - inners).min(buckets.first_inner);
        let place = |bucket: usize| {
            let bit =
                if bucket < buckets.first_inner { bucket % shared } else { shared + bucket - buckets.first_inner };
            (bit / 8, bit % 8)
        };
        let row = |has: &dyn Fn(&ByteSet) -> bool| {
            let mut row = Row::default();
            for (bucket, string) in buckets.unions.iter().enumerate() {
                let (word, bit) = place(bucket);
                let ClassString { before, at } = string;
                row.before[word] |= u64::from(has(before)) << bit;
                for (k, set) in at[..PLACES].iter().enumerate() {
                    row.places[word] |= u64::from(has(set)) << (k * 8 + bit);
                }
            }
            row
        };
        Self {
            rows: Box::new(std::array::from_fn(|byte| row(&|set: &ByteSet| set.contains(byte as u8)))),
            edge: row(&ByteSet::contains_edge),
            starts: std::array::from_fn(|bit| {
                let same = (bit..buckets.first_inner).step_by(shared.max(1)).filter(|_| bit < shared);
                same.fold(0, |all, bucket| all | 1 << bucket)
            }),
            inners: !((1_u32 << shared) - 1) as u16,
        }
    }

    pub(super) fn scan(&self, text: &[u8], window: Window, out: &mut Vec<Candidate>) -> usize {
        let full = out.len() + Scanner::BATCH;
        let before = window.from.checked_sub(1).map_or(self.edge.before, |at| self.rows[usize::from(text[at])].before);
        let mut places = [0_u64; 2];
        let mut starts = before;
        // The bytes of a string that starts at the last place of the window.
        let end = text.len().min(window.to + PLACES - 1);
        for (i, &byte) in text[..end].iter().enumerate().skip(window.from) {
            let row = &self.rows[usize::from(byte)];
            places = [(places[0] << 8 | starts[0]) & row.places[0], (places[1] << 8 | starts[1]) & row.places[1]];
            starts = row.before;
            let hit = (places[0] | places[1]) >> LAST;
            if hit != 0 {
                // The last place is reached eight bytes after the first at the earliest.
                let at = i + 1 - PLACES;
                self.push(out, at, places);
                if out.len() == full {
                    return at + 1;
                }
            }
        }
        if end == window.to + PLACES - 1 {
            return window.to;
        }
        // The last bytes start matches shorter than a string: what follows them is the edge, or may be anything.
        let beyond = if window.closed { self.edge.places } else { [u64::MAX; 2] };
        for i in text.len()..window.to + PLACES - 1 {
            places = [(places[0] << 8) & beyond[0], (places[1] << 8) & beyond[1]];
            if (places[0] | places[1]) >> LAST != 0 && i + 1 >= window.from + PLACES {
                self.push(out, i + 1 - PLACES, places);
            }
        }
        window.to
    }

    #[inline]
    fn push(&self, out: &mut Vec<Candidate>, at: usize, places: [u64; 2]) {
        let hit = (places[0] >> LAST) as u16 | ((places[1] >> LAST) as u16) << 8;
        let (mut buckets, mut bits) = (0, hit & !self.inners);
        while bits != 0 {
            buckets |= self.starts[bits.trailing_zeros() as usize];
            bits &= bits - 1;
        }
        out.push(Candidate { at, buckets, inner: hit & self.inners != 0 });
    }
}
