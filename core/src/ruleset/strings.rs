//! Class strings of a pattern, read off its automaton.

use crate::byte_set::ByteSet;
use crate::confirm::{Automaton, Shape};
use crate::scan::{ClassString, DEPTH};

/// Most strings of one pattern; more are merged.
const MOST: usize = 24;

/// A few class strings that fit wherever a match starts.
pub(super) fn class_strings(automaton: &Automaton, shape: &Shape) -> Vec<ClassString> {
    let mut beside = shape.guard.before;
    beside.insert_edge();
    let mut beyond = shape.guard.after;
    beyond.insert_edge();
    let empty = ClassString { before: beside, at: [ByteSet::ALL; DEPTH] };
    let mut done: Vec<ClassString> = Vec::new();
    let mut open: Vec<(u32, ClassString)> = vec![(automaton.start(), empty)];
    for place in 0..DEPTH {
        let mut next: Vec<(u32, ClassString)> = Vec::new();
        for (state, string) in &open {
            if automaton.is_accept(*state) && place >= shape.min_len {
                let mut string = string.clone();
                string.at[place] = beyond;
                done.push(string);
            }
            for (to, bytes) in automaton.successors(*state) {
                let mut string = string.clone();
                string.at[place] = bytes.into_iter().collect();
                match next.iter_mut().find(|(state, _)| *state == to) {
                    Some((_, there)) => *there = there.union(&string),
                    None => next.push((to, string)),
                }
            }
        }
        open = thin_out(next);
    }
    done.extend(open.into_iter().map(|(_, string)| string));
    merge(&mut done, MOST);
    done
}

/// Keeps the number of open strings small: past a few, states share strings.
fn thin_out(open: Vec<(u32, ClassString)>) -> Vec<(u32, ClassString)> {
    if open.len() <= 4 * MOST {
        return open;
    }
    let mut strings: Vec<ClassString> = open.iter().map(|(_, string)| string.clone()).collect();
    merge(&mut strings, MOST);
    let covers = |string: &ClassString, part: &ClassString| string.union(part) == *string;
    open.into_iter()
        .map(|(state, part)| {
            let string = strings.iter().find(|string| covers(string, &part)).cloned();
            (state, string.unwrap_or(part))
        })
        .collect()
}

/// Merges strings until there are at most `most`: takes them one by one and, when there is one too many, merges the pair
/// that costs least.
fn merge(strings: &mut Vec<ClassString>, most: usize) {
    let mut kept = Pairs::default();
    for string in strings.drain(..) {
        if kept.strings.iter().any(|(there, _)| *there == string) {
            continue;
        }
        kept.add(string);
        if kept.strings.len() > most {
            kept.merge_cheapest();
        }
    }
    strings.extend(kept.strings.into_iter().map(|(string, _)| string));
}

/// Strings with their frequencies, and what each pair of them would cost as one.
#[derive(Default)]
struct Pairs {
    strings: Vec<(ClassString, f64)>,
    /// Symmetric: what is known of a pair is not worked out again when another one comes.
    costs: Vec<Vec<f64>>,
}

impl Pairs {
    fn add(&mut self, string: ClassString) {
        let frequency = string.frequency();
        self.strings.push((string, frequency));
        self.costs.iter_mut().for_each(|row| row.push(0.0));
        self.costs.push(vec![0.0; self.strings.len()]);
        self.weigh(self.strings.len() - 1);
    }

    /// Works out what one of them would cost with each of the others.
    fn weigh(&mut self, one: usize) {
        let (string, frequency) = &self.strings[one];
        for (other, (there, their)) in self.strings.iter().enumerate().filter(|&(other, _)| other != one) {
            let cost = there.union(string).frequency() - frequency - their;
            (self.costs[one][other], self.costs[other][one]) = (cost, cost);
        }
    }

    fn merge_cheapest(&mut self) {
        let mut best = (f64::INFINITY, 0, 1);
        for (i, row) in self.costs.iter().enumerate() {
            for (j, &cost) in row.iter().enumerate().skip(i + 1) {
                if cost < best.0 {
                    best = (cost, i, j);
                }
            }
        }
        let (_, i, j) = best;
        let (other, _) = self.strings.swap_remove(j);
        self.costs.swap_remove(j);
        self.costs.iter_mut().for_each(|row| _ = row.swap_remove(j));
        let union = self.strings[i].0.union(&other);
        let frequency = union.frequency();
        self.strings[i] = (union, frequency);
        self.weigh(i);
    }
}
