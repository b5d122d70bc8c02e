//! One payload of a structured format: rendered, searched as text, and spliced.

use super::{Engine, Extent, Observer, Redacted, Scratch, Stage};
use crate::edit::Edit;
use crate::finding::Finding;
use crate::overlap::settle;
use crate::payload::{Form, Format, Malformed, Rendering, Structured, detect};
use crate::rewrite::{reframe, rewrite};
use crate::span::Span;

impl Engine {
    /// The payload with every finding replaced, read as `format` says; lengths and types around stay right.
    ///
    /// What [`Format::Auto`] takes for a format and cannot read as that is read as text.
    ///
    /// Cost: as [`Engine::redact`] for text and JSON. Other formats are rendered first: a copy of what they hold.
    ///
    /// # Errors
    ///
    /// The payload is not of that format, or goes beyond a limit: what to do with it is the caller's to say.
    pub fn redact_as<'a>(
        &self,
        payload: &'a [u8],
        format: &Format,
        scratch: &'a mut Scratch,
    ) -> Result<Redacted<'a>, Malformed> {
        let told = if matches!(format, Format::Auto) { detect(payload) } else { format.clone() };
        let Format::Structured(structured) = told else { return Ok(self.redact(payload, scratch)) };
        match self.find_in(payload, &structured, scratch, &mut ()) {
            Ok(()) => {}
            // It only looked like that.
            Err(_) if matches!(format, Format::Auto) => return Ok(self.redact(payload, scratch)),
            Err(malformed) => return Err(malformed),
        }
        if scratch.findings.is_empty() {
            return Ok(Redacted::Clean(payload));
        }
        let Scratch { rendering, findings, edits, replacements, output, .. } = scratch;
        self.plan_leaves(payload, rendering, findings, edits, replacements);
        if edits.is_empty() {
            // All stand in names from outside.
            return Ok(Redacted::Clean(payload));
        }
        reframe(payload, rendering.frames(), edits, replacements);
        output.clear();
        rewrite(payload, edits, replacements, output);
        Ok(Redacted::Masked(output))
    }

    /// The findings, as spans of the rendered text.
    pub(crate) fn find_in<O: Observer>(
        &self,
        payload: &[u8],
        format: &Structured,
        scratch: &mut Scratch,
        observer: &mut O,
    ) -> Result<(), Malformed> {
        // Taken out, so that it can be read while the other buffers are written.
        let mut rendering = std::mem::take(&mut scratch.rendering);
        scratch.contenders.clear();
        scratch.findings.clear();
        let rendered = format.render(payload, &mut rendering);
        if rendered.is_ok() {
            let extent = Extent { from: 0, closed: true, idle: false, until: Stage::Overlap };
            self.read_views(rendering.text(), extent, rendering.holds_json(), scratch, observer);
            let Scratch { contenders, settling, findings, .. } = &mut *scratch;
            if !contenders.is_empty() {
                settle(contenders, usize::MAX, &mut 0, settling, findings);
            }
        }
        scratch.rendering = rendering;
        rendered
    }

    /// The edits of the payload for findings in the rendered text, in order and disjoint.
    fn plan_leaves(
        &self,
        payload: &[u8],
        rendering: &Rendering,
        findings: &[Finding],
        edits: &mut Vec<Edit>,
        replacements: &mut Vec<u8>,
    ) {
        edits.clear();
        replacements.clear();
        let (mut new, mut at) = (Vec::new(), 0);
        let mut next = 0;
        while let Some(finding) = findings.get(next) {
            let holds = |&index: &usize| index >= at && !rendering.leaves()[index].text.is_empty();
            let Some(index) = rendering.touched(finding.span).find(holds) else {
                next += 1;
                continue;
            };
            let leaf = rendering.leaves()[index];
            // All findings that touch this leaf; the last of them may go on in the next.
            let many = findings[next..].iter().take_while(|finding| finding.span.start < leaf.text.end).count();
            let parts = findings[next..next + many].iter().map(|finding| {
                let part = Span::new(finding.span.start.max(leaf.text.start), finding.span.end.min(leaf.text.end));
                (part, &self.replacements[finding.rule.index()])
            });
            match leaf.form {
                Form::Text(escape) => {
                    let mut free = leaf.raw.start;
                    for (part, replacement) in parts {
                        let raw = rendering.raw_span(part);
                        let raw = Span::new(raw.start.max(free), raw.end.max(free));
                        free = raw.end;
                        new.clear();
                        replacement.apply(&rendering.text()[part.range()], false, &mut new);
                        let start = replacements.len();
                        escape(&new, replacements);
                        edits.push(Edit { span: raw, replacement: Span::new(start, replacements.len()) });
                    }
                }
                Form::Whole(encode) => {
                    new.clear();
                    let mut from = leaf.text.start;
                    for (part, replacement) in parts {
                        new.extend_from_slice(&rendering.text()[from..part.start]);
                        replacement.apply(&rendering.text()[part.range()], false, &mut new);
                        from = part.end;
                    }
                    new.extend_from_slice(&rendering.text()[from..leaf.text.end]);
                    let start = replacements.len();
                    encode(&new, &payload[leaf.raw.range()], replacements);
                    edits.push(Edit { span: leaf.raw, replacement: Span::new(start, replacements.len()) });
                }
            }
            at = index + 1;
            next += many - usize::from(findings[next + many - 1].span.end > leaf.text.end);
        }
    }
}
