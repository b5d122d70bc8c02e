//! Stage: does a pattern match here, and where does it end?
//!
//! The patterns are shared among small automata. At each candidate the sieve of its bucket tells by the first bytes which
//! of them may match; those walk, and log every end of every pattern. Then each pattern is offered its ends from the
//! longest to the shortest, until one is taken: a failed check digit never hides a shorter number that is right. Patterns
//! that no filter can serve go the general way ([`General`]).

mod automaton;
mod general;
mod guard;
mod inner;
mod sieve;

pub use automaton::Automaton;
pub use general::General;
pub use guard::Guard;
pub use inner::Inner;
use sieve::Around;
pub use sieve::{PLACES, Sieve};

use std::sync::Arc;

use automaton::Walk;

use crate::finding::{Candidate, PatternId, RawMatch};
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
    /// For each bucket of the scan stage, which of `groups` may match.
    sieves: Vec<Box<[Sieve]>>,
    /// Patterns that are found by how they start, in groups whose tables stay small.
    groups: Vec<Group>,
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
    /// For each bucket, what tells its groups apart.
    pub sieves: Vec<Box<[Sieve]>>,
    /// Each pattern is in one.
    pub groups: Vec<Group>,
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
    groups: Vec<u16>,
    ends: Vec<(u32, usize)>,
    /// For each pattern the last candidate at which it was taken, by number.
    taken: Vec<u32>,
    candidate: u32,
    /// Bytes read by all walks.
    pub(crate) steps: u64,
}

impl Log {
    /// The next candidate.
    fn start(&mut self) {
        self.candidate = self.candidate.wrapping_add(1);
        if self.candidate == 0 {
            // After four billion of them the numbers start again.
            self.taken.fill(0);
            self.candidate = 1;
        }
    }

    fn is_taken(&self, pattern: PatternId) -> bool {
        self.taken.get(pattern.index()) == Some(&self.candidate)
    }

    fn take(&mut self, pattern: PatternId) {
        if self.taken.len() <= pattern.index() {
            self.taken.resize(pattern.index() + 1, 0);
        }
        self.taken[pattern.index()] = self.candidate;
    }
}

/// A text and whether something may follow it.
#[derive(Clone, Copy)]
pub(crate) struct Haystack<'a> {
    pub(crate) text: &'a [u8],
    pub(crate) closed: bool,
}

impl Confirmer {
    /// The stage over those groups, which `sieves` tell apart bucket by bucket, and patterns found in other ways.
    pub(crate) fn new(
        Groups { sieves, groups }: Groups,
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
            briefs.push(Brief { guard, min_len, max_len, whole: lead.is_none() && *trail == 0 });
        }
        Self { sieves, groups, inners, generals, shapes, guards, briefs }
    }

    /// Every pattern, by id.
    #[cfg(test)]
    pub(crate) fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// States of the automata, and the bytes they take.
    pub(crate) fn size(&self) -> (usize, usize) {
        let automata = self.groups.iter().map(|group| &group.automaton);
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

    /// Confirms one candidate. `take` is asked for each pattern that matches, ends from longest to shortest, until it
    /// says true. Returns the place from which more text could change the answer, if it could.
    ///
    /// Matches that end before `reach` are of no interest.
    ///
    /// Cost: a walk of the match's length, at most `max_len` steps.
    pub(crate) fn confirm(
        &self,
        hay: Haystack<'_>,
        candidate: Candidate,
        reach: usize,
        log: &mut Log,
        mut take: impl FnMut(RawMatch) -> bool,
    ) -> Option<usize> {
        let mut live = None;
        log.start();
        if candidate.buckets != 0 {
            log.groups.clear();
            let around = Around::new(hay, candidate.at);
            let mut buckets = candidate.buckets;
            while buckets != 0 {
                for sieve in &self.sieves[buckets.trailing_zeros() as usize] {
                    sieve.groups(&around, |group| {
                        if !log.groups.contains(&group) {
                            log.groups.push(group);
                        }
                    });
                }
                buckets &= buckets - 1;
            }
            for i in 0..log.groups.len() {
                let Group { automaton, max_len, .. } = &self.groups[usize::from(log.groups[i])];
                if candidate.at + max_len < reach {
                    continue;
                }
                live = earlier(live, self.walk(automaton, hay, candidate.at, *max_len, log, &mut take));
            }
        }
        if candidate.inner {
            for inner in &self.inners {
                let Some(from) = inner.start(hay, candidate.at) else { continue };
                let max_len = self.shapes[inner.pattern.index()].max_len;
                let open = self.walk(&inner.whole, hay, from, max_len, log, &mut take);
                live = earlier(live, open);
            }
        }
        live
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
                let Brief { guard, min_len, max_len, whole } = self.briefs[pattern.index()];
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
