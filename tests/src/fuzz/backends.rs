//! Law 4: all engines agree.

use privet_core::{Engine, Explanation, Scratch};

use super::engines::backends;
use super::input::text;

/// Every backend finds the same, for the same reasons, down to the least likely match.
pub fn backend_laws(data: &[u8]) {
    let text = text(data);
    agree(backends().iter().map(|(_, engine)| engine), &text);
}

/// Panics unless all `engines` have the same matches and findings in `text`.
pub fn agree<'e>(engines: impl IntoIterator<Item = &'e Engine>, text: &[u8]) {
    let mut scratch = Scratch::new();
    let mut first: Option<(Vec<Explanation>, Vec<_>)> = None;
    for engine in engines {
        let seen = (engine.explain(text, &mut scratch), engine.scan(text, &mut scratch).to_vec());
        match &first {
            Some(first) => {
                assert_eq!(first.0, seen.0, "the backends see other matches");
                assert_eq!(first.1, seen.1, "the backends have other findings");
            }
            None => first = Some(seen),
        }
    }
}
