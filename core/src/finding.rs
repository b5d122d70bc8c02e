//! What the stages hand on: a candidate, a match of a pattern, a finding.

use crate::likelihood::Likelihood;
use crate::span::Span;

/// Index of a rule in the ruleset that found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleId(pub(crate) u16);

impl RuleId {
    /// The index as a number.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Index of a pattern in the ruleset: a rule has one or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PatternId(pub(crate) u16);

impl PatternId {
    /// The index as a number.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A place where a match may start, or where the inner literal of one may stand. May be wrong, is never missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Offset of the byte.
    pub at: usize,
    /// The buckets of which a pattern may start here, a bit each.
    pub buckets: u32,
    /// The inner literal of a pattern may start here.
    pub inner: bool,
}

/// Index of patterns that are confirmed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(pub(crate) u16);

/// A place where a match of a group's patterns may start, told by its first bytes. May be wrong, is never missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Offset of the byte.
    pub at: usize,
    /// The group.
    pub group: GroupId,
}

/// A pattern matched; nothing has been validated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RawMatch {
    /// Where the match starts: before the span where a text that only introduces it is part of the pattern.
    pub origin: usize,
    /// The part that would be the finding.
    pub span: Span,
    /// The pattern.
    pub pattern: PatternId,
}

/// A typed span of the record that holds personal data. Holds no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Finding {
    /// Bytes of the record as it came in.
    pub span: Span,
    /// The rule that found it.
    pub rule: RuleId,
    /// How sure it is, after validation and context.
    pub likelihood: Likelihood,
}
