//! Stage: which findings are masked, and how.

use std::collections::HashMap;

use crate::likelihood::Likelihood;
use crate::transform::Transform;

/// What to do with findings.
#[derive(Clone, Debug)]
pub struct Policy {
    threshold: Likelihood,
    default: Transform,
    by_entity: HashMap<String, Transform>,
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
        Self { threshold: Likelihood::Possible, default: transform, by_entity: HashMap::new() }
    }

    /// Masks what is at least that likely.
    #[must_use]
    pub fn threshold(mut self, threshold: Likelihood) -> Self {
        self.threshold = threshold;
        self
    }

    /// Masks findings of that entity by another transform.
    #[must_use]
    pub fn entity(mut self, entity: &str, transform: Transform) -> Self {
        self.by_entity.insert(entity.to_owned(), transform);
        self
    }

    /// The least likely finding that is masked.
    pub(crate) fn least(&self) -> Likelihood {
        self.threshold
    }

    /// The transform for findings of that entity.
    pub(crate) fn transform(&self, entity: &str) -> &Transform {
        self.by_entity.get(entity).unwrap_or(&self.default)
    }
}
