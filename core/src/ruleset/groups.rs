//! Patterns shared among automata, and the sieves that tell layouts and automata apart.
//!
//! A pattern of few fixed layouts needs no automaton: the sieve of its bucket knows its matches. Of the others, those of
//! nearly fixed shape - so many digits, a prefix and so many letters - share an automaton: together they have few states.
//! What optional parts have in common multiplies states, so that patterns with such parts keep an automaton each.

use regex_syntax::hir::Hir;

use crate::byte_set::ByteSet;
use crate::confirm::{Automaton, Group, Groups, Layout, Row, Shape};
use crate::finding::PatternId;
use crate::scan::{Buckets, ClassString, DEPTH};

/// States of an automaton that several patterns share: a table of some tens of kilobytes.
const SHARED_STATES: usize = 1500;

/// A pattern that is found by how it starts.
pub(super) struct Start {
    pub(super) id: PatternId,
    pub(super) hir: Hir,
    /// The pattern by itself.
    pub(super) automaton: Automaton,
    /// All of its matches, where they are of few shapes.
    pub(super) layouts: Option<Vec<Layout>>,
}

/// The sieves over the strings of each bucket, and the groups of the patterns in `starts` that have no layouts. `strings`
/// are their class strings, each with the index into `starts`.
pub(super) fn of(starts: Vec<Start>, shapes: &[Shape], strings: &[(usize, ClassString)], buckets: &Buckets) -> Groups {
    let mut layouts = vec![Vec::new(); buckets.len()];
    for (at, start) in starts.iter().enumerate() {
        for layout in start.layouts.iter().flatten() {
            let row = Row::Match(start.id, layout.len() as u16);
            layouts[home(at, layout, strings, buckets)].push((row, layout.clone()));
        }
    }
    let mut groups = Vec::new();
    let mut group_of = vec![None; starts.len()];
    for (members, automaton) in automata(starts, strings, buckets) {
        let shapes = || members.iter().map(|&(_, id): &(usize, PatternId)| &shapes[id.index()]);
        let min_len = shapes().map(|shape| shape.min_len).min().unwrap_or(0);
        let max_len = shapes().map(|shape| shape.max_len).max().unwrap_or(0);
        members.iter().for_each(|&(at, _)| group_of[at] = Some(groups.len()));
        groups.push(Group { automaton, min_len, max_len });
    }
    let reaches: Vec<[ByteSet; REACH]> = groups.iter().map(|group| group.automaton.reach(group.min_len)).collect();
    let mut first_bytes = vec![Vec::new(); buckets.len()];
    for ((at, string), &bucket) in strings.iter().zip(&buckets.homes) {
        let Some(group) = group_of[*at] else { continue };
        // Beyond the string, what any pattern of the group may have there.
        let reach = reaches[group].iter().skip(DEPTH);
        let sets = [string.before].iter().chain(&string.at).chain(reach).copied().collect();
        first_bytes[bucket].push((Row::Group(group as u16), sets));
    }
    Groups { layouts, starts: first_bytes, groups, opened: Vec::new() }
}

/// First bytes of a group's patterns that are looked at before its automaton.
const REACH: usize = 16;

/// The bucket that lets a layout through: that of a string of its pattern which accepts all that it does.
fn home(at: usize, layout: &Layout, strings: &[(usize, ClassString)], buckets: &Buckets) -> usize {
    let [before, bytes @ ..] = layout.sets.as_slice() else { return 0 };
    let seen = ClassString {
        before: *before,
        at: std::array::from_fn(|place| bytes.get(place).copied().unwrap_or(ByteSet::ALL)),
    };
    let covers = |(of, string): &(usize, ClassString)| *of == at && string.union(&seen) == *string;
    let found = strings.iter().position(covers);
    debug_assert!(found.is_some(), "a layout starts as one of its pattern's strings");
    found.map_or(0, |string| buckets.homes[string])
}

/// Automata with the patterns of each: index into `starts` and id.
type Shared = Vec<(Vec<(usize, PatternId)>, Automaton)>;

/// Automata over all patterns that have no layouts: those of nearly fixed shape share one with others of their bucket.
fn automata(starts: Vec<Start>, strings: &[(usize, ClassString)], buckets: &Buckets) -> Shared {
    let mut first_home = vec![0; starts.len()];
    for ((at, _), &home) in strings.iter().zip(&buckets.homes).rev() {
        first_home[*at] = home;
    }
    let mut all = Vec::new();
    let mut fixed: Vec<Vec<(usize, Start)>> = (0..buckets.len()).map(|_| Vec::new()).collect();
    for (at, start) in starts.into_iter().enumerate().filter(|(_, start)| start.layouts.is_none()) {
        if has_fixed_shape(&start.hir) {
            fixed[first_home[at]].push((at, start));
        } else {
            all.push((vec![(at, start.id)], start.automaton));
        }
    }
    fixed.into_iter().for_each(|members| together(members, &mut all));
    all
}

/// Few lengths, and few ways to get there.
fn has_fixed_shape(hir: &Hir) -> bool {
    let (least, most) = (hir.properties().minimum_len(), hir.properties().maximum_len());
    matches!((least, most), (Some(least), Some(most)) if most <= 32 && most - least <= 2)
}

/// Adds automata over those patterns: one, or where that has too many states, one of each half.
fn together(mut members: Vec<(usize, Start)>, all: &mut Shared) {
    if members.len() > 1 {
        let patterns: Vec<(PatternId, &Hir)> = members.iter().map(|(_, start)| (start.id, &start.hir)).collect();
        if let Ok(automaton) = Automaton::new(&patterns, false, SHARED_STATES) {
            all.push((members.iter().map(|(at, start)| (*at, start.id)).collect(), automaton));
            return;
        }
        let second = members.split_off(members.len() / 2);
        together(members, all);
        return together(second, all);
    }
    all.extend(members.into_iter().map(|(at, start)| (vec![(at, start.id)], start.automaton)));
}
