//! Sharing few buckets among many class strings.

use super::arch::{self, Traits};
use super::class::ClassString;
use super::partition::Partition;
use super::share::{Shared, share};
use super::{Backend, portable};

/// Class strings put together so that the buckets let as little through as they can on a backend.
#[derive(Clone, Debug)]
pub struct Buckets {
    /// For each string of a match its bucket.
    pub homes: Vec<usize>,
    /// What each bucket lets through; those of inner literals come last.
    pub(super) unions: Vec<ClassString>,
    pub(super) first_inner: usize,
    /// The classes that the backend tells apart, if it is one of classes.
    pub(super) partition: Option<Partition>,
    pub(super) backend: Backend,
    /// Every string with its bucket, for the backend that looks for each by itself; empty for the others.
    #[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
    pub(super) strings: Vec<(ClassString, usize)>,
}

impl Buckets {
    /// Most buckets.
    pub const MOST: usize = 32;

    /// Shares the buckets of a backend: `start` are the strings of matches, `inner` those of inner literals, which get
    /// buckets of their own. A backend that this machine cannot run is replaced by the portable one.
    pub fn new(start: &[ClassString], inner: &[ClassString], backend: Backend) -> Self {
        let traits = arch::traits(backend);
        let backend = if backend.is_available() { backend } else { Backend::Portable };
        let most = if matches!(backend, Backend::Portable | Backend::Naive) { portable::BUCKETS } else { Self::MOST };
        let partition = traits.map(|Traits { classes }| Partition::new(start.iter().chain(inner), classes));
        // What the instructions will see decides which strings go together.
        let seen = |strings: &[ClassString]| -> Vec<ClassString> {
            let string = |string| partition.as_ref().map_or_else(|| ClassString::clone(string), |p| p.seen(string));
            strings.iter().map(string).collect()
        };
        let inners = share(&seen(inner), inner.len().min(6));
        let Shared { unions, homes } = share(&seen(start), most - inners.unions.len());
        let first_inner = unions.len();
        Self {
            #[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
            strings: if backend == Backend::Hyperscan {
                let inner_homes = inners.homes.iter().map(|home| first_inner + home);
                let homes = homes.iter().copied().chain(inner_homes);
                start.iter().chain(inner).cloned().zip(homes).collect()
            } else {
                Vec::new()
            },
            homes,
            unions: unions.into_iter().chain(inners.unions).collect(),
            first_inner,
            partition,
            backend,
        }
    }

    /// Buckets of matches.
    pub fn len(&self) -> usize {
        self.first_inner
    }

    /// The bits of all buckets of matches.
    pub(super) fn all(&self) -> u32 {
        ((1_u64 << self.first_inner) - 1) as u32
    }
}
