//! Values that are base64 of a text: the text is searched, too, and a value with something in it is written anew.

use super::{Engine, Redacted, Ruling, Scratch};
use crate::edit::Edit;
use crate::finding::Finding;
use crate::payload::{Form, Rendering, pack_text, unpacks};
use crate::span::Span;

/// The values of one payload that were wrapped, and in whose text something was found.
#[derive(Default)]
pub(crate) struct Wrapped {
    /// Indices of leaves, in order, and where each one's new value stands in `text`.
    found: Vec<(usize, Span)>,
    text: Vec<u8>,
    /// What was found in them, each with the place of its value in the rendered text.
    findings: Vec<Finding>,
}

impl Engine {
    /// Looks into the values of the payload that was rendered last: whether something was found, `None` where the policy
    /// blocks it.
    ///
    /// Cost: a look at each value up to its first byte that is not base64. A value that is all base64 is decoded.
    pub(super) fn find_wrapped(&self, scratch: &mut Scratch) -> Option<bool> {
        let Scratch { rendering, unpacked, labels, wrapped: Wrapped { found, text, findings }, .. } = scratch;
        found.clear();
        text.clear();
        findings.clear();
        for (index, leaf) in rendering.leaves().iter().enumerate() {
            let value = &rendering.text()[leaf.text.range()];
            let Some(plain) = unpacks(value) else { continue };
            let inner = &mut unpacked.get_or_insert_default().scratch;
            inner.set_labels(labels);
            let blocked = match self.redact(&plain, inner) {
                Redacted::Masked(masked) => {
                    let start = text.len();
                    pack_text(value, masked, text);
                    found.push((index, Span::new(start, text.len())));
                    false
                }
                Redacted::Blocked => true,
                Redacted::Clean(_) => false,
            };
            findings.extend(inner.findings.iter().map(|&finding| Finding { span: leaf.text, ..finding }));
            if blocked {
                return None;
            }
        }
        Some(!found.is_empty())
    }

    /// What the policy does with the findings in the values of the payload that was rendered last.
    pub(super) fn rulings_wrapped(&self, scratch: &mut Scratch) -> Vec<Ruling> {
        let Scratch { rendering, unpacked, labels, .. } = scratch;
        let mut rulings = Vec::new();
        for leaf in rendering.leaves() {
            let Some(plain) = unpacks(&rendering.text()[leaf.text.range()]) else { continue };
            let inner = &mut unpacked.get_or_insert_default().scratch;
            inner.set_labels(labels);
            let raw = rendering.raw_span(leaf.text);
            let within = self.rulings(&plain, inner);
            rulings.extend(within.into_iter().map(|ruling| Ruling { span: leaf.text, raw, ..ruling }));
        }
        rulings
    }
}

impl Wrapped {
    /// Adds what was found in the values to the findings of the payload, once.
    pub(super) fn add_to(&mut self, findings: &mut Vec<Finding>) {
        if !self.findings.is_empty() {
            findings.append(&mut self.findings);
            findings.sort_by_key(|finding| finding.span);
        }
    }

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
