//! A policy over the rules in force: for each rule, what can become of its findings, made ready.

use std::borrow::Cow;
use std::ops::Deref;

use super::{Action, Location, Policy, Statement, Subject};
use crate::finding::RuleId;
use crate::labels::Labels;
use crate::likelihood::Likelihood;
use crate::transform::Replacement;

/// What becomes of the findings of each rule.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    plans: Vec<Plan>,
    asks_places: bool,
    asks_subjects: bool,
}

#[derive(Clone, Debug)]
struct Plan {
    /// In order; the last is for all findings that are left.
    choices: Vec<Choice>,
    /// Indices of the allow lists that are about the entity.
    allow: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Choice {
    /// Index of the statement; none: the default.
    statement: Option<usize>,
    outcome: Outcome,
}

#[derive(Clone, Debug)]
enum Outcome {
    Keep,
    Drop,
    Block,
    Replace(Replacement),
}

/// What becomes of a finding.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Verdict<'b> {
    /// It stays.
    Keep,
    /// The member that holds it goes.
    Drop,
    /// The payload goes nowhere.
    Block,
    /// Something else stands in its place.
    Replace(&'b Replacement),
}

/// What a decision stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    /// The allow list of that index.
    Allowed(usize),
    /// The statement of that index.
    Statement(usize),
    /// No statement selects the finding.
    Default,
}

impl Bound {
    /// Makes a policy ready for rules.
    pub(crate) fn new<'s>(policy: &Policy, subjects: impl IntoIterator<Item = Subject<'s>>) -> Self {
        let plans: Vec<Plan> = subjects.into_iter().map(|subject| Plan::new(policy, &subject)).collect();
        let asks = |choice: &Choice| {
            let by_path = |index: usize| !policy.statements[index].selection.paths.is_empty();
            matches!(choice.outcome, Outcome::Drop) || choice.statement.is_some_and(by_path)
        };
        let asks_places = plans.iter().any(|plan| plan.choices.iter().any(asks));
        let by_subject = |choice: &Choice| matches!(&choice.outcome, Outcome::Replace(new) if new.subject().is_some());
        let asks_subjects = plans.iter().any(|plan| plan.choices.iter().any(by_subject));
        Self { plans, asks_places, asks_subjects }
    }

    /// True when it matters to some rule where in a structure a finding stands.
    pub(crate) fn asks_places(&self) -> bool {
        self.asks_places
    }

    /// True when some replacement hangs on whose the value is.
    pub(crate) fn asks_subjects(&self) -> bool {
        self.asks_subjects
    }

    /// What becomes of a finding. `place` and `plain`, the value as it reads, are asked for where the answer hangs on them.
    ///
    /// Cost: a look at a table where one outcome is left for the rule.
    #[inline]
    pub(crate) fn decide<'p, 'v>(
        &self,
        policy: &Policy,
        (rule, likelihood): (RuleId, Likelihood),
        labels: &Labels,
        place: &impl Deref<Target = Location<'p>>,
        plain: impl FnOnce() -> Cow<'v, [u8]>,
    ) -> Verdict<'_> {
        let plan = &self.plans[rule.index()];
        let choice = match &plan.choices[..] {
            [only] if plan.allow.is_empty() => only,
            _ => match plan.choose(policy, likelihood, labels, place, plain, |_, _| ()) {
                Ok(choice) => choice,
                Err(_) => return Verdict::Keep,
            },
        };
        match &choice.outcome {
            Outcome::Keep => Verdict::Keep,
            Outcome::Drop => Verdict::Drop,
            Outcome::Block => Verdict::Block,
            Outcome::Replace(replacement) => Verdict::Replace(replacement),
        }
    }

    /// As [`Bound::decide`], with what decided and, for each statement before it, the field that did not fit.
    pub(crate) fn trace<'p, 'v>(
        &self,
        policy: &Policy,
        subject: &Subject<'_>,
        (rule, likelihood): (RuleId, Likelihood),
        labels: &Labels,
        place: &impl Deref<Target = Location<'p>>,
        plain: impl FnOnce() -> Cow<'v, [u8]>,
    ) -> (Ground, Vec<(usize, &'static str)>) {
        let mut missed = Vec::new();
        let chosen = self.plans[rule.index()].choose(policy, likelihood, labels, place, plain, |index, field| {
            missed.push((index, field));
        });
        let ground = match chosen {
            Err(list) => return (Ground::Allowed(list), Vec::new()),
            Ok(choice) => choice.statement.map_or(Ground::Default, Ground::Statement),
        };
        let before = match ground {
            Ground::Statement(index) => index,
            _ => policy.statements.len(),
        };
        // Those that are never about the rule are in no plan.
        let never = policy.statements[..before].iter().enumerate();
        missed.extend(never.filter_map(|(index, s)| Some((index, s.selection.misses_rule(subject)?))));
        missed.sort_unstable();
        (ground, missed)
    }
}

impl Plan {
    fn new(policy: &Policy, subject: &Subject<'_>) -> Self {
        let mut choices = Vec::new();
        for (index, statement) in policy.statements.iter().enumerate() {
            if statement.selection.misses_rule(subject).is_some() {
                continue;
            }
            choices.push(Choice { statement: Some(index), outcome: Outcome::new(&statement.action, subject) });
            if statement.selection.is_by_rule_alone() {
                break;
            }
        }
        let decided = choices.last().and_then(|choice| choice.statement);
        if decided.is_none_or(|index| !policy.statements[index].selection.is_by_rule_alone()) {
            choices.push(Choice { statement: None, outcome: Outcome::new(&policy.default, subject) });
        }
        let lists = policy.allow.iter().enumerate();
        let allow = lists.filter(|(_, list)| list.is_about(subject.entity)).map(|(index, _)| index).collect();
        Self { choices, allow }
    }

    /// The choice for a finding, or the allow list that holds its value. `missed` gets each statement that is passed over,
    /// and the field that does not fit.
    fn choose<'p, 'v>(
        &self,
        policy: &Policy,
        likelihood: Likelihood,
        labels: &Labels,
        place: &impl Deref<Target = Location<'p>>,
        plain: impl FnOnce() -> Cow<'v, [u8]>,
        mut missed: impl FnMut(usize, &'static str),
    ) -> Result<&Choice, usize> {
        if !self.allow.is_empty() {
            let value = plain();
            if let Some(&list) = self.allow.iter().find(|&&list| policy.allow[list].holds(&value)) {
                return Err(list);
            }
        }
        let mut selects = |choice: &&Choice| {
            let Some(index) = choice.statement else { return true };
            let Statement { selection, action, .. } = &policy.statements[index];
            match selection.misses_finding(likelihood, labels, place, !action.keeps()) {
                Some(field) => {
                    missed(index, field);
                    false
                }
                None => true,
            }
        };
        // The last one selects whatever is left.
        Ok(self.choices.iter().find(|choice| selects(choice)).unwrap_or(&self.choices[self.choices.len() - 1]))
    }
}

impl Outcome {
    fn new(action: &Action, subject: &Subject<'_>) -> Self {
        match action {
            Action::Keep => Self::Keep,
            Action::DropField => Self::Drop,
            Action::Block => Self::Block,
            Action::Transform(transform) => Self::Replace(Replacement::new(transform, subject.entity)),
        }
    }
}
