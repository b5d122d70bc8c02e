//! Stage: does a pattern match here, and where does it end?
//!
//! The patterns are shared among small automata. At each candidate the sieve of its bucket tells by the first bytes which
//! of them may match; those walk, and log every end of every pattern. Then each pattern is offered its ends from the longest to the
//! shortest, until one is taken: a failed check digit never hides a shorter number that is right. Patterns that no filter
//! can serve go the general way ([`General`]).

mod automaton;
mod general;
mod guard;
mod inner;
mod sieve;

pub use automaton::Automaton;
pub use general::General;
pub use guard::Guard;
pub use inner::Inner;
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
    pub sieves: Vec<Box<[Sieve]>>,
    /// Patterns that are found by how they start, in groups whose tables stay small.
    pub groups: Vec<Group>,
    /// Patterns that are found by a literal inside.
    pub inners: Vec<Inner>,
    /// Patterns that no filter can serve.
    pub generals: Vec<General>,
    /// Every pattern, by id: also those that other confirmers look for.
    pub shapes: Arc<[Shape]>,
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
    done: Vec<PatternId>,
    /// Bytes read by all walks.
    pub(crate) steps: u64,
}

/// A text and whether something may follow it.
#[derive(Clone, Copy)]
pub(crate) struct Haystack<'a> {
    pub(crate) text: &'a [u8],
    pub(crate) closed: bool,
}

impl Confirmer {
    /// Confirms one candidate. `take` is asked for each pattern that matches, ends from longest to shortest, until it
    /// says true. Returns the place from which more text could change the answer, if it could.
    ///
    /// Cost: a walk of the match's length, at most `max_len` steps.
    pub(crate) fn confirm(
        &self,
        hay: Haystack<'_>,
        candidate: Candidate,
        log: &mut Log,
        mut take: impl FnMut(RawMatch) -> bool,
    ) -> Option<usize> {
        let mut live = None;
        log.done.clear();
        if candidate.buckets != 0 {
            log.groups.clear();
            let mut buckets = candidate.buckets;
            while buckets != 0 {
                for sieve in &self.sieves[buckets.trailing_zeros() as usize] {
                    sieve.automata(hay, candidate.at, |group| {
                        if !log.groups.contains(&group) {
                            log.groups.push(group);
                        }
                    });
                }
                buckets &= buckets - 1;
            }
            for i in 0..log.groups.len() {
                let Group { automaton, max_len, .. } = &self.groups[usize::from(log.groups[i])];
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
        for &(state, end) in log.ends.iter().rev() {
            for &pattern in automaton.patterns(state) {
                if log.done.contains(&pattern) {
                    continue;
                }
                let shape = &self.shapes[pattern.index()];
                let span = Span::new(from, end);
                if span.len() > shape.max_len || span.len() < shape.min_len {
                    continue;
                }
                match shape.guard.admits(hay, span) {
                    Some(false) => continue,
                    None => {
                        open = true;
                        continue;
                    }
                    Some(true) => {}
                }
                let Some(span) = shape.finding(hay.text, span) else { continue };
                if take(RawMatch { origin: from, span, pattern }) {
                    log.done.push(pattern);
                }
            }
        }
        open.then_some(from)
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
