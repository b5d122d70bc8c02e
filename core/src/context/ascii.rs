//! A text of ASCII, read as plain words without writing them down.

use super::trie::{Letters, Step};
use crate::limits::MAX_PHRASE;
use crate::words::parts;

pub(super) struct Ascii<'a>(pub(super) &'a [u8]);

impl Letters for Ascii<'_> {
    fn step(&self, at: usize, fresh: bool) -> Step {
        let Some(&byte) = self.0.get(at) else { return Step::End };
        if byte.is_ascii_alphanumeric() {
            return if fresh || !parts(self.0, at) {
                Step::Letter(byte.to_ascii_lowercase(), at + 1)
            } else {
                Step::Soft(at)
            };
        }
        let rest = &self.0[at..self.0.len().min(at + MAX_PHRASE)];
        let Some(len) = rest.iter().position(u8::is_ascii_alphanumeric) else { return Step::End };
        let soft = rest[..len].iter().all(|byte| matches!(byte, b'-' | b'_'));
        if soft { Step::Soft(at + len) } else { Step::Space(at + len) }
    }

    fn token_end(&self, at: usize) -> usize {
        let mut end = at;
        while let Step::Letter(_, next) = self.step(end, false) {
            end = next;
        }
        end
    }
}
