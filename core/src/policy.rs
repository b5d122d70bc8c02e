//! Stage: what is done with which findings.
//!
//! For a finding at or above the threshold, in this order: an allow list that holds its value lets it through; else the
//! first statement that selects it decides; else the default. A statement selects a finding when all its fields fit.
//!
//! A path pattern selects nothing in text without keys. Where a structure cannot be followed, because it is broken or
//! streams by, a statement with a path selects as if the path fitted, unless it keeps what it selects: what is unsure is
//! masked.

mod action;
mod allow;
mod bind;
mod build;
mod glob;
mod line;
mod path;
mod select;
mod syntax;
mod transform_syntax;

pub(crate) use action::Action;
pub(crate) use bind::{Bound, Ground, Verdict};
pub use build::Supplies;
pub(crate) use build::selection;
pub(crate) use glob::Glob;
pub use line::{Line, Part};
pub(crate) use select::{Location, Selection, Subject};
pub use syntax::{AllowSyntax, PolicySyntax, RouteSyntax, StatementSyntax};
pub use transform_syntax::{ActionKind, ActionSyntax, FpeForm, OptionsSyntax, Precision, TransformSyntax};

use crate::labels::Labels;
use crate::likelihood::Likelihood;
use crate::transform::Transform;
use allow::AllowList;

/// Whether a policy changes anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "it does or it does not")]
pub enum PolicyMode {
    /// It does.
    #[default]
    Enforce,
    /// It finds, decides and counts, and every byte stays as it is.
    Observe,
}

impl PolicyMode {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Enforce, Self::Observe];

    /// The name used in policies.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Enforce => "enforce",
            Self::Observe => "observe",
        }
    }
}

/// What is done with a payload that cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "whoever asks must act on each")]
pub enum OnError {
    /// It goes nowhere.
    #[default]
    Block,
    /// It is put aside.
    Quarantine,
    /// It is read as text, and masked as such.
    RawScan,
    /// It is let through as it is.
    Pass,
}

impl OnError {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Block, Self::Quarantine, Self::RawScan, Self::Pass];

    /// The name used in policies.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Quarantine => "quarantine",
            Self::RawScan => "raw-scan",
            Self::Pass => "pass",
        }
    }
}

/// What to do with findings.
#[derive(Clone, Debug)]
pub struct Policy {
    file: String,
    name: String,
    mode: PolicyMode,
    threshold: Likelihood,
    statements: Vec<Statement>,
    default: Action,
    /// Line of the default in the file; 0 where the file does not tell.
    default_line: usize,
    allow: Vec<AllowList>,
    routes: Vec<Route>,
    on_error: OnError,
}

/// What is done with some findings.
#[derive(Clone, Debug)]
struct Statement {
    line: usize,
    name: Option<String>,
    selection: Selection,
    action: Action,
}

/// What is done with payloads of some routes that cannot be read.
#[derive(Clone, Debug)]
struct Route {
    selection: Selection,
    on_error: OnError,
}

impl Default for Policy {
    /// Masks what is `possible` or more by the name of its entity.
    fn default() -> Self {
        Self::new(Transform::Entity)
    }
}

impl Policy {
    /// Masks what is `possible` or more by `transform`.
    pub fn new(transform: Transform) -> Self {
        Self {
            file: String::new(),
            name: String::new(),
            mode: PolicyMode::Enforce,
            threshold: Likelihood::Possible,
            statements: Vec::new(),
            default: Action::Transform(transform),
            default_line: 0,
            allow: Vec::new(),
            routes: Vec::new(),
            on_error: OnError::Block,
        }
    }

    /// Masks what is at least that likely.
    #[must_use]
    pub fn threshold(mut self, threshold: Likelihood) -> Self {
        self.threshold = threshold;
        self
    }

    /// Masks findings of that entity by another transform, whatever statements there are.
    #[must_use]
    pub fn entity(mut self, entity: &str, transform: Transform) -> Self {
        let selection = Selection { entities: vec![Glob::literal(entity)], ..Selection::default() };
        let statement = Statement { line: 0, name: None, selection, action: Action::Transform(transform) };
        self.statements.insert(0, statement);
        self
    }

    /// With [`PolicyMode::Observe`], everything is found and nothing is changed.
    #[must_use]
    pub fn mode(mut self, mode: PolicyMode) -> Self {
        self.mode = mode;
        self
    }

    /// The name in its file; empty for a policy made in code.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// True when nothing is changed.
    pub fn observes(&self) -> bool {
        self.mode == PolicyMode::Observe
    }

    /// What is done with a payload of that route that cannot be read.
    pub fn on_error(&self, labels: &Labels) -> OnError {
        let route = self.routes.iter().find(|route| route.selection.misses_labels(labels).is_none());
        route.map_or(self.on_error, |route| route.on_error)
    }

    /// The least likely finding that it is about.
    pub fn least(&self) -> Likelihood {
        self.threshold
    }
}

#[cfg(test)]
mod tests;
