//! Stage: which of the matches that share bytes are findings?
//!
//! A total order settles it: likelihood; then credentials before all else; then how well the surroundings name it (label,
//! word, hint, nearness); then a passed check digit; then length, the earlier start, and the rule's place in the ruleset.
//! Best first, each match gets the bytes that no better one has. A match that is left with some bytes only keeps them where
//! it was as likely as what it overlaps, or wholly holds it; otherwise it was a misreading and goes.

use std::cmp::{Ordering, Reverse};

use crate::finding::{Finding, RuleId};
use crate::likelihood::Likelihood;
use crate::limits::MAX_CLUSTER;
use crate::span::Span;

/// A match that passed validation and context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contender {
    /// Where the match starts, at or before its span.
    pub origin: usize,
    /// Bytes of the record.
    pub span: Span,
    /// The rule.
    pub rule: RuleId,
    /// After validation and context.
    pub likelihood: Likelihood,
    /// How well it is named: see the context stage.
    pub rank: u8,
    /// Bytes to the word that names it.
    pub distance: u16,
    /// It opens something.
    pub credential: bool,
    /// A validator passed.
    pub checked: bool,
}

impl Contender {
    /// True when a suppressor of that likelihood, in which the match lies, takes it along: not when it is more likely, or
    /// as likely and named by a word.
    pub(crate) fn yields_to(&self, suppressor: Likelihood) -> bool {
        suppressor > self.likelihood || suppressor == self.likelihood && self.rank < NAMED
    }

    /// The total order, best first.
    fn compare(&self, other: &Self) -> Ordering {
        let key = |c: &Self| {
            (
                Reverse((c.likelihood, c.credential, c.rank)),
                c.distance,
                Reverse((c.checked, c.span.len())),
                c.span.start,
                c.rule,
            )
        };
        key(self).cmp(&key(other))
    }
}

/// The rank from which a word names the match.
const NAMED: u8 = 2;

/// Buffers of the stage.
#[derive(Debug, Default)]
pub struct Settling {
    /// Findings of the cluster at hand, each with whether it opens something: disjoint, in order.
    settled: Vec<(Finding, bool)>,
    pieces: Vec<Span>,
}

/// Settles all contenders, which are reordered, and appends the findings in the order of the text.
///
/// `open_from`: nothing is known yet of the bytes from there on. `taken`: bytes before it are settled already; moves on
/// with what is settled here. Returns where matches that are not settled start: below `open_from` where a chain of
/// overlapping matches reaches into it.
///
/// Cost: sorting; contenders that overlap in chains are settled together, in clusters of bounded length.
pub(crate) fn settle(
    contenders: &mut [Contender],
    open_from: usize,
    taken: &mut usize,
    buffers: &mut Settling,
    findings: &mut Vec<Finding>,
) -> usize {
    contenders.sort_unstable_by_key(|c| (c.origin, Reverse(c.span.end)));
    let mut at = 0;
    while at < contenders.len() {
        let Contender { origin: first, span, .. } = contenders[at];
        let (mut reach, mut next) = (span.end, at + 1);
        while let Some(c) = contenders.get(next)
            && c.origin < reach
            && c.origin < first + MAX_CLUSTER
        {
            reach = reach.max(c.span.end);
            next += 1;
        }
        if reach > open_from {
            return first.min(open_from);
        }
        buffers.settled.clear();
        settle_cluster(&mut contenders[at..next], *taken, buffers);
        findings.extend(buffers.settled.iter().map(|&(finding, _)| finding));
        *taken = (*taken).max(buffers.settled.last().map_or(0, |(finding, _)| finding.span.end));
        at = next;
    }
    open_from
}

fn settle_cluster(cluster: &mut [Contender], taken: usize, buffers: &mut Settling) {
    if cluster.len() > 1 {
        cluster.sort_unstable_by(Contender::compare);
    }
    for contender in &*cluster {
        if contender.span.end > taken {
            // Where a chain was cut, the bytes before `taken` belong to the cluster before.
            let span = Span::new(contender.span.start.max(taken), contender.span.end);
            place(contender, span, buffers);
        }
    }
}

fn place(contender: &Contender, span: Span, Settling { settled, pieces }: &mut Settling) {
    let from = settled.partition_point(|(finding, _)| finding.span.end <= span.start);
    let to = from + settled[from..].partition_point(|(finding, _)| finding.span.start < span.end);
    pieces.clear();
    let mut start = span.start;
    let mut keeps = true;
    for &(better, credential) in &settled[from..to] {
        let alike = better.likelihood == contender.likelihood && credential == contender.credential;
        keeps &= alike || span.contains(better.span);
        if start < better.span.start {
            pieces.push(Span::new(start, better.span.start));
        }
        start = better.span.end;
    }
    if start < span.end {
        pieces.push(Span::new(start, span.end));
    }
    if !keeps {
        return;
    }
    for &piece in pieces.iter() {
        let at = settled.partition_point(|(finding, _)| finding.span.start < piece.start);
        let Contender { rule, likelihood, .. } = *contender;
        settled.insert(at, (Finding { span: piece, rule, likelihood }, contender.credential));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contender(start: usize, end: usize, likelihood: Likelihood) -> Contender {
        let span = Span::new(start, end);
        Contender {
            origin: start,
            span,
            rule: RuleId(0),
            likelihood,
            rank: 0,
            distance: 0,
            credential: false,
            checked: false,
        }
    }

    fn settled(contenders: &[Contender]) -> Vec<(usize, usize)> {
        let mut findings = Vec::new();
        let all = settle(&mut contenders.to_vec(), 100_000, &mut 0, &mut Settling::default(), &mut findings);
        assert_eq!(all, 100_000);
        findings.iter().map(|finding| (finding.span.start, finding.span.end)).collect()
    }

    use Likelihood::{Likely, Possible, VeryLikely};

    #[test]
    fn better_ones_win() {
        assert_eq!(settled(&[contender(0, 10, Possible), contender(2, 8, Possible)]), [(0, 10)]);
        assert_eq!(settled(&[contender(0, 10, Possible), contender(0, 10, Likely)]), [(0, 10)]);
        // A misreading across the edge of a better match goes...
        assert_eq!(settled(&[contender(0, 10, Likely), contender(5, 15, Possible)]), [(0, 10)]);
        // ... but of two that are alike every byte is covered, and what surrounds a better one stays covered.
        assert_eq!(settled(&[contender(0, 10, Likely), contender(5, 15, Likely)]), [(0, 10), (10, 15)]);
        assert_eq!(settled(&[contender(0, 20, Possible), contender(5, 9, VeryLikely)]), [(0, 5), (5, 9), (9, 20)]);
        assert_eq!(settled(&[contender(0, 5, Possible), contender(5, 9, VeryLikely)]), [(0, 5), (5, 9)]);
    }

    #[test]
    fn what_is_inside_a_suppressor_yields() {
        let mut inside = contender(9, 18, Likely);
        assert!(inside.yields_to(Likely) && inside.yields_to(VeryLikely) && !inside.yields_to(Possible));
        inside.rank = NAMED;
        assert!(!inside.yields_to(Likely) && inside.yields_to(VeryLikely));
    }

    #[test]
    fn a_chain_into_the_open_is_held_back() {
        let mut chain: Vec<Contender> = (0..9).map(|i| contender(i * 10, i * 10 + 15, Likely)).collect();
        let mut findings = Vec::new();
        let until = settle(&mut chain.clone(), 90, &mut 0, &mut Settling::default(), &mut findings);
        assert_eq!((until, findings.len()), (0, 0));
        chain.remove(3);
        let until = settle(&mut chain, 90, &mut 0, &mut Settling::default(), &mut findings);
        assert_eq!((until, findings.len()), (40, 3));
    }

    #[test]
    fn long_chains_are_cut_and_stay_covered() {
        let chain: Vec<Contender> = (0..9000).map(|i| contender(i * 2, i * 2 + 5, Likely)).collect();
        let spans = settled(&chain);
        assert!(spans.windows(2).all(|pair| pair[0].1 == pair[1].0), "no gap, no overlap");
        assert_eq!((spans[0].0, spans[spans.len() - 1].1), (0, 9000 * 2 + 3));
    }
}
