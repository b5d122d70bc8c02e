//! The rows of all buckets: what may start at a candidate, told by skeletons and by sieves.

use std::ops::Range;

use super::Haystack;
use super::sieve::{Around, Layout, Row, Sieve};
use super::skeleton::{Skeletons, Sorted};
use crate::byte_set::ByteSet;
use crate::finding::Candidate;

/// The rows of all buckets.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    /// Layouts that are told by their skeletons.
    skeletons: Skeletons,
    /// The others, and the starts of groups.
    sieves: Vec<Sieve>,
    buckets: Vec<Bucket>,
    /// The buckets with layouts that have skeletons, and those with sieves, a bit each.
    told: u32,
    sieved: u32,
    /// What a bit stands for that a skeleton or a sieve left.
    rows: Vec<Row>,
    /// The layouts of `skeletons` one by one, for the end of an open text, and the index of the first one's row.
    layouts: (u32, Vec<Layout>),
}

/// What a bucket may hold.
#[derive(Clone, Debug)]
struct Bucket {
    /// Lengths of its layouts that have skeletons: bit 0 stands for one byte.
    lengths: u32,
    /// Its sieves, and the longest match that starts as one of their rows.
    sieves: Range<usize>,
    longest: usize,
}

/// What is left of rows: the index of the first, and a bit for each.
pub(super) type LeftOver = (u32, u64);

/// The rows that are left at a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    pub(super) at: usize,
    pub(super) first_row: u32,
    pub(super) bits: u64,
}

impl Rows {
    /// The rows of those layouts and starts of groups, which are given bucket by bucket; `longest` tells the longest match
    /// of a group.
    pub(super) fn new(
        layouts: Vec<Vec<(Row, Layout)>>,
        starts: Vec<Vec<(Row, Vec<ByteSet>)>>,
        longest: impl Fn(u16) -> usize,
    ) -> Self {
        let mut buckets = Vec::new();
        let (mut sieves, mut rows, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for (layouts, mut starts) in layouts.into_iter().zip(starts) {
            let (told, others): (Vec<_>, Vec<_>) = layouts.into_iter().partition(|(_, layout)| Skeletons::has(layout));
            let lengths = told.iter().fold(0, |lengths, (_, layout)| lengths | 1 << (layout.len() - 1));
            all.extend(told);
            starts.extend(others.into_iter().map(|(row, layout)| (row, layout.sets)));
            let first = sieves.len();
            for starts in starts.chunks(Sieve::BITS) {
                sieves.push(Sieve::new(starts, rows.len() as u32));
                rows.extend(starts.iter().map(|(row, _)| *row));
            }
            let len = |row: &Row| match *row {
                Row::Match(_, len) => usize::from(len),
                Row::Group(group) => longest(group),
            };
            let longest = starts.iter().map(|(row, _)| len(row)).max().unwrap_or(0);
            buckets.push(Bucket { lengths, sieves: first..sieves.len(), longest });
        }
        let bits = |is: &dyn Fn(&Bucket) -> bool| {
            buckets.iter().enumerate().fold(0, |bits, (at, bucket)| bits | u32::from(is(bucket)) << at)
        };
        let told = bits(&|bucket| bucket.lengths != 0);
        let sieved = bits(&|bucket| !bucket.sieves.is_empty());
        let Sorted { skeletons, rows: in_frames } = Skeletons::sort(&all, rows.len() as u32);
        rows.extend(in_frames);
        let in_part = rows.len() as u32;
        rows.extend(all.iter().map(|(row, _)| *row));
        let layouts = (in_part, all.into_iter().map(|(_, layout)| layout).collect());
        Self { skeletons, sieves, buckets, told, sieved, rows, layouts }
    }

    /// The row of that index.
    pub(super) fn row(&self, index: u32) -> Row {
        self.rows[index as usize]
    }

    /// Fills `left` with what is left of candidates. Of no interest are matches that end before `reach`.
    #[inline]
    pub(super) fn sift(&self, hay: Haystack<'_>, candidates: &[Candidate], reach: usize, left: &mut Vec<Left>) {
        left.clear();
        left.reserve(64);
        // Near the end of an open text a layout may be there in part.
        let known = if hay.closed { usize::MAX } else { hay.text.len().saturating_sub(Skeletons::READ) };
        for &Candidate { at, buckets, .. } in candidates {
            let lengths =
                each_bit(buckets & self.told).fold(0, |lengths, bucket| lengths | self.buckets[bucket].lengths);
            let least = reach.saturating_sub(at + 1) as u32;
            let lengths = lengths & u32::MAX.checked_shl(least).unwrap_or(0);
            if lengths != 0 && at < known {
                self.skeletons.sift(hay, at, lengths, |(first_row, bits)| left.push(Left { at, first_row, bits }));
            } else if lengths != 0 {
                self.sift_in_part(hay, at, left);
            }
            if buckets & self.sieved != 0 {
                self.sift_by_sieves(hay, at, buckets & self.sieved, reach, left);
            }
        }
    }

    /// The same by the sieves of some buckets.
    fn sift_by_sieves(&self, hay: Haystack<'_>, at: usize, buckets: u32, reach: usize, left: &mut Vec<Left>) {
        let around = Around::new(hay, at);
        let buckets = each_bit(buckets).map(|bucket| &self.buckets[bucket]);
        for bucket in buckets.filter(|bucket| at + bucket.longest >= reach) {
            for sieve in &self.sieves[bucket.sieves.clone()] {
                let (first_row, bits) = sieve.sift(&around);
                if bits != 0 {
                    left.push(Left { at, first_row, bits });
                }
            }
        }
    }

    /// The same for layouts of which the end of an open text may hold a part only.
    #[cold]
    fn sift_in_part(&self, hay: Haystack<'_>, at: usize, left: &mut Vec<Left>) {
        let (first_row, layouts) = &self.layouts;
        for (row, layout) in (*first_row..).zip(layouts) {
            if layout.may_fit(hay, at) {
                left.push(Left { at, first_row: row, bits: 1 });
            }
        }
    }
}

/// The places of the bits that are set, lowest first.
#[inline(always)]
fn each_bit(bits: u32) -> impl Iterator<Item = usize> {
    let next = |bits: &u32| (bits & (bits - 1) != 0).then_some(bits & (bits - 1));
    std::iter::successors((bits != 0).then_some(bits), next).map(|bits| bits.trailing_zeros() as usize)
}
