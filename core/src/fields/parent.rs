//! The name of the object that a field stands in.

use crate::label::{self, Label};
use crate::limits::MAX_PARENT;
use crate::marks::{BLOCK, Marked, Marks};
use crate::span::Span;

/// The name of the innermost object or list around the place `at` of a JSON-like text that has one, as far as it starts
/// within the window.
pub(super) fn name(text: Marked<'_>, at: usize) -> Option<Span> {
    let bytes = text.text;
    let from = at.saturating_sub(MAX_PARENT);
    let mut closed = 0_usize;
    let mut opens = brackets(text.marks, at, from).filter(move |&bracket| {
        let opens = matches!(bytes[bracket], b'{' | b'[');
        if opens && closed == 0 {
            return true;
        }
        closed = if opens { closed - 1 } else { closed + 1 };
        false
    });
    let name = move |bracket: usize| {
        let found = label::find(bytes, bracket, bracket.saturating_sub(super::NAME_WINDOW).max(from));
        found.map(|Label { span, .. }| span)
    };
    // `[{`: an item of a list stands in what the list is named.
    opens.by_ref().take(LEVELS).find_map(name)
}

/// Brackets that are looked at for a name.
const LEVELS: usize = 3;

/// The brackets before `at`, from the last one to the first at `from` or behind it.
fn brackets(marks: &Marks, at: usize, from: usize) -> impl Iterator<Item = usize> {
    let (mut end, mut bits) = (at, marks.up_to(at, |block| block.brackets));
    std::iter::from_fn(move || {
        while bits == 0 {
            end = end.checked_sub(BLOCK).filter(|&end| end > from)?;
            bits = marks.up_to(end, |block| block.brackets);
        }
        let last = bits.leading_zeros() as usize;
        bits &= !(1 << (63 - last));
        Some(end - 1 - last).filter(|&bracket| bracket >= from)
    })
}
