//! How often class strings fit, measured on a sample of messages.

use std::collections::HashMap;

use super::class::{ClassString, DEPTH};
use crate::byte_set::ByteSet;

/// Made-up events, logs, chat lines and tables, mixed: no data of anybody's.
static TEXT: &[u8] = include_bytes!("sample.txt");

/// Marks of the places of the sample, one bit each.
type Marks = Box<[u64]>;

/// A class string as marks: for each of its places, where in the sample that place's byte would stand.
#[derive(Clone)]
pub(super) struct Fit {
    /// The byte before, then the bytes of the string; each shifted so that a bit stands for the start of the string.
    places: Vec<Marks>,
}

/// Makes fits, and keeps the marks of each set: strings share few sets.
#[derive(Default)]
pub(super) struct Sample {
    sets: HashMap<ByteSet, Marks>,
}

impl Sample {
    /// The fit of a string.
    pub(super) fn fit(&mut self, string: &ClassString) -> Fit {
        let mut places = vec![shifted(self.marks(&string.before), -1)];
        for (k, set) in string.at.iter().enumerate() {
            places.push(shifted(self.marks(set), k as isize));
        }
        Fit { places }
    }

    fn marks(&mut self, set: &ByteSet) -> &Marks {
        self.sets.entry(*set).or_insert_with(|| {
            let mut marks = vec![0; TEXT.len().div_ceil(64)].into_boxed_slice();
            for (at, &byte) in TEXT.iter().enumerate() {
                marks[at / 64] |= u64::from(set.contains(byte)) << (at % 64);
            }
            marks
        })
    }
}

/// The mark of `at + by` put at `at`.
fn shifted(marks: &Marks, by: isize) -> Marks {
    let word = |at: usize| marks.get(at).copied().unwrap_or(0);
    (0..marks.len())
        .map(|at| match by {
            -1 => word(at) << 1 | at.checked_sub(1).map_or(0, |before| word(before) >> 63),
            0 => word(at),
            by => word(at) >> by | word(at + 1) << (64 - by),
        })
        .collect()
}

impl Fit {
    /// Fits nowhere.
    pub(super) fn nowhere() -> Self {
        Self { places: vec![vec![0; TEXT.len().div_ceil(64)].into_boxed_slice(); DEPTH + 1] }
    }

    /// Places of the sample that the union of both fits. `marks` is a buffer.
    pub(super) fn count_with(&self, other: &Self, marks: &mut Vec<u64>) -> u32 {
        marks.clear();
        marks.resize(self.places[0].len(), u64::MAX);
        for (a, b) in self.places.iter().zip(&other.places) {
            for ((mark, a), b) in marks.iter_mut().zip(a).zip(b) {
                *mark &= a | b;
            }
        }
        marks.iter().map(|mark| mark.count_ones()).sum()
    }

    /// Adds what the other fits.
    pub(super) fn add(&mut self, other: &Self) {
        for (place, more) in self.places.iter_mut().zip(&other.places) {
            place.iter_mut().zip(more).for_each(|(word, more)| *word |= more);
        }
    }
}
