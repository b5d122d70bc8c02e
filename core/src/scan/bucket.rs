//! Sharing few buckets among many class strings.

use super::class::ClassString;
use super::share::share;

/// Buckets in all.
pub(super) const BUCKETS: usize = 16;

/// Class strings put together so that the buckets let as little through as they can.
#[derive(Clone, Debug)]
pub struct Buckets {
    /// What each bucket lets through; those of inner literals come last.
    pub(super) unions: Vec<ClassString>,
    pub(super) first_inner: usize,
}

impl Buckets {
    /// Shares the buckets: `start` are the strings of matches, `inner` those of inner literals, which get buckets of
    /// their own.
    pub fn new(start: &[ClassString], inner: &[ClassString]) -> Self {
        let inner = share(inner, inner.len().min(2), inner.len()).unions;
        let start = share(start, BUCKETS - inner.len(), start.len()).unions;
        let first_inner = start.len();
        Self { unions: start.into_iter().chain(inner).collect(), first_inner }
    }

    /// Some pattern is found by its inner literal.
    pub(super) fn has_inner(&self) -> bool {
        self.first_inner < self.unions.len()
    }
}
