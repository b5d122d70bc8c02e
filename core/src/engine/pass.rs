//! One pass over one text: scan, confirm, validate, context.

use super::Stage;
use crate::confirm::{Haystack, Log};
use crate::context::{Clue, Surroundings};
use crate::finding::{Candidate, PatternId, RawMatch};
use crate::likelihood::Likelihood;
use crate::overlap::Contender;
use crate::payload::View;
use crate::ruleset::{Mode, Ruleset};
use crate::scan::Window;
use crate::span::Span;
use crate::validate::Check;

/// Which part of the raw text is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// First raw byte where a match may start.
    pub(crate) from: usize,
    /// Nothing follows.
    pub(crate) closed: bool,
    /// Nothing follows soon: matches are judged by the words there are.
    pub(crate) idle: bool,
    /// The last stage to run.
    pub(crate) until: Stage,
}

/// A text as it is, or as it reads.
#[derive(Clone, Copy)]
pub(crate) enum Reading<'a> {
    Raw(&'a [u8]),
    View(&'a View),
}

impl Reading<'_> {
    fn text(&self) -> &[u8] {
        match self {
            Self::Raw(text) => text,
            Self::View(view) => view.text(),
        }
    }

    fn raw_span(&self, span: Span) -> Span {
        match self {
            Self::Raw(_) => span,
            Self::View(view) => view.raw_span(span),
        }
    }
}

/// Sees what happens to every match; for explanations. The default does nothing and costs nothing.
pub(crate) trait Observer {
    /// It wants to see every match, also those that change nothing.
    const WATCHES: bool = true;

    /// A pattern matched; nothing is checked yet. False ends its way here.
    fn confirmed(&mut self, _raw: Span, _pattern: PatternId) -> bool {
        true
    }

    /// A pattern matched, its validator answered (`None`: the rule has none), and, unless the check dropped it, its
    /// surroundings and its likelihood.
    fn matched(
        &mut self,
        _raw: Span,
        _pattern: PatternId,
        _check: Option<Check>,
        _verdict: Option<(Clue, Likelihood)>,
    ) {
    }
}

impl Observer for () {
    const WATCHES: bool = false;
}

/// Buffers of a pass.
#[derive(Default)]
pub(crate) struct Buffers {
    candidates: Vec<Candidate>,
    pub(crate) log: Log,
    hits: Vec<Hit>,
    surroundings: Surroundings,
    /// What came out of the last stage, where that is not the last of all.
    pub(crate) came_out: usize,
}

/// A match that its validator let through.
#[derive(Clone, Copy, Debug)]
struct Hit {
    found: RawMatch,
    check: Option<Check>,
    shift: i8,
}

pub(crate) struct Pass<'a> {
    pub(crate) rules: &'a Ruleset,
    pub(crate) least: Likelihood,
    /// The text is folded.
    pub(crate) folded: bool,
}

impl Pass<'_> {
    /// Appends contenders in raw bytes; returns the raw place from which more text could change the answer: the end of
    /// the text when it is closed.
    pub(crate) fn run<O: Observer>(
        &self,
        reading: Reading<'_>,
        extent: Extent,
        buffers: &mut Buffers,
        contenders: &mut Vec<Contender>,
        observer: &mut O,
    ) -> usize {
        let hay = Haystack { text: reading.text(), closed: extent.closed };
        let from = match reading {
            Reading::Raw(_) => extent.from,
            Reading::View(view) => view.plain_offset(extent.from),
        };
        let live = self.hits(&reading, hay, from, extent.until, buffers, observer);
        if extent.until < Stage::Context {
            return live;
        }
        let live = live.min(self.weigh(&reading, hay, extent.idle, buffers, contenders, observer));
        match reading {
            Reading::Raw(_) => live,
            Reading::View(view) => view.raw_offset(live),
        }
    }

    /// Scan, confirm, validate: fills `buffers.hits`.
    fn hits<O: Observer>(
        &self,
        reading: &Reading<'_>,
        hay: Haystack<'_>,
        from: usize,
        until: Stage,
        buffers: &mut Buffers,
        observer: &mut O,
    ) -> usize {
        let Buffers { candidates, log, hits, came_out, .. } = buffers;
        hits.clear();
        let mut live = hay.text.len();
        let mut at = from;
        while at < hay.text.len() {
            candidates.clear();
            at = self.rules.scanner.scan(hay.text, Window { from: at, closed: hay.closed }, candidates);
            if until == Stage::Scan {
                *came_out += candidates.len();
                continue;
            }
            for &candidate in candidates.iter() {
                let take = |found| {
                    if until == Stage::Confirm {
                        *came_out += 1;
                        return true;
                    }
                    self.validate(reading, hay.text, found, hits, observer)
                };
                if let Some(open) = self.rules.confirmer.confirm(hay, candidate, log, take) {
                    live = live.min(open);
                }
            }
        }
        if !self.rules.confirmer.generals.is_empty() {
            let take = |found| {
                if until == Stage::Confirm {
                    *came_out += 1;
                    return true;
                }
                self.validate(reading, hay.text, found, hits, observer)
            };
            if let Some(open) = self.rules.confirmer.confirm_general(hay, from, take) {
                live = live.min(open);
            }
        }
        if until == Stage::Validate {
            *came_out += hits.len();
        }
        if !hay.closed
            && let Some(open) = self.rules.confirmer.pending(hay.text)
        {
            live = live.min(open);
        }
        live
    }

    fn validate<O: Observer>(
        &self,
        reading: &Reading<'_>,
        text: &[u8],
        found: RawMatch,
        hits: &mut Vec<Hit>,
        observer: &mut O,
    ) -> bool {
        if !observer.confirmed(reading.raw_span(found.span), found.pattern) {
            return true;
        }
        let rule = &self.rules.rules[self.rules.patterns[found.pattern.index()].rule.index()];
        let Some((validator, mode)) = &rule.validator else {
            hits.push(Hit { found, check: None, shift: 0 });
            return true;
        };
        let check = (validator.check)(&text[found.span.range()]);
        let shift = match (check, mode) {
            (Check::Valid, _) => 0,
            (Check::Unverified, _) => -1,
            (Check::Invalid, Mode::Soft) => -2,
            (Check::Invalid, _) => {
                observer.matched(reading.raw_span(found.span), found.pattern, Some(check), None);
                return false;
            }
        };
        hits.push(Hit { found, check: Some(check), shift });
        true
    }

    /// Context: turns hits into contenders. Returns the place from which the surroundings are not all there yet.
    fn weigh<O: Observer>(
        &self,
        reading: &Reading<'_>,
        hay: Haystack<'_>,
        idle: bool,
        buffers: &mut Buffers,
        contenders: &mut Vec<Contender>,
        observer: &mut O,
    ) -> usize {
        let Buffers { hits, surroundings, .. } = buffers;
        surroundings.forget();
        let mut live = hay.text.len();
        let before = contenders.len();
        for suppressors in [false, true] {
            // A suppressor counts only where there is something to take along. In an open text that may yet come.
            let idle_suppressors = suppressors && hay.closed && !O::WATCHES;
            let rivals = contenders.len();
            for &Hit { found, check, shift } in hits.iter() {
                let pattern = &self.rules.patterns[found.pattern.index()];
                let rule = &self.rules.rules[pattern.rule.index()];
                if rule.suppress != suppressors {
                    continue;
                }
                let span = reading.raw_span(found.span);
                if idle_suppressors && !contenders[before..rivals].iter().any(|rival| span.contains(rival.span)) {
                    continue;
                }
                // One byte more than the window tells whether its last word is whole.
                if !hay.closed && !idle && found.span.end + rule.window.1 + 1 > hay.text.len() {
                    live = live.min(found.origin);
                }
                let clue = self.rules.lexicon.judge(hay.text, found.span, pattern.rule, rule.window, surroundings);
                // A suppressor gives way wherever a word speaks against it.
                let weight = if suppressors { 2 } else { 1 };
                let likelihood = pattern.likelihood.shifted(shift + weight * clue.shift);
                observer.matched(span, found.pattern, check, Some((clue, likelihood)));
                if likelihood >= self.least || suppressors {
                    contenders.push(Contender {
                        origin: reading.raw_span(Span::new(found.origin, found.span.end)).start,
                        span,
                        rule: pattern.rule,
                        likelihood,
                        rank: clue.rank,
                        distance: clue.distance,
                        credential: rule.credential,
                        checked: check == Some(Check::Valid),
                        suppressor: suppressors,
                        folded: self.folded,
                    });
                }
            }
        }
        live
    }
}
