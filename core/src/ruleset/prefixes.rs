//! The words that a pattern starts with, read off its automaton.

use std::collections::HashMap;

use crate::confirm::{Automaton, Shape};
use crate::scan::{PREFIX, fold};

/// Most prefixes of one pattern; one with more is left to class strings.
const MOST: usize = 1500;

/// Longest prefix: what follows is told by the automaton.
const LONGEST: usize = 16;

/// Ways to go on from which no further byte is looked at: digits, or any letter.
const WIDE: usize = 8;

/// The states that may follow a state, by folded byte.
type Steps = HashMap<u32, Vec<(u8, u32)>>;

/// The folded starts of every match; `None` for a pattern that may start in the middle of a word, with no word, or in too
/// many ways.
pub(super) fn prefixes(automaton: &Automaton, shape: &Shape) -> Option<Vec<Vec<u8>>> {
    // Letters open where no letter or digit comes before, other scripts anywhere.
    let within = (0..=255_u8).any(|byte| byte.is_ascii_alphanumeric() && shape.guard.before.contains(byte));
    let opens = |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphabetic() && !within;
    if !automaton.successors(automaton.start()).iter().all(|(_, bytes)| bytes.iter().all(opens)) {
        return None;
    }
    let mut steps = Steps::new();
    // Both in the order of prefixes, each of which is there once.
    let (mut done, mut open) = (Vec::new(), vec![(Vec::new(), vec![automaton.start()])]);
    for depth in 0..LONGEST {
        let mut next: Vec<(Vec<u8>, Vec<u32>)> = Vec::new();
        let mut closed = Vec::new();
        for (prefix, states) in &open {
            let mut ways: Vec<(u8, u32)> = Vec::new();
            for &state in states {
                ways.extend(steps.entry(state).or_insert_with(|| successors(automaton, state)).iter());
            }
            ways.sort_unstable();
            ways.dedup();
            let bytes = ways.chunk_by(|(a, _), (b, _)| a == b);
            let over = states.iter().any(|&state| automaton.is_accept(state));
            if depth < PREFIX && over {
                return None;
            }
            if depth >= PREFIX && (over || bytes.clone().count() > WIDE) {
                closed.push(prefix.clone());
                continue;
            }
            for ways in bytes {
                let prefix = prefix.iter().copied().chain([ways[0].0]).collect();
                next.push((prefix, ways.iter().map(|&(_, state)| state).collect()));
            }
            if next.len() + closed.len() + done.len() > MOST {
                break;
            }
        }
        if next.len() + closed.len() + done.len() > MOST {
            if depth < PREFIX {
                return None;
            }
            break;
        }
        done.append(&mut closed);
        open = next;
    }
    done.extend(open.into_iter().map(|(prefix, _)| prefix));
    Some(done)
}

fn successors(automaton: &Automaton, state: u32) -> Vec<(u8, u32)> {
    let ways = automaton.successors(state).into_iter();
    let mut ways: Vec<(u8, u32)> =
        ways.flat_map(|(to, bytes)| bytes.into_iter().map(move |byte| (fold(byte), to))).collect();
    ways.sort_unstable();
    ways.dedup();
    ways
}
