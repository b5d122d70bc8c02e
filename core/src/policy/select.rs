//! What a statement selects.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use super::glob::Glob;
use super::path::PathPattern;
use crate::labels::{Label, Labels};
use crate::likelihood::Likelihood;
use crate::sensitivity::Sensitivity;

/// What a policy can know of a rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    pub(crate) entity: &'a str,
    pub(crate) sensitivity: Sensitivity,
    /// ISO 3166 code in lower case, or `global`.
    pub(crate) jurisdiction: &'a str,
    pub(crate) sets: &'a [String],
}

/// Where a finding stands.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Location<'p> {
    /// In text that has no keys.
    Text,
    /// Below these keys, outermost first; an empty one is an item of a list.
    Path(Vec<Cow<'p, [u8]>>),
    /// Somewhere in a structure that could not be followed.
    Unknown,
}

impl fmt::Debug for Location<'_> {
    /// Shows no key: one may name a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("Text"),
            Self::Path(path) => write!(f, "Path({} keys)", path.len()),
            Self::Unknown => f.write_str("Unknown"),
        }
    }
}

/// What must be true of a finding. A list that is empty asks for nothing; of one that is not, one item must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Selection {
    pub(crate) entities: Vec<Glob>,
    pub(crate) sets: Vec<Glob>,
    pub(crate) sensitivities: Vec<Sensitivity>,
    pub(crate) jurisdictions: Vec<String>,
    pub(crate) likelihood: Option<Likelihood>,
    pub(crate) paths: Vec<PathPattern>,
    pub(crate) labels: Vec<(Label, Vec<Glob>)>,
}

impl Selection {
    /// The first field for which findings of that rule are never selected.
    pub(crate) fn misses_rule(&self, subject: &Subject<'_>) -> Option<&'static str> {
        let none = |globs: &[Glob], names: &[&str]| {
            !globs.is_empty() && !globs.iter().any(|glob| names.iter().any(|name| glob.matches(name.as_bytes())))
        };
        let sets: Vec<&str> = subject.sets.iter().map(String::as_str).collect();
        let is_home = |jurisdiction: &String| jurisdiction == subject.jurisdiction;
        if none(&self.entities, &[subject.entity]) {
            Some("entity")
        } else if none(&self.sets, &sets) {
            Some("set")
        } else if !self.sensitivities.is_empty() && !self.sensitivities.contains(&subject.sensitivity) {
            Some("sensitivity")
        } else if !self.jurisdictions.is_empty() && !self.jurisdictions.iter().any(is_home) {
            Some("jurisdiction")
        } else {
            None
        }
    }

    /// The first field for which this finding of a rule that is selected is not. `unsure` is the answer where there are
    /// path patterns and the path is not known.
    pub(crate) fn misses_finding<'p>(
        &self,
        likelihood: Likelihood,
        labels: &Labels,
        place: &impl Deref<Target = Location<'p>>,
        unsure: bool,
    ) -> Option<&'static str> {
        if self.likelihood.is_some_and(|least| likelihood < least) {
            return Some("likelihood");
        }
        if let Some(label) = self.misses_labels(labels) {
            return Some(label.as_str());
        }
        let misses = !self.paths.is_empty()
            && match &**place {
                Location::Text => true,
                Location::Path(path) => !self.paths.iter().any(|pattern| pattern.matches(path)),
                Location::Unknown => !unsure,
            };
        misses.then_some("path")
    }

    /// The first label that does not fit, or is not there.
    pub(crate) fn misses_labels(&self, labels: &Labels) -> Option<Label> {
        let fits = |label: Label, globs: &[Glob]| {
            labels.value(label).is_some_and(|value| globs.iter().any(|glob| glob.matches(value.as_bytes())))
        };
        self.labels.iter().find(|(label, globs)| !fits(*label, globs)).map(|&(label, _)| label)
    }

    /// True when all findings of the rules that are selected are.
    pub(crate) fn is_by_rule_alone(&self) -> bool {
        self.likelihood.is_none() && self.paths.is_empty() && self.labels.is_empty()
    }

    /// True when, of rules that both select, this one leaves nothing for the other.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        self.likelihood <= other.likelihood
            && (self.paths.is_empty() || !other.paths.is_empty() && other.paths.iter().all(|p| self.paths.contains(p)))
            && self.labels.iter().all(|label| other.labels.contains(label))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(names: &[&str]) -> Vec<Glob> {
        names.iter().map(|name| Glob::new(name, false)).collect()
    }

    const SSN: Subject<'_> =
        Subject { entity: "US_SSN", sensitivity: Sensitivity::Ordinary, jurisdiction: "us", sets: &[] };

    #[test]
    fn every_field_must_fit() {
        let sets = ["us-hipaa".to_owned()];
        let subject = Subject { sets: &sets, ..SSN };
        let with = |change: fn(&mut Selection)| {
            let mut selection = Selection::default();
            change(&mut selection);
            selection.misses_rule(&subject)
        };
        assert_eq!(with(|_| ()), None);
        assert_eq!(with(|s| s.entities = globs(&["UK_*", "US_*"])), None);
        assert_eq!(with(|s| s.entities = globs(&["UK_*"])), Some("entity"));
        assert_eq!(with(|s| s.sets = globs(&["us-*"])), None);
        assert_eq!(with(|s| s.sets = globs(&["gdpr"])), Some("set"));
        assert_eq!(with(|s| s.sensitivities = vec![Sensitivity::Special]), Some("sensitivity"));
        assert_eq!(with(|s| s.jurisdictions = vec!["de".to_owned(), "us".to_owned()]), None);
        assert_eq!(with(|s| s.jurisdictions = vec!["global".to_owned()]), Some("jurisdiction"));
    }

    #[test]
    fn the_finding_must_fit() {
        let selection = Selection {
            likelihood: Some(Likelihood::Likely),
            paths: vec![PathPattern::parse("**.ssn", false).unwrap()],
            labels: vec![(Label::Topic, globs(&["orders.*"]))],
            ..Selection::default()
        };
        let orders = Labels::new().with(Label::Topic, "orders.new");
        let there = Location::Path(vec![Cow::Borrowed(&b"user"[..]), Cow::Borrowed(b"ssn")]);
        let misses = |likelihood, labels: &Labels, place: &Location<'_>, unsure| {
            selection.misses_finding(likelihood, labels, &Box::new(place.clone()), unsure)
        };
        assert_eq!(misses(Likelihood::Likely, &orders, &there, false), None);
        assert_eq!(misses(Likelihood::Possible, &orders, &there, false), Some("likelihood"));
        assert_eq!(misses(Likelihood::Likely, &Labels::new(), &there, false), Some("topic"));
        assert_eq!(misses(Likelihood::Likely, &orders, &Location::Path(Vec::new()), false), Some("path"));
        assert_eq!(misses(Likelihood::Likely, &orders, &Location::Text, true), Some("path"));
        assert_eq!(misses(Likelihood::Likely, &orders, &Location::Unknown, true), None);
        assert_eq!(misses(Likelihood::Likely, &orders, &Location::Unknown, false), Some("path"));
    }

    #[test]
    fn what_leaves_nothing_for_another() {
        let likely = Selection { likelihood: Some(Likelihood::Likely), ..Selection::default() };
        let sure = Selection { likelihood: Some(Likelihood::VeryLikely), ..Selection::default() };
        let all = Selection::default();
        assert!(all.covers(&likely) && likely.covers(&sure) && !sure.covers(&likely) && !likely.covers(&all));
        let path = |text| Selection { paths: vec![PathPattern::parse(text, false).unwrap()], ..Selection::default() };
        assert!(path("a.b").covers(&path("a.b")) && !path("a.b").covers(&all) && !path("a.b").covers(&path("a.*")));
    }
}
