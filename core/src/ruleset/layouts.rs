//! Layouts of a pattern, read off its automaton: all of its matches, where they are of few fixed shapes.

use std::collections::HashMap;

use crate::byte_set::ByteSet;
use crate::confirm::{Automaton, Layout, PLACES, Shape};
use crate::scan::DEPTH;

/// Most layouts of one pattern; one with more is left to its automaton.
const MOST: usize = 64;

/// Most bytes of a layout: there is a place before and one after.
const LONGEST: usize = PLACES - 2;

/// The beginning of a layout.
struct Open {
    state: u32,
    /// The state that the scan stage last saw: its class strings are told apart by it.
    seen: u32,
    sets: Vec<ByteSet>,
}

/// Every match of the pattern as one of few layouts; `None` where there are too many, or longer ones, or where a sieve
/// could not tell them apart.
pub(super) fn layouts(automaton: &Automaton, shape: &Shape) -> Option<Vec<Layout>> {
    let mut before = shape.guard.before;
    before.insert_edge();
    let mut after = shape.guard.after;
    after.insert_edge();
    let mut done: Vec<Layout> = Vec::new();
    let mut open = vec![Open { state: automaton.start(), seen: automaton.start(), sets: vec![before] }];
    let mut successors: HashMap<u32, Vec<(u32, ByteSet)>> = HashMap::new();
    for len in 0.. {
        if len >= shape.min_len {
            for Open { sets, .. } in open.iter().filter(|open| automaton.is_accept(open.state)) {
                let layout = Layout { sets: sets.iter().copied().chain([after]).collect() };
                if done.len() == MOST || !layout.is_exact() {
                    return None;
                }
                done.push(layout);
            }
        }
        if len == shape.max_len || open.is_empty() {
            break;
        }
        let mut next: Vec<Open> = Vec::new();
        for Open { state, seen, sets } in &open {
            let ways = successors.entry(*state).or_insert_with(|| {
                let ways = automaton.successors(*state).into_iter();
                ways.map(|(to, bytes)| (to, bytes.into_iter().collect())).collect()
            });
            for &(to, set) in ways.iter() {
                let seen = if len < DEPTH { to } else { *seen };
                let sets = sets.iter().copied().chain([set]).collect();
                add(&mut next, Open { state: to, seen, sets });
            }
        }
        if next.len() > MOST || len == LONGEST && !next.is_empty() {
            return None;
        }
        open = next;
    }
    Some(done)
}

/// Adds a beginning, or widens one that differs in a single place: together the two accept no more than each by itself.
fn add(all: &mut Vec<Open>, new: Open) {
    for open in all.iter_mut().filter(|open| open.state == new.state && open.seen == new.seen) {
        let mut differing = (0..new.sets.len()).filter(|&place| open.sets[place] != new.sets[place]);
        let (first, second) = (differing.next(), differing.next());
        if second.is_none() {
            if let Some(place) = first {
                open.sets[place] = open.sets[place].union(&new.sets[place]);
            }
            return;
        }
    }
    all.push(new);
}
