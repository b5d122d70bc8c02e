//! Stage: where could a match start?
//!
//! Every pattern is boiled down to a few *class strings*: eight sets of bytes, one for each of its first bytes, and one
//! for the byte before. The strings share few *buckets*; a backend slides over the text and yields each place that
//! some bucket accepts. The answer may be wrong and is never missing: the confirm stage decides.

mod arch;
mod bucket;
mod class;
mod partition;
mod portable;
mod prefix;
mod sample;
mod share;

pub use bucket::Buckets;
pub use class::{ClassString, DEPTH};
pub use prefix::{Prefixes, SHORTEST as PREFIX, fold};

use crate::finding::{Candidate, Opening};
use crate::marks::Marks;
use arch::{Filter, Simd};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Backend {
    /// AVX-512 with VBMI: 64 bytes at a time.
    Avx512,
    /// AVX2: 32 bytes.
    Avx2,
    /// SSSE3: 16 bytes.
    Ssse3,
    /// NEON: 16 bytes.
    Neon,
    /// WebAssembly's vectors: 16 bytes.
    Simd128,
    /// Shift-and over words of eight buckets: runs everywhere.
    Portable,
    /// The library of that name, where it is built in: feature `hyperscan`, on x86-64. By name only, never the default:
    /// the vectors are faster over nearly all rules, and several times where rules start with no literal.
    Hyperscan,
    /// Every byte is a candidate: the oracle of the others.
    Naive,
}

impl Backend {
    /// Every backend, the fastest over rules of all kinds first, whether this machine can run it or not.
    pub const ALL: [Self; 8] = [
        Self::Avx512,
        Self::Avx2,
        Self::Ssse3,
        Self::Neon,
        Self::Simd128,
        Self::Portable,
        Self::Hyperscan,
        Self::Naive,
    ];

    /// The backends that this machine can run, in the order of [`Backend::ALL`].
    pub fn available() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|backend| backend.is_available())
    }

    /// True when this machine can run it.
    pub fn is_available(self) -> bool {
        match self {
            Self::Portable | Self::Naive => true,
            #[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
            Self::Hyperscan => arch::hyperscan::is_available(),
            _ => arch::traits(self).is_some(),
        }
    }

    /// The name used in options and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Avx512 => "avx512",
            Self::Avx2 => "avx2",
            Self::Ssse3 => "ssse3",
            Self::Neon => "neon",
            Self::Simd128 => "simd128",
            Self::Portable => "portable",
            Self::Hyperscan => "hyperscan",
            Self::Naive => "naive",
        }
    }

    /// The backend of that name, which this machine may not be able to run.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|backend| backend.as_str() == name)
    }
}

impl Default for Backend {
    /// The fastest that this machine can run.
    fn default() -> Self {
        Self::available().next().unwrap_or(Self::Portable)
    }
}

/// A compiled filter: class strings in buckets, and the backend that runs over them.
#[derive(Clone, Debug)]
pub struct Scanner {
    way: Way,
    /// For the last bytes of an open text, which may go on in any way.
    tables: portable::Tables,
}

#[derive(Clone, Debug)]
enum Way {
    Simd(Box<Simd>),
    #[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
    Hyperscan(arch::hyperscan::Hyperscan),
    Portable,
    /// Every bucket everywhere.
    Naive {
        buckets: u32,
        inner: bool,
    },
}

/// Candidates, and the buffers to find them with.
#[derive(Default)]
pub struct Candidates {
    /// In ascending order.
    pub list: Vec<Candidate>,
    /// Where words start that open a match, in ascending order.
    pub openings: Vec<Opening>,
    classes: arch::Classes,
    #[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
    marks: arch::hyperscan::Marks,
}

impl Scanner {
    /// Candidates kept at a time: callers confirm them and come back for more.
    pub const BATCH: usize = 1024;

    /// A filter for those buckets.
    pub fn new(buckets: &Buckets) -> Self {
        let way = Self::way(buckets).unwrap_or(Way::Portable);
        Self { way, tables: portable::Tables::new(buckets) }
    }

    fn way(buckets: &Buckets) -> Option<Way> {
        match buckets.backend {
            Backend::Portable => None,
            Backend::Naive => {
                Some(Way::Naive { buckets: buckets.all(), inner: buckets.first_inner < buckets.unions.len() })
            }
            #[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
            Backend::Hyperscan => arch::hyperscan::Hyperscan::new(buckets).map(Way::Hyperscan),
            backend => {
                let filter = Filter::new(buckets, buckets.partition.as_ref()?);
                Simd::new(backend, filter).map(|simd| Way::Simd(Box::new(simd)))
            }
        }
    }

    /// Fills `marks` with those of a text.
    ///
    /// Cost: one pass; no allocation once there is room.
    pub(crate) fn mark(&self, text: &[u8], marks: &mut Marks) {
        match &self.way {
            Way::Simd(simd) => simd.mark(text, marks),
            _ => marks.fill(text),
        }
    }

    /// Appends the candidates of the window, in ascending order, and returns where to go on: the end of the window when
    /// it is done, less when about [`Scanner::BATCH`] candidates have been appended.
    ///
    /// In an open window (`closed` false) the last bytes of the text may start anything, and are candidates when what
    /// there is of them fits.
    ///
    /// Cost: one pass; no allocation once `out` has room for a batch.
    pub fn scan(&self, text: &[u8], window: Window, out: &mut Candidates) -> usize {
        match &self.way {
            Way::Simd(simd) => {
                let whole = if window.closed { window.to } else { window.to.min(text.len().saturating_sub(DEPTH - 1)) };
                let mut at = window.from;
                if at < whole {
                    at = simd.scan(text, Window { to: whole, ..window }, out);
                    if at < whole || whole == window.to {
                        return at;
                    }
                }
                self.tables.scan(text, Window { from: at, ..window }, &mut out.list)
            }
            #[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
            Way::Hyperscan(hyperscan) => {
                // The first byte of a text follows the edge, which is no byte that an expression could have.
                let first = window.to.min(1);
                let mut at = window.from;
                if at < first {
                    at = self.tables.scan(text, Window { to: first, ..window }, &mut out.list);
                }
                let whole = window.to.min(text.len().saturating_sub(DEPTH - 1));
                if at < whole {
                    let Candidates { list, marks, .. } = out;
                    match hyperscan.scan(text, Window { from: at, to: whole, ..window }, marks, list) {
                        Ok(on) if on < whole || whole == window.to => return on,
                        Ok(on) | Err(on) => at = on,
                    }
                }
                self.tables.scan(text, Window { from: at, ..window }, &mut out.list)
            }
            Way::Portable => self.tables.scan(text, window, &mut out.list),
            &Way::Naive { buckets, inner } => {
                let end = window.to.min(window.from + Self::BATCH);
                out.list.extend((window.from..end).map(|at| Candidate { at, buckets, inner }));
                end
            }
        }
    }
}

#[cfg(test)]
mod tests;
