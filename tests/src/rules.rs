//! Engines over the shipped rules.

use std::sync::OnceLock;

use privet_core::{Backend, Engine, Library, Policy, Ruleset, Source, SourceKind};

/// The shipped rules, word lists and sets.
///
/// # Panics
///
/// When a file is wrong.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let files = |files: &'static [(&'static str, &'static str)], kind| {
            files.iter().map(move |(path, text)| Source { kind, path, text })
        };
        let rules = files(privet_rulesets::RULES, SourceKind::Rule);
        let words = files(privet_rulesets::WORDS, SourceKind::Words);
        let sets = files(privet_rulesets::SETS, SourceKind::Set);
        Library::parse(rules.chain(words).chain(sets)).unwrap_or_else(|error| panic!("{error}"))
    })
}

/// An engine over the named rules.
///
/// # Panics
///
/// When there are no such rules, or they do not compile.
pub fn engine(rules: &str, backend: Backend, policy: Policy) -> Engine {
    let selection = library().select(rules).unwrap_or_else(|error| panic!("{error}"));
    let rules = Ruleset::compile(&selection, backend).unwrap_or_else(|error| panic!("{error}"));
    Engine::new(rules, policy)
}

/// The backend of that name, if this machine can run it.
///
/// # Errors
///
/// The text names those that it can.
pub fn backend(name: &str) -> Result<Backend, String> {
    Backend::by_name(name).filter(|backend| backend.is_available()).ok_or_else(|| {
        let names = Backend::available().map(Backend::as_str).collect::<Vec<_>>().join(", ");
        format!("there is no backend {name:?} here, but {names}")
    })
}

/// Engines over all rules with the default policy, one a backend: compiled once.
pub fn engines() -> &'static [(Backend, Engine)] {
    static ENGINES: OnceLock<Vec<(Backend, Engine)>> = OnceLock::new();
    ENGINES.get_or_init(|| {
        Backend::available().map(|backend| (backend, engine("all", backend, Policy::default()))).collect()
    })
}
