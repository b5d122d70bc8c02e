//! What only looks like personal data. Suppressors are looked for around contenders and nowhere else: most text has
//! neither.

use super::Observer;
use super::pass::{Buffers, Hit, Pass, Reading, Standing, lacks_surroundings};
use crate::confirm::Haystack;
use crate::context::{Care, Surroundings};
use crate::likelihood::Likelihood;
use crate::overlap::Contender;
use crate::ruleset::Matcher;
use crate::scan::Window;
use crate::span::Span;

impl Pass<'_> {
    /// Those that no suppressor takes along become contenders. A suppressor takes along what lies wholly inside it and was
    /// read in the same way. Returns the place from which more text could change the answer.
    pub(super) fn suppress<O: Observer>(
        &self,
        reading: &Reading<'_>,
        hay: Haystack<'_>,
        idle: bool,
        buffers: &mut Buffers,
        contenders: &mut Vec<Contender>,
        observer: &mut O,
    ) -> usize {
        buffers.hits.clear();
        buffers.standing.sort_unstable_by_key(|standing| (standing.found.span, standing.found.pattern));
        let open_from = self.suppressors(reading, hay, buffers, observer);
        let Buffers { hits, surroundings, standing, .. } = buffers;
        hits.sort_unstable_by_key(|hit| (hit.found.span, hit.found.pattern));
        surroundings.forget();
        let mut live = hay.text.len();
        if O::WATCHES {
            for hit in hits.iter() {
                self.level(hit, reading, hay, surroundings, observer);
            }
        }
        let longest = self.rules.suppressors.longest;
        for &Standing { found, contender } in standing.iter() {
            let span = found.span;
            let from = hits.partition_point(|hit| hit.found.span.start + longest < span.end);
            let over = hits[from..].iter().take_while(|hit| hit.found.span.start <= span.start);
            let mut undecided = !hay.closed && open_from <= span.start;
            let mut yields = false;
            for hit in over.filter(|hit| hit.found.span.contains(span)) {
                let rule = self.rules.patterns[hit.found.pattern.index()].rule;
                undecided |= lacks_surroundings(self.rules.rule(rule), hit.found.span, hay, idle);
                let level = self.level(hit, reading, hay, surroundings, &mut ());
                yields |= contender.yields_to(level);
            }
            if undecided {
                live = live.min(found.origin);
            }
            if !yields {
                contenders.push(contender);
            }
        }
        live
    }

    /// Fills `buffers.hits` with the suppressors around what stands. Returns the place from which one may yet come.
    fn suppressors<O: Observer>(
        &self,
        reading: &Reading<'_>,
        hay: Haystack<'_>,
        buffers: &mut Buffers,
        observer: &mut O,
    ) -> usize {
        let Buffers { candidates, log, hits, standing, reaches, .. } = buffers;
        let Matcher { scanner, confirmer, longest, .. } = &self.rules.suppressors;
        let around = |standing: &Standing| {
            let Span { start, end } = standing.found.span;
            // A literal inside a suppressor may stand behind.
            let to = if confirmer.has_inners() { hay.text.len().min(end + longest) } else { start + 1 };
            Span::new(end.saturating_sub(*longest).min(start), to)
        };
        let everything = O::WATCHES.then_some(Span::new(0, hay.text.len()));
        let Some(first) = everything.or(standing.first().map(around)) else { return hay.text.len() };
        // A suppressor must reach to the end of what it takes along: here the least of those that are left.
        reaches.clear();
        reaches.extend(standing.iter().map(|standing| standing.found.span.end));
        for i in (1..reaches.len()).rev() {
            reaches[i - 1] = reaches[i - 1].min(reaches[i]);
        }
        let mut open_from = hay.text.len();
        let mut take = |found| self.validate(reading, hay.text, found, hits, observer);
        let mut at = 0;
        let windows = standing.iter().map(around).zip(reaches.iter().copied());
        for (window, reach) in everything.into_iter().map(|all| (all, 0)).chain(windows) {
            at = at.max(window.start);
            while at < window.end {
                candidates.list.clear();
                at = scanner.scan(hay.text, Window { from: at, to: window.end, closed: hay.closed }, candidates);
                if let Some(open) = confirmer.confirm(hay, &candidates.list, reach, log, &mut take) {
                    open_from = open_from.min(open);
                }
            }
        }
        if confirmer.has_generals()
            && let Some(open) = confirmer.confirm_general(hay, first.start, &mut take)
        {
            open_from = open_from.min(open);
        }
        if !hay.closed
            && let Some(open) = confirmer.pending(hay.text)
        {
            open_from = open_from.min(open);
        }
        open_from
    }

    /// How likely a suppressor is. It gives way wherever a word speaks against it.
    fn level<O: Observer>(
        &self,
        hit: &Hit,
        reading: &Reading<'_>,
        hay: Haystack<'_>,
        surroundings: &mut Surroundings,
        observer: &mut O,
    ) -> Likelihood {
        let Hit { found, check, shift } = *hit;
        let pattern = &self.rules.patterns[found.pattern.index()];
        let window = self.rules.rule(pattern.rule).window;
        let clue = self.rules.lexicon.judge(hay.marked(), found.span, pattern.rule, window, Care::ALL, surroundings);
        let level = pattern.likelihood.shifted(shift + 2 * clue.shift);
        observer.matched(reading.raw_span(found.span), found.pattern, check, Some((clue, level)));
        level
    }
}
