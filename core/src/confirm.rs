//! Stage: does a pattern match here, and where does it end?
//!
//! At each candidate the sieve of its bucket tells which patterns of few fixed layouts match, and by the first bytes which
//! of the others may; those are shared among small automata, which walk and log every end of every pattern. Each pattern
//! is offered its ends from the longest to the shortest, until one is taken: a failed check digit never hides a shorter
//! number that is right. Patterns that no filter can serve go the general way ([`General`]).

mod automaton;
mod general;
mod guard;
mod inner;
mod rows;
mod sieve;
mod skeleton;

pub use automaton::Automaton;
pub use general::General;
pub use guard::Guard;
pub use inner::Inner;
use rows::{Left, Rows};
pub use sieve::{Layout, PLACES, Row};

use std::cmp::Reverse;
use std::sync::Arc;

use automaton::Walk;

use crate::byte_set::ByteSet;
use crate::finding::{Candidate, Opening, PatternId, RawMatch};
use crate::marks::{Marked, Marks};
use crate::span::Span;

/// What confirmation needs to know of a pattern besides the automaton.
#[derive(Clone, Debug)]
pub struct Shape {
    /// What may stand beside a match.
    pub guard: Guard,
    /// Shortest match that counts, in bytes.
    pub min_len: usize,
    /// Longest match, in bytes.
    pub max_len: usize,
    /// Reads what comes before the part that is the finding.
    pub lead: Option<Automaton>,
    /// Bytes of the match after the part that is the finding.
    pub trail: usize,
}

/// The compiled stage.
#[derive(Clone, Debug)]
pub struct Confirmer {
    /// What each bucket of the scan stage may hold: layouts, and which of `groups` may match.
    rows: Rows,
    /// Patterns of no fixed layout that are found by how they start, in groups whose tables stay small.
    groups: Vec<Group>,
    /// Patterns that start with a word.
    opened: Vec<Group>,
    /// Patterns that are found by a literal inside.
    inners: Vec<Inner>,
    /// Patterns that no filter can serve.
    generals: Vec<General>,
    /// Every pattern, by id: also those that other confirmers look for.
    shapes: Arc<[Shape]>,
    /// The guards that differ.
    guards: Vec<Guard>,
    briefs: Vec<Brief>,
}

/// Patterns that are found by how they start.
#[derive(Debug)]
pub struct Groups {
    /// For each bucket its layouts.
    pub layouts: Vec<Vec<(Row, Layout)>>,
    /// For each bucket the starts of its groups' matches.
    pub starts: Vec<Vec<(Row, Vec<ByteSet>)>>,
    /// Each pattern of no fixed layout is in one.
    pub groups: Vec<Group>,
    /// Those of the patterns that start with a word, by their ids.
    pub opened: Vec<Group>,
}

/// Patterns that share an automaton.
#[derive(Clone, Debug)]
pub struct Group {
    /// The automaton of all of them.
    pub automaton: Automaton,
    /// The shortest match of any that counts.
    pub min_len: usize,
    /// The longest match of any.
    pub max_len: usize,
}

/// Buffers of the stage, kept between calls.
#[derive(Debug, Default)]
pub struct Log {
    /// What skeletons and sieves left of the candidates at hand.
    left: Vec<Left>,
    /// The layouts that match at the candidate: pattern and length.
    matches: Vec<(PatternId, u16)>,
    groups: Vec<u16>,
    ends: Vec<(u32, usize)>,
    /// For each pattern the last walk on which it was taken, by number.
    taken: Vec<u32>,
    walk: u32,
    /// Bytes read by all walks.
    pub(crate) steps: u64,
}

impl Log {
    /// The next walk.
    fn start(&mut self) {
        self.walk = self.walk.wrapping_add(1);
        if self.walk == 0 {
            // After four billion of them the numbers start again.
            self.taken.fill(0);
            self.walk = 1;
        }
    }

    fn is_taken(&self, pattern: PatternId) -> bool {
        self.taken.get(pattern.index()) == Some(&self.walk)
    }

    fn take(&mut self, pattern: PatternId) {
        if self.taken.len() <= pattern.index() {
            self.taken.resize(pattern.index() + 1, 0);
        }
        self.taken[pattern.index()] = self.walk;
    }
}

/// A text and whether something may follow it.
#[derive(Clone, Copy)]
pub(crate) struct Haystack<'a> {
    pub(crate) text: &'a [u8],
    pub(crate) marks: &'a Marks,
    pub(crate) closed: bool,
}

impl<'a> Haystack<'a> {
    /// The text by itself.
    pub(crate) fn marked(self) -> Marked<'a> {
        Marked { text: self.text, marks: self.marks }
    }
}

impl Confirmer {
    /// The stage over those layouts and groups, and patterns found in other ways.
    pub(crate) fn new(
        Groups { layouts, starts, groups, opened }: Groups,
        inners: Vec<Inner>,
        generals: Vec<General>,
        shapes: Arc<[Shape]>,
    ) -> Self {
        let mut guards: Vec<Guard> = Vec::new();
        let mut briefs = Vec::new();
        for Shape { guard, min_len, max_len, lead, trail } in shapes.iter() {
            let at = guards.iter().position(|there| there == guard).unwrap_or_else(|| {
                guards.push(guard.clone());
                guards.len() - 1
            });
            // Lengths are at most `MAX_MATCH`, and patterns at most `MAX_PATTERNS`.
            let (guard, min_len, max_len) = (at as u16, *min_len as u16, *max_len as u16);
            let number = guards[at].number;
            briefs.push(Brief { guard, min_len, max_len, whole: lead.is_none() && *trail == 0, number });
        }
        let rows = Rows::new(layouts, starts, |group| groups[usize::from(group)].max_len);
        Self { rows, groups, opened, inners, generals, shapes, guards, briefs }
    }

    /// Every pattern, by id.
    #[cfg(test)]
    pub(crate) fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// States of the automata, and the bytes they take.
    pub(crate) fn size(&self) -> (usize, usize) {
        let automata = self.groups.iter().chain(&self.opened).map(|group| &group.automaton);
        automata.fold((0, 0), |(states, memory), a| (states + a.states(), memory + a.memory()))
    }

    /// Some pattern is found by a literal inside.
    pub(crate) fn has_inners(&self) -> bool {
        !self.inners.is_empty()
    }

    /// Some pattern goes the general way.
    pub(crate) fn has_generals(&self) -> bool {
        !self.generals.is_empty()
    }

    /// Confirms candidates, which are in ascending order. `take` is asked for each pattern that matches, ends from longest to
    /// shortest, until it says true. Returns the place from which more text could change the answer, if it could.
    ///
    /// Matches that end before `reach` are of no interest.
    ///
    /// Cost: a look-up for each of the first bytes of a candidate, and for patterns of no fixed layout a walk of the match's
    /// length, at most `max_len` steps.
    pub(crate) fn confirm(
        &self,
        hay: Haystack<'_>,
        candidates: &[Candidate],
        reach: usize,
        log: &mut Log,
        mut take: impl FnMut(RawMatch) -> bool,
    ) -> Option<usize> {
        let mut live = None;
        self.rows.sift(hay, candidates, reach, &mut log.left);
        let mut next = 0;
        while next < log.left.len() {
            let at = log.left[next].at;
            log.matches.clear();
            log.matches.reserve(64);
            log.groups.clear();
            // The sieves of several buckets may have let the same place through.
            while next < log.left.len() && log.left[next].at == at {
                let Left { first_row, mut bits, .. } = log.left[next];
                while bits != 0 {
                    match self.rows.row(first_row + bits.trailing_zeros()) {
                        Row::Match(pattern, len) => log.matches.push((pattern, len)),
                        Row::Group(group) if log.groups.contains(&group) => {}
                        Row::Group(group) => log.groups.push(group),
                    }
                    bits &= bits - 1;
                }
                next += 1;
            }
            live = earlier(live, self.layouts(hay, at, reach, log, &mut take));
            for i in 0..log.groups.len() {
                let Group { automaton, max_len, .. } = &self.groups[usize::from(log.groups[i])];
                if at + max_len >= reach {
                    log.start();
                    live = earlier(live, self.walk(automaton, hay, at, *max_len, log, &mut take));
                }
            }
        }
        if self.has_inners() {
            for candidate in candidates.iter().filter(|candidate| candidate.inner) {
                for inner in &self.inners {
                    let Some(from) = inner.start(hay, candidate.at) else { continue };
                    let max_len = self.shapes[inner.pattern.index()].max_len;
                    log.start();
                    live = earlier(live, self.walk(&inner.whole, hay, from, max_len, log, &mut take));
                }
            }
        }
        live
    }

    /// Confirms what words open; otherwise as [`Confirmer::confirm`].
    ///
    /// Cost: a walk of the match's length for each.
    pub(crate) fn confirm_openings(
        &self,
        hay: Haystack<'_>,
        openings: &[Opening],
        log: &mut Log,
        mut take: impl FnMut(RawMatch) -> bool,
    ) -> Option<usize> {
        openings.iter().fold(None, |live, &Opening { at, group }| {
            let Group { automaton, max_len, .. } = &self.opened[usize::from(group.0)];
            log.start();
            earlier(live, self.walk(automaton, hay, at, *max_len, log, &mut take))
        })
    }

    /// Runs the patterns that go the general way, from `from` on; otherwise as [`Confirmer::confirm`].
    ///
    /// Cost: a search of up to twice the longest match for each place that matches.
    pub(crate) fn confirm_general(
        &self,
        hay: Haystack<'_>,
        from: usize,
        mut take: impl FnMut(RawMatch) -> bool,
    ) -> Option<usize> {
        let mut live = None;
        for general in &self.generals {
            let shape = &self.shapes[general.pattern.index()];
            let open = general.search(hay, from, shape.max_len, |span| {
                if span.len() >= shape.min_len
                    && shape.guard.admits(hay, span) == Some(true)
                    && let Some(finding) = shape.finding(hay.text, span)
                {
                    take(RawMatch { origin: span.start, span: finding, pattern: general.pattern });
                }
            });
            live = earlier(live, open);
        }
        live
    }

    /// In an open text: the place where text that may yet come before an inner literal starts.
    pub(crate) fn pending(&self, text: &[u8]) -> Option<usize> {
        self.inners.iter().filter_map(|inner| inner.pending(text)).min()
    }

    /// Offers every pattern its layouts that match, from the longest down.
    #[inline]
    fn layouts(
        &self,
        hay: Haystack<'_>,
        from: usize,
        reach: usize,
        log: &mut Log,
        take: &mut impl FnMut(RawMatch) -> bool,
    ) -> Option<usize> {
        if log.matches.len() > 1 {
            log.matches.sort_unstable_by_key(|&(pattern, len)| (pattern, Reverse(len)));
        }
        let mut open = false;
        let mut taken = None;
        for &(pattern, len) in &log.matches {
            let span = Span::new(from, from + usize::from(len));
            if taken == Some(pattern) || span.end < reach {
                continue;
            }
            if span.end >= hay.text.len() && !hay.closed {
                // What follows is not known, or not even all of the match.
                open = true;
                continue;
            }
            let Brief { guard, whole, number, .. } = self.briefs[pattern.index()];
            if number {
                match self.guards[usize::from(guard)].is_apart(hay, span) {
                    Some(true) => {}
                    Some(false) => continue,
                    None => {
                        open = true;
                        continue;
                    }
                }
            }
            let finding = if whole { Some(span) } else { self.shapes[pattern.index()].finding(hay.text, span) };
            if let Some(span) = finding
                && take(RawMatch { origin: from, span, pattern })
            {
                taken = Some(pattern);
            }
        }
        open.then_some(from)
    }

    fn walk(
        &self,
        automaton: &Automaton,
        hay: Haystack<'_>,
        from: usize,
        max_len: usize,
        log: &mut Log,
        take: &mut impl FnMut(RawMatch) -> bool,
    ) -> Option<usize> {
        log.ends.clear();
        let (walk, until) = automaton.walk(hay.text, from, max_len, |state, end| log.ends.push((state, end)));
        log.steps += (until - from) as u64 + 1;
        if walk == Walk::Alive && !hay.closed {
            return Some(from);
        }
        if log.ends.is_empty() {
            return None;
        }
        let mut open = false;
        let mut left = automaton.len();
        for i in (0..log.ends.len()).rev() {
            let (state, end) = log.ends[i];
            let span = Span::new(from, end);
            let mut verdicts = Verdicts::default();
            for &pattern in automaton.patterns(state) {
                let Brief { guard, min_len, max_len, whole, .. } = self.briefs[pattern.index()];
                if !(usize::from(min_len)..=usize::from(max_len)).contains(&span.len()) || log.is_taken(pattern) {
                    continue;
                }
                match verdicts.of(guard, || self.guards[usize::from(guard)].admits(hay, span)) {
                    Some(false) => continue,
                    None => {
                        open = true;
                        continue;
                    }
                    Some(true) => {}
                }
                let finding = if whole { Some(span) } else { self.shapes[pattern.index()].finding(hay.text, span) };
                if let Some(span) = finding
                    && take(RawMatch { origin: from, span, pattern })
                {
                    log.take(pattern);
                    left -= 1;
                }
            }
            // Each pattern is taken once.
            if left == 0 {
                break;
            }
        }
        open.then_some(from)
    }
}

/// What the hot loop needs to know of a pattern.
#[derive(Clone, Copy, Debug)]
struct Brief {
    /// Index of its guard.
    guard: u16,
    min_len: u16,
    max_len: u16,
    /// All of the match is the finding.
    whole: bool,
    /// Its guard looks further than at the neighbours.
    number: bool,
}

/// What guards said of one span: patterns share them.
#[derive(Default)]
struct Verdicts {
    known: u64,
    admits: u64,
    open: u64,
}

impl Verdicts {
    fn of(&mut self, guard: u16, judge: impl FnOnce() -> Option<bool>) -> Option<bool> {
        let Some(bit) = 1_u64.checked_shl(u32::from(guard)) else { return judge() };
        if self.known & bit == 0 {
            self.known |= bit;
            match judge() {
                Some(true) => self.admits |= bit,
                Some(false) => {}
                None => self.open |= bit,
            }
        }
        if self.open & bit != 0 { None } else { Some(self.admits & bit != 0) }
    }
}

impl Shape {
    /// The part of a match that is the finding: all of it, or what stands between lead and trail.
    pub(crate) fn finding(&self, text: &[u8], span: Span) -> Option<Span> {
        let end = span.end - self.trail;
        let Some(lead) = &self.lead else { return Some(Span::new(span.start, end)) };
        let mut start = None;
        lead.walk(&text[..end], span.start, span.len(), |_, at| start = Some(at));
        start.filter(|&start| start < end).map(|start| Span::new(start, end))
    }
}

fn earlier(a: Option<usize>, b: Option<usize>) -> Option<usize> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => a.or(b),
    }
}
