//! What is run: one file a family, all behind one trait.

pub(crate) mod automata;
mod limits;
pub(crate) mod loops;
mod privet;

use std::time::Instant;

pub use privet::{Privet, backends};

use crate::corpus::{Haystack, Mode};
use crate::data::EngineSpec;
use crate::report::Report;
use crate::rules::Rules;

/// Something that searches.
pub trait Engine {
    /// Goes over all messages and reports what there is, in bytes of the corpus.
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report);

    /// Forgets what it learnt from a corpus.
    fn reset(&mut self) {}

    /// Bytes that the compiled rules take, where the engine tells, caches included.
    fn memory(&self) -> Option<usize> {
        None
    }
}

/// Makes an engine of rules.
pub type Build = fn(&Rules) -> Result<Box<dyn Engine>, String>;

/// An engine, ready to run.
pub struct Built {
    /// Its row: the name of the spec, and the backend where there are several.
    pub name: String,
    /// What it is.
    pub spec: EngineSpec,
    /// What runs.
    pub engine: Box<dyn Engine>,
    /// How long it took to build.
    pub build_ms: f64,
}

/// A kind of engine from another crate.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The kind that the data names.
    pub name: &'static str,
    /// What makes one.
    pub build: Build,
}

/// The kinds of this crate that have one row.
const KINDS: [Kind; 9] = [
    Kind { name: "privet-find", build: privet::find },
    Kind { name: "privet-raw", build: privet::raw },
    Kind { name: "meta", build: automata::meta },
    Kind { name: "hybrid", build: automata::hybrid },
    Kind { name: "regex-set", build: loops::set },
    Kind { name: "regex-find", build: loops::find },
    Kind { name: "regex-replace", build: loops::replace },
    Kind { name: "memchr", build: limits::memchr },
    Kind { name: "memcpy", build: limits::memcpy },
];

/// The engines of a spec: one a backend where it says so, and none where this build lacks an optional one.
///
/// # Errors
///
/// No crate has such a kind, or the rules do not compile.
pub fn build(spec: &EngineSpec, rules: &Rules, more: &[Kind]) -> Result<Vec<Built>, String> {
    let wrong = |error| format!("{} over {}: {error}", spec.id, rules.id);
    if spec.kind == "privet-redact" {
        let each = backends().into_iter().map(|backend| {
            let start = Instant::now();
            let engine: Box<dyn Engine> = Box::new(Privet::redacting(rules, backend).map_err(wrong)?);
            let build_ms = start.elapsed().as_secs_f64() * 1e3;
            Ok(Built { name: format!("{}, {}", spec.id, backend.as_str()), spec: spec.clone(), engine, build_ms })
        });
        return each.collect();
    }
    let Some(kind) = KINDS.iter().chain(more).find(|kind| kind.name == spec.kind) else {
        return if spec.optional { Ok(Vec::new()) } else { Err(format!("no engine is of the kind {:?}", spec.kind)) };
    };
    let start = Instant::now();
    let engine = (kind.build)(rules).map_err(wrong)?;
    let build_ms = start.elapsed().as_secs_f64() * 1e3;
    Ok(vec![Built { name: spec.id.clone(), spec: spec.clone(), engine, build_ms }])
}
