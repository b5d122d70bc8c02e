//! One pass over one text: scan, confirm, validate, context.

use super::Stage;
use crate::confirm::{Haystack, Log};
use crate::context::{Care, Clue, Surroundings};
use crate::fields::Known;
use crate::finding::{PatternId, RawMatch};
use crate::likelihood::Likelihood;
use crate::marks::Marks;
use crate::overlap::Contender;
use crate::payload::View;
use crate::ruleset::{Matcher, Mode, Rule, Ruleset};
use crate::scan::{Candidates, Window};
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
    /// Quotes that are part of a value stand in it as any other character.
    pub(crate) bare: bool,
    /// The last stage to run.
    pub(crate) until: Stage,
}

/// A text as it is, or as it reads.
#[derive(Clone, Copy)]
pub(crate) enum Reading<'a> {
    Raw(&'a [u8]),
    /// Views, each of the text of the one before, the first of the raw bytes. At least one.
    Views(&'a [View]),
}

impl Reading<'_> {
    pub(super) fn text(&self) -> &[u8] {
        match self {
            Self::Raw(text) => text,
            Self::Views(views) => views.last().map_or(&[], View::text),
        }
    }

    pub(super) fn raw_span(&self, span: Span) -> Span {
        match self {
            Self::Raw(_) => span,
            Self::Views(views) => views.iter().rev().fold(span, |span, view| view.raw_span(span)),
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
    pub(super) candidates: Candidates,
    pub(crate) log: Log,
    pub(super) hits: Vec<Hit>,
    pub(super) known: Known,
    pub(super) surroundings: Surroundings,
    pub(super) standing: Vec<Standing>,
    /// For each of what stands, how far a suppressor must reach.
    pub(super) reaches: Vec<usize>,
    /// What came out of the last stage, where that is not the last of all.
    pub(crate) came_out: usize,
}

/// A match that its validator let through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) found: RawMatch,
    pub(super) check: Option<Check>,
    pub(super) shift: i8,
}

/// A match that its surroundings let through: in the text that was read, and in raw bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) found: RawMatch,
    pub(super) contender: Contender,
}

pub(crate) struct Pass<'a> {
    pub(crate) rules: &'a Ruleset,
    pub(crate) least: Likelihood,
}

impl Pass<'_> {
    /// Appends contenders in raw bytes; returns the raw place from which more text could change the answer: the end of
    /// the text when it is closed.
    pub(crate) fn run<O: Observer>(
        &self,
        reading: Reading<'_>,
        marks: &Marks,
        extent: Extent,
        buffers: &mut Buffers,
        contenders: &mut Vec<Contender>,
        observer: &mut O,
    ) -> usize {
        let hay = Haystack { text: reading.text(), marks, closed: extent.closed };
        let from = match reading {
            Reading::Raw(_) => extent.from,
            Reading::Views(views) => views.iter().fold(extent.from, |at, view| view.plain_offset(at)),
        };
        let live = self.hits(&reading, hay, from, extent, buffers, observer);
        if extent.until < Stage::Context {
            return live;
        }
        let live = live.min(self.weigh(&reading, hay, extent.idle, buffers, contenders, observer));
        let live = live.min(self.suppress(&reading, hay, extent.idle, buffers, contenders, observer));
        match reading {
            Reading::Raw(_) => live,
            Reading::Views(views) => views.iter().rev().fold(live, |at, view| view.raw_offset(at)),
        }
    }

    /// Scan, confirm, validate: fills `buffers.hits`.
    fn hits<O: Observer>(
        &self,
        reading: &Reading<'_>,
        hay: Haystack<'_>,
        from: usize,
        Extent { until, bare, .. }: Extent,
        buffers: &mut Buffers,
        observer: &mut O,
    ) -> usize {
        let Buffers { candidates, log, hits, known, came_out, .. } = buffers;
        hits.clear();
        let Matcher { scanner, prefixes, confirmer, .. } = &self.rules.finders;
        let (text, to) = (hay.text, hay.text.len());
        let (mut live, mut scanned, mut confirmed) = (to, 0, 0);
        let mut keep = |place: Option<usize>| live = live.min(place.unwrap_or(to));
        let mut take = |found| {
            confirmed += 1;
            until == Stage::Confirm || self.validate(reading, text, found, hits, observer)
        };
        let mut at = from;
        while at < to {
            candidates.list.clear();
            at = scanner.scan(text, Window { from: at, to, closed: hay.closed }, candidates);
            scanned += candidates.list.len();
            if until > Stage::Scan {
                keep(confirmer.confirm(hay, &candidates.list, 0, log, &mut take));
            }
        }
        at = from;
        while at < to {
            let part = Span::new(at, to.min(at + OPENINGS));
            candidates.openings.clear();
            keep(prefixes.scan(hay.marked(), part, hay.closed, &mut candidates.openings));
            scanned += candidates.openings.len();
            if until > Stage::Scan {
                keep(confirmer.confirm_openings(hay, &candidates.openings, log, &mut take));
            }
            at = part.end;
        }
        if until > Stage::Scan {
            if confirmer.has_generals() {
                keep(confirmer.confirm_general(hay, from, &mut take));
            }
            let fields = &self.rules.fields;
            if !fields.is_empty() {
                keep(fields.find(hay.marked(), from, hay.closed, bare, known, |found| _ = take(found)));
            }
        }
        if !hay.closed {
            keep(confirmer.pending(text));
        }
        match until {
            Stage::Scan => *came_out += scanned,
            Stage::Confirm => *came_out += confirmed,
            Stage::Validate => *came_out += hits.len(),
            _ => {}
        }
        live
    }

    pub(super) fn validate<O: Observer>(
        &self,
        reading: &Reading<'_>,
        text: &[u8],
        found: RawMatch,
        hits: &mut Vec<Hit>,
        observer: &mut O,
    ) -> bool {
        if O::WATCHES && !observer.confirmed(reading.raw_span(found.span), found.pattern) {
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
                if O::WATCHES {
                    observer.matched(reading.raw_span(found.span), found.pattern, Some(check), None);
                }
                return false;
            }
        };
        hits.push(Hit { found, check: Some(check), shift });
        true
    }

    /// Context: which hits are contenders. Returns the place from which the surroundings are not all there yet.
    fn weigh<O: Observer>(
        &self,
        reading: &Reading<'_>,
        hay: Haystack<'_>,
        idle: bool,
        buffers: &mut Buffers,
        contenders: &mut Vec<Contender>,
        observer: &mut O,
    ) -> usize {
        let Buffers { hits, surroundings, standing, .. } = buffers;
        hits.sort_unstable_by_key(|hit| (hit.found.span, hit.found.pattern));
        surroundings.forget();
        standing.clear();
        let mut live = hay.text.len();
        // The end of all matches so far, which are in the order of their spans.
        let mut reach = 0;
        for (i, hit) in hits.iter().enumerate() {
            let found = hit.found;
            let pattern = &self.rules.patterns[found.pattern.index()];
            let rule = &self.rules.rules[pattern.rule.index()];
            if !pattern.field && lacks_surroundings(rule, found.span, hay, idle) {
                live = live.min(found.origin);
            }
            let level = pattern.likelihood.shifted(hit.shift);
            let alone =
                reach < found.span.start && hits.get(i + 1).is_none_or(|next| next.found.span.start > found.span.end);
            reach = reach.max(found.span.end);
            let care = if O::WATCHES {
                Care::ALL
            } else {
                Care {
                    // A shift that does not lift it over the threshold is of no interest.
                    least: pattern.likelihood.steps_to(self.least).saturating_sub(hit.shift),
                    // Nor is one beyond the top, where no other match is near that would be compared.
                    lift: level < Likelihood::VeryLikely || !alone,
                }
            };
            let clue = if pattern.field {
                Clue { rank: NAMED_BY_LABEL, ..Clue::default() }
            } else {
                self.rules.lexicon.judge(hay.marked(), found.span, pattern.rule, rule.window, care, surroundings)
            };
            let likelihood = pattern.likelihood.shifted(hit.shift + clue.shift);
            if O::WATCHES {
                observer.matched(reading.raw_span(found.span), found.pattern, hit.check, Some((clue, likelihood)));
            }
            if likelihood >= self.least {
                let span = reading.raw_span(found.span);
                let origin = reading.raw_span(Span::new(found.origin, found.span.end)).start;
                let contender = Contender {
                    origin,
                    span,
                    rule: pattern.rule,
                    likelihood,
                    rank: clue.rank,
                    distance: clue.distance,
                    credential: rule.credential,
                    checked: hit.check == Some(Check::Valid),
                };
                if pattern.field {
                    // What its name says is no accident of digits: nothing suppresses it.
                    contenders.push(contender);
                } else {
                    standing.push(Standing { found, contender });
                }
            }
        }
        live
    }
}

/// Bytes in which words are looked for at a time: what they open is kept until it is confirmed.
const OPENINGS: usize = 1 << 14;

/// How well a label names a match.
const NAMED_BY_LABEL: u8 = 3;

/// True when the text ends before all the words that judge a match are there. One byte more than the window tells whether
/// its last word is whole.
pub(super) fn lacks_surroundings(rule: &Rule, span: Span, hay: Haystack<'_>, idle: bool) -> bool {
    !hay.closed && !idle && span.end + rule.window.1 + 1 > hay.text.len()
}
