//! Stage: where could a match start?
//!
//! Every pattern is boiled down to a few *class strings*: eight sets of bytes, one for each of its first bytes, and one
//! for the byte before. The strings share sixteen *buckets*; a backend slides over the text and yields each place that
//! some bucket accepts. The answer may be wrong and is never missing: the confirm stage decides.

mod bucket;
mod class;
mod portable;
mod sample;
mod share;

pub use bucket::Buckets;
pub use class::{ClassString, DEPTH};
pub use share::{Shared, share};

use crate::finding::Candidate;

/// The piece of a text that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// First byte where a match may start; the bytes before it are looked at as neighbours.
    pub from: usize,
    /// First byte after those where a match may start; the text that follows is looked at, too.
    pub to: usize,
    /// Nothing follows the text: its end is the end of the record or stream.
    pub closed: bool,
}

/// How candidates are found. All backends lead to the same findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Backend {
    /// Shift-and over two words of eight buckets: runs everywhere.
    #[default]
    Portable,
    /// Every byte is a candidate: the oracle of the others.
    Naive,
}

impl Backend {
    /// Every backend that this machine can run.
    pub const ALL: [Self; 2] = [Self::Portable, Self::Naive];

    /// The name used in options and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Portable => "portable",
            Self::Naive => "naive",
        }
    }

    /// The backend of that name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|backend| backend.as_str() == name)
    }
}

/// A compiled filter: class strings in buckets, and the backend that runs over them.
#[derive(Clone, Debug)]
pub struct Scanner {
    backend: Backend,
    tables: portable::Tables,
    has_inner: bool,
}

impl Scanner {
    /// Candidates kept at a time: callers confirm them and come back for more.
    pub const BATCH: usize = 1024;

    /// A filter for those buckets.
    pub fn new(buckets: &Buckets, backend: Backend) -> Self {
        Self { backend, tables: portable::Tables::new(buckets), has_inner: buckets.has_inner() }
    }

    /// Appends the candidates of the window, in ascending order, and returns where to go on: the end of the window when
    /// it is done, less when [`Scanner::BATCH`] candidates have been appended.
    ///
    /// In an open window (`closed` false) the last bytes of the text may start anything, and are candidates when what
    /// there is of them fits.
    ///
    /// Cost: one pass; no allocation once `out` has room for a batch.
    pub fn scan(&self, text: &[u8], window: Window, out: &mut Vec<Candidate>) -> usize {
        match self.backend {
            Backend::Portable => self.tables.scan(text, window, out),
            Backend::Naive => {
                let end = window.to.min(window.from + Self::BATCH);
                out.extend((window.from..end).map(|at| Candidate { at, start: true, inner: self.has_inner }));
                end
            }
        }
    }
}

#[cfg(test)]
mod tests;
