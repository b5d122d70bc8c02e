//! From findings to edits: what the policy makes of each.

use std::borrow::Cow;
use std::cell::LazyCell;

use super::Engine;
use crate::edit::Edit;
use crate::finding::Finding;
use crate::labels::Labels;
use crate::payload::{Kinds, Member, Places, Rendering, Subjects, View, leaf_at};
use crate::policy::{Location, Verdict};
use crate::rewrite::{JsonPlace, embedded_number};
use crate::span::Span;
use crate::transform::{Place, Replacement, Shape};

/// What is known of a text beside its bytes.
pub(crate) struct Setting<'a, 't> {
    /// Of the route.
    pub(crate) labels: &'a Labels,
    /// It is JSON, and this is where it starts or further on: a number stays a value.
    pub(crate) json: Option<&'a mut JsonPlace>,
    /// It is JSON and all there, and the policy asks where in it something stands.
    pub(crate) places: Option<Places<'t>>,
    /// It is JSON and all there, and the policy asks whose something is.
    pub(crate) subjects: Option<(&'a Subjects, &'a Rendering)>,
    /// It has no structure, or none but JSON.
    pub(crate) plain: bool,
}

impl Setting<'_, '_> {
    /// Where the finding stands.
    pub(super) fn place<'p>(places: Option<&mut Places<'p>>, plain: bool, at: usize) -> Location<'p> {
        match places {
            Some(places) => places.path(at).map_or(Location::Unknown, Location::Path),
            None if plain => Location::Text,
            None => Location::Unknown,
        }
    }
}

impl Engine {
    /// The edits for findings that are in order and disjoint. Bytes before `from` are gone. Returns where the first finding
    /// starts that blocks the text: no edits are made from there on.
    pub(crate) fn plan(
        &self,
        text: &[u8],
        findings: &[Finding],
        setting: Setting<'_, '_>,
        mut from: usize,
        edits: &mut Vec<Edit>,
        replacements: &mut Vec<u8>,
    ) -> Option<usize> {
        edits.clear();
        replacements.clear();
        let Setting { labels, mut json, mut places, subjects, plain } = setting;
        let (first, is_json) = (from, json.is_some());
        for finding in findings {
            // Part of what has been replaced whole.
            if finding.span.end <= from {
                continue;
            }
            let verdict = {
                let place = LazyCell::new(|| Setting::place(places.as_mut(), plain && !is_json, finding.span.start));
                let reads = || as_it_reads(&text[finding.span.range()], is_json);
                self.bound.decide(&self.policy, (finding.rule, finding.likelihood), labels, &place, reads)
            };
            let mut replacement = None;
            match verdict {
                Verdict::Keep => continue,
                Verdict::Block => return Some(finding.span.start),
                Verdict::Replace(new) => replacement = Some(new),
                Verdict::Drop => {
                    let member = places.as_mut().and_then(|places| places.member(finding.span.start));
                    if let Some(member) = member.filter(|member| member.span.contains(finding.span)) {
                        let span = without_comma(member, first, edits);
                        edits.push(Edit { span, replacement: Span::new(replacements.len(), replacements.len()) });
                        from = span.end;
                        continue;
                    }
                }
            }
            let mut span = Span::new(finding.span.start.max(from), finding.span.end);
            let (mut number, mut embedded) = (None, None);
            if let Some(place) = json.as_deref_mut() {
                number = place.number(text, span, from);
                if number.is_none() {
                    embedded = embedded_number(text, span, from);
                }
                span = number.or(embedded.map(|(number, _)| number)).unwrap_or(span);
            }
            let start = replacements.len();
            // A number that stays one is made of all of it, its sign and fraction included.
            let is_number = number.is_some() || embedded.is_some();
            let keeps = is_number && replacement.is_some_and(Replacement::keeps_type);
            let quote = embedded.filter(|_| !keeps).map_or(&[][..], |(_, quote)| &text[quote.range()]);
            replacements.extend_from_slice(quote);
            match replacement {
                Some(new) => {
                    let value = if keeps { span } else { finding.span };
                    let shape = match number {
                        Some(_) => Shape::Number,
                        None if keeps => Shape::Typed,
                        None => Shape::Text,
                    };
                    let subject = new.subject().zip(subjects).and_then(|(path, (subjects, structure))| {
                        subjects.nearest(structure, leaf_at(structure, finding.span)?, path)
                    });
                    new.apply(&text[value.range()], Place::of(shape).of_subject(subject), replacements);
                }
                None if number.is_some() => replacements.extend(b"\"\""),
                None => {}
            }
            replacements.extend_from_slice(quote);
            edits.push(Edit { span, replacement: Span::new(start, replacements.len()) });
            from = span.end;
        }
        None
    }
}

/// The bytes to take out for a member, with one of the commas around it, so that those that stay are separated as before.
/// Edits inside it go.
pub(super) fn without_comma(member: Member, first: usize, edits: &mut Vec<Edit>) -> Span {
    let Member { span, before, after } = member;
    while edits.pop_if(|edit| edit.span.start >= span.start).is_some() {}
    let taken = edits.last().map_or(first, |edit| edit.span.end);
    match (before.filter(|&comma| comma >= taken), after) {
        (Some(comma), _) => Span::new(comma, span.end),
        // The first, or the first of those that stay so far: its comma goes, or the next would have one before it.
        (None, Some(comma)) => Span::new(span.start, comma + 1),
        (None, None) => span,
    }
}

/// A value as a person reads it: escapes decoded where there are any, digits and letters folded.
pub(super) fn as_it_reads(value: &[u8], escapes: bool) -> Cow<'_, [u8]> {
    if value.is_ascii() && !(escapes && value.contains(&b'\\')) {
        return Cow::Borrowed(value);
    }
    let mut view = View::default();
    view.fill(value, true, Kinds { escapes, folds: true, web: false });
    Cow::Owned(view.text().to_vec())
}
