//! Bytes put together into few classes, for instruction sets whose tables are small.
//!
//! Which bytes share a class decides what the filter lets through by mistake. Bytes that all strings treat alike cost
//! nothing; after those, the two classes go together whose union is expected to add fewest candidates.

use std::collections::HashMap;

use super::class::{ClassString, frequency, frequency_of_byte};
use crate::byte_set::ByteSet;

/// A class for each byte. Class 0 is that of controls, of what is not ASCII, and of the edge.
#[derive(Clone, Debug)]
pub(super) struct Partition {
    pub(super) of: [u8; 128],
}

/// The first byte with a class of its own.
const FIRST: u8 = 0x20;
const LAST: u8 = 0x7e;

struct Class {
    bytes: Vec<u8>,
    frequency: f64,
    /// For each set whether it holds any of the bytes.
    holds: Vec<bool>,
}

impl Partition {
    /// At most `most` classes that tell those strings apart as well as may be.
    pub(super) fn new<'a>(strings: impl Iterator<Item = &'a ClassString>, most: usize) -> Self {
        let sets = weighted_sets(strings);
        let mut classes: Vec<Class> = Vec::new();
        for byte in FIRST..=LAST {
            let holds: Vec<bool> = sets.iter().map(|(set, _)| set.contains(byte)).collect();
            let frequency = frequency_of_byte(byte);
            match classes.iter_mut().find(|class| class.holds == holds) {
                Some(class) => {
                    class.bytes.push(byte);
                    class.frequency += frequency;
                }
                None => classes.push(Class { bytes: vec![byte], frequency, holds }),
            }
        }
        let weights: Vec<f64> = sets.iter().map(|&(_, weight)| weight).collect();
        merge(&mut classes, &weights, most - 1);
        let mut of = [0; 128];
        for (class, Class { bytes, .. }) in classes.iter().enumerate() {
            bytes.iter().for_each(|&byte| of[usize::from(byte)] = class as u8 + 1);
        }
        Self { of }
    }

    /// For each class whether the set holds any of it.
    pub(super) fn classes(&self, set: &ByteSet) -> [bool; 64] {
        let mut classes = [false; 64];
        classes[0] = set.contains_edge();
        set.iter().for_each(|byte| classes[self.class(byte)] = true);
        classes
    }

    /// The string as it is seen through the classes: wherever it holds one byte of a class, it holds all.
    pub(super) fn seen(&self, string: &ClassString) -> ClassString {
        ClassString {
            before: self.close(&string.before),
            at: std::array::from_fn(|place| self.close(&string.at[place])),
        }
    }

    fn close(&self, set: &ByteSet) -> ByteSet {
        let classes = self.classes(set);
        let mut closed: ByteSet = (0..=255).filter(|&byte| classes[self.class(byte)]).collect();
        if classes[0] {
            closed.insert_edge();
        }
        closed
    }

    fn class(&self, byte: u8) -> usize {
        self.of.get(usize::from(byte)).map_or(0, |&class| usize::from(class))
    }
}

/// The sets of all strings, each with what it counts for: the candidates that a place of frequency one would add.
fn weighted_sets<'a>(strings: impl Iterator<Item = &'a ClassString>) -> Vec<(ByteSet, f64)> {
    let mut weights: HashMap<ByteSet, f64> = HashMap::new();
    for string in strings {
        let all = string.frequency();
        for set in string.at.iter().chain([&string.before]) {
            if *set != ByteSet::ALL {
                *weights.entry(*set).or_default() += all / frequency(set).max(1e-9);
            }
        }
    }
    let mut sets: Vec<(ByteSet, f64)> = weights.into_iter().collect();
    // A hash map has no order; rules compile to the same tables every time.
    sets.sort_by(|a, b| a.0.iter().cmp(b.0.iter()).then(a.0.contains_edge().cmp(&b.0.contains_edge())));
    sets
}

/// Merges the pair of least cost until at most `most` classes are left.
fn merge(classes: &mut Vec<Class>, weights: &[f64], most: usize) {
    let cost = |a: &Class, b: &Class| {
        let pairs = a.holds.iter().zip(&b.holds).zip(weights);
        pairs.fold(0.0, |cost, ((a_holds, b_holds), weight)| match (a_holds, b_holds) {
            (true, false) => cost + b.frequency * weight,
            (false, true) => cost + a.frequency * weight,
            _ => cost,
        })
    };
    let mut costs: Vec<Vec<f64>> =
        classes.iter().enumerate().map(|(i, a)| classes[..i].iter().map(|b| cost(a, b)).collect()).collect();
    while classes.len() > most {
        let mut best = (f64::INFINITY, 1, 0);
        for (i, row) in costs.iter().enumerate() {
            for (j, &cost) in row.iter().enumerate() {
                if cost < best.0 {
                    best = (cost, i, j);
                }
            }
        }
        let (_, i, j) = best;
        // The last class takes the place of the one that goes.
        let gone = classes.swap_remove(i);
        let last = costs.len() - 1;
        costs.swap_remove(i);
        if i < last {
            costs[i] = classes[..i].iter().map(|other| cost(&classes[i], other)).collect();
            for k in i + 1..costs.len() {
                costs[k][i] = cost(&classes[k], &classes[i]);
            }
        }
        let kept = &mut classes[j];
        kept.bytes.extend(gone.bytes);
        kept.frequency += gone.frequency;
        kept.holds.iter_mut().zip(gone.holds).for_each(|(kept, gone)| *kept |= gone);
        for k in (0..classes.len()).filter(|&k| k != j) {
            costs[k.max(j)][k.min(j)] = cost(&classes[k], &classes[j]);
        }
    }
}
