//! One payload of a structured format: rendered, searched as text, and spliced.

use std::cell::LazyCell;

use super::plan::{as_it_reads, without_comma};
use super::{Engine, Extent, Observer, Redacted, Scratch, Stage};
use crate::edit::Edit;
use crate::finding::Finding;
use crate::labels::Labels;
use crate::overlap::settle;
use crate::payload::{Form, Format, Malformed, Places, Rendering, Structured, Subjects, detect};
use crate::policy::{Location, Verdict};
use crate::rewrite::{is_number_byte, reframe, rewrite};
use crate::span::Span;
use crate::transform::{Place, Replacement, Shape};

impl Engine {
    /// The payload with every finding replaced, read as `format` says; lengths and types around stay right.
    ///
    /// What [`Format::Auto`] takes for a format and cannot read as that is read as text. A payload with the first bytes of
    /// gzip or zstd that cannot be unpacked is an error all the same: as text nothing would be found in it.
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
        self.redact_unpacked(payload, format, 0, scratch)
    }

    /// As [`Engine::redact_as`], for what came out of so many packings.
    #[cfg_attr(not(feature = "packed"), expect(unused_variables, reason = "nothing is unpacked"))]
    pub(super) fn redact_unpacked<'a>(
        &self,
        payload: &'a [u8],
        format: &Format,
        packings: usize,
        scratch: &'a mut Scratch,
    ) -> Result<Redacted<'a>, Malformed> {
        let told = if matches!(format, Format::Auto) { detect(payload) } else { format.clone() };
        let structured = match told {
            Format::Structured(structured) => structured,
            #[cfg(feature = "packed")]
            Format::Packed(packed) => return self.redact_packed(payload, &packed, packings, scratch),
            Format::Auto | Format::Text | Format::Json => return Ok(self.redact(payload, scratch)),
        };
        match self.find_in(payload, &structured, scratch, &mut ()) {
            Ok(()) => {}
            // It only looked like that.
            Err(_) if matches!(format, Format::Auto) => return Ok(self.redact_text(payload, false, scratch)),
            Err(malformed) => return Err(malformed),
        }
        #[cfg(feature = "packed")]
        let wrapped = self.find_wrapped(scratch);
        #[cfg(not(feature = "packed"))]
        let wrapped = Some(false);
        if wrapped.is_none() || wrapped == Some(false) && scratch.findings.is_empty() || self.policy.observes() {
            #[cfg(feature = "packed")]
            scratch.wrapped.add_to(&mut scratch.findings);
            return Ok(if wrapped.is_none() { Redacted::Blocked } else { Redacted::Clean(payload) });
        }
        let places = structured.is_json().then(|| Places::new(payload));
        let asked = self.bound.asks_subjects();
        if asked {
            scratch.subjects.fill(&scratch.rendering);
        }
        let subjects = asked.then_some(&scratch.subjects);
        let blocked = self.plan_leaves(
            payload,
            &scratch.rendering,
            (&scratch.findings, &scratch.labels, places, subjects),
            &mut scratch.edits,
            &mut scratch.replacements,
        );
        let Scratch { rendering, edits, replacements, output, .. } = scratch;
        #[cfg(feature = "packed")]
        {
            scratch.wrapped.plan(payload, (rendering, &scratch.findings), edits, replacements);
            scratch.wrapped.add_to(&mut scratch.findings);
        }
        if blocked {
            return Ok(Redacted::Blocked);
        }
        if edits.is_empty() {
            // All is kept, or stands in names from outside.
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
            let extent = Extent { from: 0, closed: true, idle: false, bare: true, until: Stage::Overlap };
            self.read_views(rendering.text(), extent, rendering.holds_json(), scratch, observer);
            let Scratch { contenders, settling, findings, .. } = &mut *scratch;
            if !contenders.is_empty() {
                settle(contenders, usize::MAX, &mut 0, settling, findings);
            }
        }
        scratch.rendering = rendering;
        rendered
    }

    /// The edits of the payload for findings in the rendered text, in order and disjoint. True where the policy blocks it.
    /// With `places`, which JSON has, a member goes with its key.
    fn plan_leaves(
        &self,
        payload: &[u8],
        rendering: &Rendering,
        (findings, labels, mut places, subjects): (&[Finding], &Labels, Option<Places<'_>>, Option<&Subjects>),
        edits: &mut Vec<Edit>,
        replacements: &mut Vec<u8>,
    ) -> bool {
        edits.clear();
        replacements.clear();
        let (mut parts, mut new, mut at) = (Vec::new(), Vec::new(), 0);
        let (mut next, mut gone) = (0, 0);
        while let Some(finding) = findings.get(next) {
            let holds = |&index: &usize| index >= at && !rendering.leaves()[index].text.is_empty();
            let Some(index) = rendering.touched(finding.span).find(holds) else {
                next += 1;
                continue;
            };
            let leaf = rendering.leaves()[index];
            // All findings that touch this leaf; the last of them may go on in the next.
            let many = findings[next..].iter().take_while(|finding| finding.span.start < leaf.text.end).count();
            parts.clear();
            let mut drop = false;
            for finding in &findings[next..next + many] {
                let place = LazyCell::new(|| Location::Path(rendering.place(leaf.node)));
                let plain = || as_it_reads(&rendering.text()[finding.span.range()], false);
                let subject = (finding.rule, finding.likelihood);
                match self.bound.decide(&self.policy, subject, labels, &place, plain) {
                    Verdict::Keep => {}
                    Verdict::Block => return true,
                    Verdict::Drop => drop = true,
                    Verdict::Replace(replacement) => {
                        let start = finding.span.start.max(leaf.text.start);
                        parts.push((Span::new(start, finding.span.end.min(leaf.text.end)), replacement));
                    }
                }
            }
            // Whose the values of this leaf are.
            let place = |shape, new: &Replacement| {
                let subject = new.subject().zip(subjects);
                let subject = subject.and_then(|(path, subjects)| subjects.nearest(rendering, index, path));
                Place::of(shape).of_subject(subject)
            };
            let start = replacements.len();
            let member = places.as_mut().filter(|_| drop).and_then(|places| places.member(leaf.raw.start));
            match (leaf.form, member) {
                // In a member that is gone.
                _ if leaf.raw.end <= gone => {}
                (_, Some(member)) => {
                    let span = without_comma(member, 0, edits);
                    edits.push(Edit { span, replacement: Span::new(start, start) });
                    gone = span.end;
                }
                (Form::Text(_), None) if drop => {
                    let span = rendering.raw_span(leaf.text);
                    edits.push(Edit { span, replacement: Span::new(start, start) });
                }
                (Form::Whole(encode) | Form::Number(encode), None) if drop => {
                    encode(b"", &payload[leaf.raw.range()], replacements);
                    edits.push(Edit { span: leaf.raw, replacement: Span::new(start, replacements.len()) });
                }
                (Form::Text(escape), None) => {
                    let mut free = leaf.raw.start;
                    for &(part, replacement) in &parts {
                        let raw = rendering.raw_span(part);
                        let raw = Span::new(raw.start.max(free), raw.end.max(free));
                        free = raw.end;
                        new.clear();
                        replacement.apply(&rendering.text()[part.range()], place(Shape::Text, replacement), &mut new);
                        let start = replacements.len();
                        escape(&new, replacements);
                        edits.push(Edit { span: raw, replacement: Span::new(start, replacements.len()) });
                    }
                }
                (Form::Whole(_) | Form::Number(_), None) if parts.is_empty() => {}
                (Form::Number(encode), None) => {
                    let (_, replacement) = parts[0];
                    new.clear();
                    replacement.apply(&rendering.text()[leaf.text.range()], place(Shape::Typed, replacement), &mut new);
                    encode(&new, &payload[leaf.raw.range()], replacements);
                    edits.push(Edit { span: leaf.raw, replacement: Span::new(start, replacements.len()) });
                }
                // A number where the policy asks that it stays one.
                (Form::Whole(encode), None) if parts[0].1.keeps_type() && is_number(rendering.text(), leaf.text) => {
                    new.clear();
                    parts[0].1.apply(&rendering.text()[leaf.text.range()], place(Shape::Typed, parts[0].1), &mut new);
                    encode(&new, &payload[leaf.raw.range()], replacements);
                    edits.push(Edit { span: leaf.raw, replacement: Span::new(start, replacements.len()) });
                }
                (Form::Whole(encode), None) => {
                    new.clear();
                    let mut from = leaf.text.start;
                    for &(part, replacement) in &parts {
                        new.extend_from_slice(&rendering.text()[from..part.start]);
                        replacement.apply(&rendering.text()[part.range()], place(Shape::Text, replacement), &mut new);
                        from = part.end;
                    }
                    new.extend_from_slice(&rendering.text()[from..leaf.text.end]);
                    encode(&new, &payload[leaf.raw.range()], replacements);
                    edits.push(Edit { span: leaf.raw, replacement: Span::new(start, replacements.len()) });
                }
            }
            at = index + 1;
            next += many - usize::from(findings[next + many - 1].span.end > leaf.text.end);
        }
        false
    }
}

/// True when a value is a number and nothing else.
fn is_number(text: &[u8], value: Span) -> bool {
    let value = &text[value.range()];
    value.iter().all(|&byte| is_number_byte(byte)) && value.iter().any(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests;
