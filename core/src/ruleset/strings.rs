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
    let mut kept: Vec<(ClassString, f64)> = Vec::new();
    for string in strings.drain(..) {
        if kept.iter().any(|(there, _)| *there == string) {
            continue;
        }
        let frequency = string.frequency();
        kept.push((string, frequency));
        if kept.len() > most {
            let mut best = (f64::INFINITY, 0, 1);
            for i in 0..kept.len() {
                for j in i + 1..kept.len() {
                    let cost = kept[i].0.union(&kept[j].0).frequency() - kept[i].1 - kept[j].1;
                    if cost < best.0 {
                        best = (cost, i, j);
                    }
                }
            }
            let (_, i, j) = best;
            let (other, _) = kept.swap_remove(j);
            let union = kept[i].0.union(&other);
            kept[i] = (union.clone(), union.frequency());
        }
    }
    strings.extend(kept.into_iter().map(|(string, _)| string));
}
