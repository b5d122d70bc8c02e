//! Values that are base64 of a text: the text is searched, too, and a value with something in it is written anew.

use super::packed::Unpacked;
use super::{Engine, Redacted, Ruling, Scratch};
use crate::edit::Edit;
use crate::finding::Finding;
use crate::limits::MAX_PACKINGS;
use crate::marks::Marks;
use crate::payload::{Form, MIN_WRAPPED, Rendering, is_letter, pack_text, unescaped, unpacks};
use crate::span::Span;

/// The values of one payload that were wrapped, and in whose text something was found.
#[derive(Default)]
pub(crate) struct Wrapped {
    /// Strings of a JSON record that may be base64, in order.
    candidates: Vec<Span>,
    /// Those in whose text something was found, and where their new values stand in `text`.
    masked: Vec<(Span, Span)>,
    /// Indices of leaves, in order, and where each one's new value stands in `text`.
    found: Vec<(usize, Span)>,
    text: Vec<u8>,
    /// What was found in values, each with the place of its value in the rendered text.
    findings: Vec<Finding>,
    /// A value without its escapes.
    letters: Vec<u8>,
    merged: Vec<Edit>,
    /// Strings within each other that the payload stands in.
    pub(super) depth: usize,
}

impl Engine {
    /// Looks into the strings of the JSON record that was searched last: whether something was found, `None` where the
    /// policy blocks it.
    pub(super) fn find_in_strings(&self, record: &[u8], scratch: &mut Scratch) -> Option<bool> {
        let Scratch { unpacked, wrapped, labels, .. } = scratch;
        let Wrapped { candidates, masked, text, letters, depth, .. } = wrapped;
        masked.clear();
        text.clear();
        if candidates.is_empty() {
            return Some(false);
        }
        let unpacked = unpacked.get_or_insert_default();
        unpacked.prepare(labels, *depth + 1);
        for &span in &*candidates {
            let Some(value) = unescaped(&record[span.range()], letters) else { continue };
            if let Some(new) = self.mask_wrapped(value, unpacked, text)? {
                masked.push((span, new));
            }
        }
        Some(!masked.is_empty())
    }

    /// Looks into the values of the payload that was rendered last: whether something was found, `None` where the policy
    /// blocks it.
    ///
    /// Cost: a look at each value up to its first byte that is not base64. A value that is all base64 is decoded.
    pub(super) fn find_wrapped(&self, scratch: &mut Scratch) -> Option<bool> {
        let Scratch { rendering, unpacked, wrapped: Wrapped { found, text, findings, depth, .. }, labels, .. } =
            scratch;
        found.clear();
        text.clear();
        findings.clear();
        let unpacked = unpacked.get_or_insert_default();
        unpacked.prepare(labels, *depth + 1);
        for (index, leaf) in rendering.leaves().iter().enumerate() {
            let value = &rendering.text()[leaf.text.range()];
            unpacked.scratch.findings.clear();
            let masked = self.mask_wrapped(value, unpacked, text);
            let within = unpacked.scratch.findings.iter();
            findings.extend(within.map(|&finding| Finding { span: leaf.text, ..finding }));
            if let Some(new) = masked? {
                found.push((index, new));
            }
        }
        Some(!found.is_empty())
    }

    /// What the policy does with the findings in the values of the payload that was rendered last.
    pub(super) fn rulings_wrapped(&self, scratch: &mut Scratch) -> Vec<Ruling> {
        let Scratch { rendering, unpacked, wrapped, labels, .. } = scratch;
        let unpacked = unpacked.get_or_insert_default();
        unpacked.prepare(labels, wrapped.depth + 1);
        let Unpacked { scratch: inner, plain, .. } = &mut **unpacked;
        let mut rulings = Vec::new();
        for leaf in rendering.leaves() {
            if !unpacks(&rendering.text()[leaf.text.range()], plain) {
                continue;
            }
            let raw = rendering.raw_span(leaf.text);
            let within = self.rulings(plain, inner);
            rulings.extend(within.into_iter().map(|ruling| Ruling { span: leaf.text, raw, ..ruling }));
        }
        rulings
    }

    /// Where in `text` the new value of one stands that is base64 of a text with something in it; `None` where the policy
    /// blocks that.
    fn mask_wrapped(&self, value: &[u8], unpacked: &mut Unpacked, text: &mut Vec<u8>) -> Option<Option<Span>> {
        let Unpacked { scratch, plain, .. } = unpacked;
        if !unpacks(value, plain) {
            return Some(None);
        }
        match self.redact(plain, scratch) {
            Redacted::Clean(_) => Some(None),
            Redacted::Blocked => None,
            Redacted::Masked(new) => {
                let start = text.len();
                pack_text(value, new, text);
                Some(Some(Span::new(start, text.len())))
            }
        }
    }
}

impl Wrapped {
    /// Notes the strings of a JSON record that may be base64 of a text: no byte in them is anything else, and in their
    /// beginning there are capitals and small letters, as digests, numbers and names of one case do not have.
    ///
    /// Cost: a few instructions for each block of marks; of a long string, mostly a look at its first byte of another kind.
    pub(super) fn note(&mut self, record: &[u8], marks: &Marks) {
        self.candidates.clear();
        if self.depth == MAX_PACKINGS {
            return;
        }
        marks.long_strings(|quote| {
            let start = quote + 1;
            if record.len() - start < MIN_WRAPPED {
                return;
            }
            let [quotes, capitals, letters, others] = marks.all_from(start, |block| {
                [block.quotes, block.capitals, block.letters, !(block.letters | block.digits)]
            });
            // Up to the end of the string; beyond it no bit counts.
            let within = (quotes & quotes.wrapping_neg()).wrapping_sub(1);
            let mut others = others & within;
            while others != 0 {
                let at = start + others.trailing_zeros() as usize;
                if !record.get(at).is_some_and(|&byte| is_letter(byte) || byte == b'\\') {
                    return;
                }
                others &= others - 1;
            }
            if capitals & within == 0 || capitals & within == letters & within {
                return;
            }
            let Some(len) = memchr::memchr(b'"', &record[start..]) else { return };
            // In JSON within JSON the quote has its escape before it.
            let escapes = record[start..start + len].iter().rev().take_while(|&&byte| byte == b'\\').count();
            self.candidates.push(Span::new(start, start + len - escapes));
        });
    }

    /// Puts the new values of strings among the edits of the record. What is to be changed within such a string goes with
    /// its old value; what reaches beyond it, or is all of it, takes the string along.
    pub(super) fn merge(&mut self, edits: &mut Vec<Edit>, replacements: &mut Vec<u8>) {
        if self.masked.is_empty() {
            return;
        }
        let Self { masked, text, merged, .. } = self;
        let mut write = |&(span, new): &(Span, Span)| {
            let start = replacements.len();
            replacements.extend_from_slice(&text[new.range()]);
            Edit { span, replacement: Span::new(start, replacements.len()) }
        };
        merged.clear();
        let mut strings = masked.iter().peekable();
        for mut edit in edits.drain(..) {
            while let Some(string) = strings.next_if(|(span, _)| span.end <= edit.span.start) {
                merged.push(write(string));
            }
            while let Some(&&(span, _)) = strings.peek().filter(|(span, _)| span.start < edit.span.end) {
                if span.contains(edit.span) && span != edit.span {
                    break;
                }
                edit.span = Span::new(span.start.min(edit.span.start), span.end.max(edit.span.end));
                strings.next();
            }
            if strings.peek().is_some_and(|(span, _)| span.contains(edit.span)) {
                continue;
            }
            match merged.last_mut().filter(|last| last.span.end > edit.span.start) {
                Some(last) => last.span.end = last.span.end.max(edit.span.end),
                None => merged.push(edit),
            }
        }
        merged.extend(strings.map(&mut write));
        std::mem::swap(edits, merged);
    }

    /// Adds what was found in the values to the findings of the payload, once.
    pub(super) fn add_to(&mut self, findings: &mut Vec<Finding>) {
        if !self.findings.is_empty() {
            findings.append(&mut self.findings);
            findings.sort_by_key(|finding| finding.span);
        }
    }

    /// Adds the edits of those values to the others, which are in order, and takes out the others within them. What is all
    /// of a value, or reaches beyond it, stays and takes the value along.
    pub(super) fn plan(
        &self,
        payload: &[u8],
        (rendering, findings): (&Rendering, &[Finding]),
        edits: &mut Vec<Edit>,
        replacements: &mut Vec<u8>,
    ) {
        if self.found.is_empty() {
            return;
        }
        let mut fresh = Vec::new();
        for (index, new) in &self.found {
            let leaf = rendering.leaves()[*index];
            let span = match leaf.form {
                Form::Text(_) => rendering.raw_span(leaf.text),
                Form::Whole(_) | Form::Number(_) => leaf.raw,
            };
            let finding = findings.get(findings.partition_point(|finding| finding.span.end <= leaf.text.start));
            let is_found = finding.is_some_and(|finding| finding.span.contains(leaf.text));
            let edit = edits.get(edits.partition_point(|edit| edit.span.end <= span.start));
            if edit.is_some_and(|edit| edit.span.contains(span) && (is_found || edit.span != span)) {
                continue;
            }
            let new = &self.text[new.range()];
            let start = replacements.len();
            match leaf.form {
                Form::Text(escape) => escape(new, replacements),
                Form::Whole(encode) | Form::Number(encode) => encode(new, &payload[leaf.raw.range()], replacements),
            }
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
