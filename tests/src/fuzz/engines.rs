//! The engines that inputs run through, compiled once a process.

use std::sync::OnceLock;

use privet_core::{Backend, Engine, HashKey, Likelihood, Policy, Ruleset, Transform};

use crate::rules::engine;

fn compiled(backend: Backend) -> Ruleset {
    engine("all", backend, Policy::default()).rules().clone()
}

/// All rules on the default backend.
fn rules() -> &'static Ruleset {
    static RULES: OnceLock<Ruleset> = OnceLock::new();
    RULES.get_or_init(|| compiled(Backend::default()))
}

/// All rules, once for each backend, with the least likely match a finding.
pub fn backends() -> &'static [(Backend, Engine)] {
    static ENGINES: OnceLock<Vec<(Backend, Engine)>> = OnceLock::new();
    ENGINES.get_or_init(|| {
        let of = |backend| {
            let rules = if backend == Backend::default() { rules().clone() } else { compiled(backend) };
            (backend, Engine::new(rules, Policy::default().threshold(Likelihood::VeryUnlikely)))
        };
        Backend::available().map(of).collect()
    })
}

/// An engine, and the one transform of its policy.
pub struct Masking {
    pub engine: Engine,
    pub transform: Transform,
}

/// Every way to mask a record. The last ones mask everything that looks like something, the first what a default
/// policy masks.
pub fn maskings() -> &'static [Masking] {
    static MASKINGS: OnceLock<Vec<Masking>> = OnceLock::new();
    MASKINGS
        .get_or_init(|| transforms().into_iter().map(|(transform, least)| masking(rules(), transform, least)).collect())
}

fn masking(rules: &Ruleset, transform: Transform, least: Likelihood) -> Masking {
    let policy = Policy::new(transform.clone()).threshold(least);
    Masking { engine: Engine::new(rules.clone(), policy), transform }
}

/// The key of [`Transform::Hash`] has this id.
pub const KEY: &str = "fuzz-1";

fn transforms() -> [(Transform, Likelihood); 7] {
    let mask = |keep_first, keep_last| Transform::Mask { with: b'*', keep_first, keep_last, keep_separators: false };
    let key = HashKey::new(KEY, vec![7; 32]).expect("a good key");
    [
        (Transform::Entity, Likelihood::Possible),
        (mask(0, 4), Likelihood::Possible),
        (Transform::Hash(key), Likelihood::Possible),
        (Transform::Redact, Likelihood::VeryUnlikely),
        (Transform::Replace(String::new()), Likelihood::VeryUnlikely),
        (mask(0, 0), Likelihood::VeryUnlikely),
        (mask(3, 2), Likelihood::VeryUnlikely),
    ]
}

/// An engine over all rules that replaces what a default policy masks by `with`.
pub fn replacing(with: &str) -> Engine {
    Engine::new(rules().clone(), Policy::new(Transform::Replace(with.to_owned())))
}
