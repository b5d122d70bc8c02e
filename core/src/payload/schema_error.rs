//! What can be wrong with the schema of a format.

use std::fmt;

/// A schema that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaError {
    place: String,
    what: String,
}

impl SchemaError {
    /// At `place`, a path within the schema; it is empty for the schema itself.
    pub(super) fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }

    /// The same, in one schema of many.
    pub(super) fn within(self, schema: u32) -> Self {
        Self { place: format!("{schema}{}", self.place), ..self }
    }

    /// Where in the schema, as a path; empty where all of it is meant.
    pub fn place(&self) -> &str {
        &self.place
    }
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            write!(f, "schema: {}", self.what)
        } else {
            write!(f, "schema, at {}: {}", self.place, self.what)
        }
    }
}

impl std::error::Error for SchemaError {}
