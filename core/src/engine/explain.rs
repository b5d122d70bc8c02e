//! Why each match became a finding, or did not.

use super::{Engine, Observer, Scratch};
use crate::context::Clue;
use crate::finding::{Finding, PatternId, RuleId};
use crate::likelihood::Likelihood;
use crate::span::Span;
use crate::validate::Check;

/// One match and what became of it. Holds no text of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// Bytes of the record.
    pub span: Span,
    /// The rule.
    pub rule: RuleId,
    /// The name of its pattern.
    pub pattern: String,
    /// What the validator said, if the rule has one.
    pub check: Option<Check>,
    /// The word that decided, in plain words, if one did.
    pub word: Option<String>,
    /// Levels by which the surroundings moved the likelihood.
    pub shift: i8,
    /// The likelihood in the end; `None` where the check dropped the match.
    pub likelihood: Option<Likelihood>,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// It is a finding, or part of it is.
    Found,
    /// The validator refused it.
    CheckFailed,
    /// Less likely than the policy asks.
    BelowThreshold,
    /// It lies inside something that is no personal data: the match of that rule.
    Suppressed(RuleId),
    /// It is such a thing itself.
    Suppressor,
    /// A finding of that rule has its bytes.
    Outranked(RuleId),
}

struct Seen {
    span: Span,
    pattern: PatternId,
    check: Option<Check>,
    verdict: Option<(Clue, Likelihood)>,
}

struct Witness(Vec<Seen>);

impl Observer for Witness {
    fn matched(&mut self, span: Span, pattern: PatternId, check: Option<Check>, verdict: Option<(Clue, Likelihood)>) {
        self.0.push(Seen { span, pattern, check, verdict });
    }
}

impl Engine {
    /// Every match of every rule in one record, in the order of the text, and what became of it.
    pub fn explain(&self, record: &[u8], scratch: &mut Scratch) -> Vec<Explanation> {
        let mut witness = Witness(Vec::new());
        self.find(record, scratch, &mut witness);
        let mut all: Vec<Explanation> =
            witness.0.iter().map(|seen| self.explanation(seen, &witness.0, &scratch.findings)).collect();
        all.sort_by_key(|explanation| (explanation.span, explanation.rule, explanation.pattern.clone()));
        all.dedup();
        all
    }

    fn explanation(&self, seen: &Seen, all: &[Seen], findings: &[Finding]) -> Explanation {
        let pattern = &self.rules.patterns[seen.pattern.index()];
        let clue = seen.verdict.map(|(clue, _)| clue);
        Explanation {
            span: seen.span,
            rule: pattern.rule,
            pattern: pattern.name.clone(),
            check: seen.check,
            word: clue.and_then(|clue| clue.word).map(|word| self.rules.lexicon.text(word).to_owned()),
            shift: clue.map_or(0, |clue| clue.shift),
            likelihood: seen.verdict.map(|(_, likelihood)| likelihood),
            outcome: self.outcome(seen, pattern.rule, all, findings),
        }
    }

    fn outcome(&self, seen: &Seen, rule: RuleId, all: &[Seen], findings: &[Finding]) -> Outcome {
        let Some((_, likelihood)) = seen.verdict else { return Outcome::CheckFailed };
        if likelihood < self.policy.least() {
            return Outcome::BelowThreshold;
        }
        if self.rules.rule(rule).suppress {
            return Outcome::Suppressor;
        }
        let beaten = |finding: &&Finding| finding.span.overlaps(seen.span);
        if findings.iter().filter(beaten).any(|finding| finding.rule == rule) {
            return Outcome::Found;
        }
        let suppressor = all.iter().find(|other| {
            let rule = self.rules.patterns[other.pattern.index()].rule;
            self.rules.rule(rule).suppress
                && other.span.contains(seen.span)
                && other.verdict.is_some_and(|(_, level)| level >= likelihood)
        });
        match (suppressor, findings.iter().find(beaten)) {
            (Some(other), _) => Outcome::Suppressed(self.rules.patterns[other.pattern.index()].rule),
            (None, Some(finding)) => Outcome::Outranked(finding.rule),
            (None, None) => Outcome::BelowThreshold,
        }
    }
}
