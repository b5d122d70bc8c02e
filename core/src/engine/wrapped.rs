//! Values that are base64 of a text: the text is searched, too, and a value with something in it is written anew.

use super::{Engine, Redacted, Scratch};
use crate::edit::Edit;
use crate::payload::{Form, Rendering, pack_text, unpacks};
use crate::span::Span;

/// The values of one payload that were wrapped, and in whose text something was found.
#[derive(Default)]
pub(crate) struct Wrapped {
    /// Indices of leaves, in order, and where each one's new value stands in `text`.
    found: Vec<(usize, Span)>,
    text: Vec<u8>,
}

impl Engine {
    /// Looks into the values of the payload that was rendered last: whether something was found, `None` where the policy
    /// blocks it.
    ///
    /// Cost: a look at each value up to its first byte that is not base64. A value that is all base64 is decoded.
    pub(super) fn find_wrapped(&self, scratch: &mut Scratch) -> Option<bool> {
        let Scratch { rendering, unpacked, labels, wrapped: Wrapped { found, text }, .. } = scratch;
        found.clear();
        text.clear();
        for (index, leaf) in rendering.leaves().iter().enumerate() {
            let value = &rendering.text()[leaf.text.range()];
            let Some(plain) = unpacks(value) else { continue };
            let inner = &mut unpacked.get_or_insert_default().scratch;
            inner.set_labels(labels);
            match self.redact(&plain, inner) {
                Redacted::Masked(masked) => {
                    let start = text.len();
                    pack_text(value, masked, text);
                    found.push((index, Span::new(start, text.len())));
                }
                Redacted::Blocked => return None,
                Redacted::Clean(_) => {}
            }
        }
        Some(!found.is_empty())
    }
}

impl Wrapped {
    /// Adds the edits of those values to the others, which are in order, and takes out the others within them.
    pub(super) fn plan(
        &self,
        payload: &[u8],
        rendering: &Rendering,
        edits: &mut Vec<Edit>,
        replacements: &mut Vec<u8>,
    ) {
        if self.found.is_empty() {
            return;
        }
        let mut fresh = Vec::new();
        for (index, new) in &self.found {
            let leaf = rendering.leaves()[*index];
            let new = &self.text[new.range()];
            let start = replacements.len();
            let span = match leaf.form {
                Form::Text(escape) => {
                    escape(new, replacements);
                    rendering.raw_span(leaf.text)
                }
                Form::Whole(encode) | Form::Number(encode) => {
                    encode(new, &payload[leaf.raw.range()], replacements);
                    leaf.raw
                }
            };
            fresh.push(Edit { span, replacement: Span::new(start, replacements.len()) });
        }
        let mut at = 0;
        edits.retain(|edit| {
            at += fresh[at..].iter().take_while(|whole| whole.span.end <= edit.span.start).count();
            !fresh.get(at).is_some_and(|whole| whole.span.contains(edit.span))
        });
        edits.append(&mut fresh);
        edits.sort_unstable_by_key(|edit| edit.span);
    }
}
