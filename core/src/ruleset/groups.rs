//! Patterns shared among automata, and the sieves that tell those apart.
//!
//! Patterns of one bucket start alike. Those of fixed shape - so many digits, a prefix and so many letters - share an
//! automaton: together they have few states. What optional parts have in common multiplies states, so that patterns with
//! such parts keep an automaton each.

use regex_syntax::hir::Hir;

use crate::byte_set::ByteSet;
use crate::confirm::{Automaton, Group, Groups, PLACES, Shape, Sieve};
use crate::error::{BuildError, Problem};
use crate::finding::PatternId;
use crate::limits::MAX_PATTERN_STATES;
use crate::scan::{Buckets, ClassString};

/// States of an automaton that several patterns share: a table of some tens of kilobytes.
const SHARED_STATES: usize = 1500;

/// The sieves over the strings of each bucket, and the groups of the patterns in `starts`. `strings` are their class
/// strings, each with the index into `starts`.
pub(super) fn of(
    starts: &[(PatternId, Hir)],
    shapes: &[Shape],
    strings: &[(usize, ClassString)],
    buckets: &Buckets,
) -> Result<Groups, BuildError> {
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of: Vec<Option<u16>> = vec![None; starts.len()];
    let mut add = |members: &[usize], automaton: Automaton, group_of: &mut Vec<Option<u16>>| {
        let shapes = || members.iter().map(|&at| &shapes[starts[at].0.index()]);
        let min_len = shapes().map(|shape| shape.min_len).min().unwrap_or(0);
        let max_len = shapes().map(|shape| shape.max_len).max().unwrap_or(0);
        members.iter().for_each(|&at| group_of[at] = Some(groups.len() as u16));
        groups.push(Group { automaton, min_len, max_len });
    };
    for bucket in 0..buckets.len() {
        let homes = strings.iter().zip(&buckets.homes).filter(|(_, home)| **home == bucket);
        let mut members: Vec<usize> = homes.map(|((at, _), _)| *at).filter(|&at| group_of[at].is_none()).collect();
        members.dedup();
        let fixed = |at: &usize| has_fixed_shape(&starts[*at].1);
        let (fixed, free): (Vec<usize>, Vec<usize>) = members.into_iter().partition(fixed);
        for (members, automaton) in together(starts, fixed)? {
            add(&members, automaton, &mut group_of);
        }
        for at in free {
            add(&[at], automaton(starts, &[at], MAX_PATTERN_STATES).ok_or_else(too_large)?, &mut group_of);
        }
    }
    let reaches: Vec<_> = groups.iter().map(|group| group.automaton.reach(group.min_len)).collect();
    let sieves = (0..buckets.len()).map(|bucket| sieves_of(bucket, strings, buckets, &group_of, &reaches)).collect();
    Ok(Groups { sieves, groups })
}

/// Few lengths, and few ways to get there.
fn has_fixed_shape(hir: &Hir) -> bool {
    let (least, most) = (hir.properties().minimum_len(), hir.properties().maximum_len());
    matches!((least, most), (Some(least), Some(most)) if most <= 32 && most - least <= 2)
}

/// Automata over those patterns: one, or where that has too many states, one of each half.
fn together(starts: &[(PatternId, Hir)], members: Vec<usize>) -> Result<Vec<(Vec<usize>, Automaton)>, BuildError> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    if let Some(automaton) = automaton(starts, &members, SHARED_STATES) {
        return Ok(vec![(members, automaton)]);
    }
    if members.len() == 1 {
        let automaton = automaton(starts, &members, MAX_PATTERN_STATES).ok_or_else(too_large)?;
        return Ok(vec![(members, automaton)]);
    }
    let (first, second) = members.split_at(members.len() / 2);
    let mut all = together(starts, first.to_vec())?;
    all.extend(together(starts, second.to_vec())?);
    Ok(all)
}

fn automaton(starts: &[(PatternId, Hir)], members: &[usize], most: usize) -> Option<Automaton> {
    let patterns: Vec<(PatternId, &Hir)> = members.iter().map(|&at| (starts[at].0, &starts[at].1)).collect();
    Automaton::new(&patterns, false, most).ok()
}

fn too_large() -> BuildError {
    let message = format!("a pattern needs more than {MAX_PATTERN_STATES} states: bound its repeats");
    BuildError::new(vec![Problem { file: "rules".to_owned(), line: 0, message }])
}

/// The sieves of one bucket.
fn sieves_of(
    bucket: usize,
    strings: &[(usize, ClassString)],
    buckets: &Buckets,
    group_of: &[Option<u16>],
    reaches: &[[ByteSet; PLACES]],
) -> Box<[Sieve]> {
    let homes = strings.iter().zip(&buckets.homes).filter(|(_, home)| **home == bucket);
    let row = |(at, string): &(usize, ClassString)| -> Option<(u16, [ByteSet; PLACES])> {
        let group = group_of[*at]?;
        // Beyond the string, what any pattern of the group may have there.
        let reach = &reaches[usize::from(group)];
        let sets = std::array::from_fn(|place| match place.checked_sub(1) {
            None => string.before,
            Some(k) => string.at.get(k).copied().unwrap_or(reach[k]),
        });
        Some((group, sets))
    };
    let rows: Vec<_> = homes.filter_map(|(string, _)| row(string)).collect();
    rows.chunks(Sieve::BITS).map(Sieve::new).collect()
}
