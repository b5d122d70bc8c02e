//! The stages one by one: what comes out of each, to tell what each costs.

use super::{Engine, Extent, Observer, Scratch, is_json};
use crate::finding::{PatternId, RuleId};
use crate::span::Span;

/// A stage of the pipeline, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Where could a match start?
    Scan,
    /// Does a pattern match there?
    Confirm,
    /// Are check digits and structure right?
    Validate,
    /// What do the words around it say?
    Context,
    /// Which match gets the bytes?
    Overlap,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 5] = [Self::Scan, Self::Confirm, Self::Validate, Self::Context, Self::Overlap];

    /// The name used in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scan => "scan",
            Self::Confirm => "confirm",
            Self::Validate => "validate",
            Self::Context => "context",
            Self::Overlap => "overlap",
        }
    }
}

/// Sees raw matches, and lets none of them go on.
struct Matches<F>(F);

impl<F: FnMut(Span, PatternId)> Observer for Matches<F> {
    fn confirmed(&mut self, span: Span, pattern: PatternId) -> bool {
        self.0(span, pattern);
        false
    }
}

impl Engine {
    /// Runs one record up to and with a stage, and returns how much came out of it: candidates, matches, matches that
    /// passed their validator, contenders, findings. For measurements: what a stage costs is the difference to the one
    /// before it.
    pub fn run_to(&self, stage: Stage, record: &[u8], scratch: &mut Scratch) -> usize {
        let extent = Extent { from: 0, closed: true, idle: false, bare: false, until: stage };
        if stage == Stage::Overlap {
            return self.scan(record, scratch).len();
        }
        scratch.contenders.clear();
        scratch.buffers.came_out = 0;
        self.read_views(record, extent, is_json(record), scratch, &mut ());
        if stage == Stage::Context { scratch.contenders.len() } else { scratch.buffers.came_out }
    }

    /// Every match of every pattern in one record, before validators, words and overlaps: at each place where a pattern
    /// matches, the longest match that its neighbours allow. In no particular order.
    pub fn matches(&self, record: &[u8], scratch: &mut Scratch, mut each: impl FnMut(RuleId, Span)) {
        let mut observer = Matches(|span, pattern: PatternId| each(self.rules.patterns[pattern.index()].rule, span));
        self.find(record, scratch, &mut observer);
    }
}
