//! The names of the objects that a field stands in.

use crate::label;
use crate::limits::MAX_PARENT;

/// The names of the objects and lists around the place `at` of a JSON-like text, innermost first, as far as they start
/// within the window.
pub(super) fn names(text: &[u8], at: usize) -> impl Iterator<Item = Vec<u8>> {
    let from = at.saturating_sub(MAX_PARENT);
    let mut closed = 0_usize;
    let brackets = text[from..at].iter().enumerate().rev().filter_map(move |(i, &byte)| match byte {
        b'}' | b']' => {
            closed += 1;
            None
        }
        b'{' | b'[' if closed > 0 => {
            closed -= 1;
            None
        }
        b'{' | b'[' => Some(from + i),
        _ => None,
    });
    let name = move |bracket: usize| {
        let label = label::find(text, bracket, bracket.saturating_sub(label::LONGEST + 24).max(from))?;
        Some(text[label.span.range()].to_vec())
    };
    brackets.filter_map(name)
}
