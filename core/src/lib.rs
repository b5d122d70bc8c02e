//! Finds personal data in bytes and masks it in line.
#![warn(missing_docs, clippy::exhaustive_enums, clippy::exhaustive_structs)]

mod byte_set;
mod confirm;
mod context;
mod edit;
mod engine;
mod error;
mod finding;
mod likelihood;
mod limits;
mod lint;
mod overlap;
mod payload;
mod policy;
mod rewrite;
mod ruleset;
mod scan;
mod sensitive;
mod span;
mod stream;
mod transform;
mod validate;

pub use engine::{Engine, Explanation, Outcome, Redacted, Scratch};
pub use error::{BuildError, Problem};
pub use finding::{Finding, RuleId};
pub use likelihood::{Likelihood, UnknownLikelihood};
pub use lint::{Lint, lint};
pub use policy::Policy;
pub use ruleset::{
    Boundary, Library, Mode, PatternSyntax, Rule, RuleSyntax, Ruleset, Search, Selection, Sensitivity, SetSyntax,
    Source, SourceKind, UnknownName, ValidatorSyntax,
};
pub use scan::Backend;
pub use sensitive::Sensitive;
pub use span::Span;
pub use stream::StreamFilter;
pub use transform::{HashKey, InvalidKey, Transform};
pub use validate::{Check, VALIDATORS, Validator};
