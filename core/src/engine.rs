//! One record through all stages: the only place that knows them all.

mod explain;
#[cfg(feature = "packed")]
mod packed;
mod pass;
mod stage;
mod structured;
mod suppress;
#[cfg(feature = "packed")]
mod wrapped;

use std::fmt;

use crate::edit::Edit;
use crate::finding::Finding;
use crate::marks::Marks;
use crate::overlap::{Contender, Settling, settle};
use crate::payload::{Rendering, View, ends_cut, has_folds};
use crate::policy::Policy;
use crate::rewrite::{JsonPlace, rewrite};
use crate::ruleset::Ruleset;
use crate::span::Span;
use crate::transform::Replacement;
pub use explain::{Explanation, Outcome};
pub(crate) use pass::{Buffers, Extent, Observer, Pass, Reading};
pub use stage::Stage;

/// Rules and a policy, ready to run. Immutable: share it, and give each thread a [`Scratch`].
#[derive(Clone, Debug)]
pub struct Engine {
    rules: Ruleset,
    policy: Policy,
    /// For each rule what its findings become.
    replacements: Vec<Replacement>,
}

/// Buffers of one thread, kept between records. After the first records nothing is allocated on clean input.
#[derive(Default)]
pub struct Scratch {
    pub(crate) buffers: Buffers,
    marks: Marks,
    rendering: Rendering,
    #[cfg(feature = "packed")]
    unpacked: Option<Box<packed::Unpacked>>,
    #[cfg(feature = "packed")]
    wrapped: wrapped::Wrapped,
    pub(crate) views: [View; 2],
    pub(crate) contenders: Vec<Contender>,
    pub(crate) settling: Settling,
    pub(crate) findings: Vec<Finding>,
    edits: Vec<Edit>,
    replacements: Vec<u8>,
    output: Vec<u8>,
}

impl Scratch {
    /// Empty buffers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes that the automata have read with these buffers: a measure of cost that no clock disturbs.
    pub fn steps(&self) -> u64 {
        self.buffers.log.steps
    }
}

impl fmt::Debug for Scratch {
    /// Shows no byte of a record.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scratch").field("findings", &self.findings.len()).finish_non_exhaustive()
    }
}

/// A record after redaction.
#[derive(Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a record is clean or it is not")]
pub enum Redacted<'a> {
    /// Nothing was found: the very bytes that came in.
    Clean(&'a [u8]),
    /// The record with its findings replaced.
    Masked(&'a [u8]),
}

impl<'a> Redacted<'a> {
    /// The bytes to hand on.
    pub fn bytes(self) -> &'a [u8] {
        match self {
            Self::Clean(bytes) | Self::Masked(bytes) => bytes,
        }
    }
}

impl fmt::Debug for Redacted<'_> {
    /// Shows no byte of the record.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clean(bytes) => write!(f, "Clean({} bytes)", bytes.len()),
            Self::Masked(bytes) => write!(f, "Masked({} bytes)", bytes.len()),
        }
    }
}

impl Engine {
    /// An engine of those rules and that policy.
    pub fn new(rules: Ruleset, policy: Policy) -> Self {
        let ready = |entity: &str| Replacement::new(policy.transform(entity), entity);
        let replacements = rules.rules().iter().map(|rule| ready(&rule.entity)).collect();
        Self { rules, policy, replacements }
    }

    /// The rules in force.
    pub fn rules(&self) -> &Ruleset {
        &self.rules
    }

    /// The policy in force.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The findings of one record that are as likely as the policy asks, in order and disjoint: what
    /// [`Engine::redact`] would mask.
    ///
    /// Cost: one pass over the record and a walk for each candidate; no allocation on a record without matches once the
    /// scratch is warm.
    pub fn scan<'s>(&self, record: &[u8], scratch: &'s mut Scratch) -> &'s [Finding] {
        self.find(record, scratch, &mut ());
        &scratch.findings
    }

    /// The record with every finding replaced as the policy says, and every other byte as it was.
    ///
    /// Cost: as [`Engine::scan`], and one copy of the record when something was found.
    pub fn redact<'a>(&self, record: &'a [u8], scratch: &'a mut Scratch) -> Redacted<'a> {
        self.find(record, scratch, &mut ());
        if scratch.findings.is_empty() {
            return Redacted::Clean(record);
        }
        scratch.output.clear();
        let Scratch { findings, edits, replacements, output, .. } = scratch;
        let mut place = is_json(record).then(JsonPlace::default);
        self.plan(record, findings, place.as_mut(), 0, edits, replacements);
        rewrite(record, edits, replacements, output);
        Redacted::Masked(output)
    }

    /// Many records in one call: `records` are their places in `batch`, and nothing is found across them. `each` gets
    /// the index, the bytes and the findings of every record, in order.
    pub fn scan_batch(
        &self,
        batch: &[u8],
        records: impl IntoIterator<Item = Span>,
        scratch: &mut Scratch,
        mut each: impl FnMut(usize, &[u8], &[Finding]),
    ) {
        for (index, span) in records.into_iter().enumerate() {
            let record = &batch[span.range()];
            self.find(record, scratch, &mut ());
            each(index, record, &scratch.findings);
        }
    }

    /// Many records in one call, as [`Engine::scan_batch`]: appends the batch to `out` with every finding replaced, and
    /// what stands between records as it was. `each` gets the index and the findings of every record.
    pub fn redact_batch(
        &self,
        batch: &[u8],
        records: impl IntoIterator<Item = Span>,
        scratch: &mut Scratch,
        out: &mut Vec<u8>,
        mut each: impl FnMut(usize, &[Finding]),
    ) {
        let mut copied = 0;
        for (index, span) in records.into_iter().enumerate() {
            let record = &batch[span.range()];
            self.find(record, scratch, &mut ());
            each(index, &scratch.findings);
            if scratch.findings.is_empty() {
                continue;
            }
            // Clean records in between are copied in one piece.
            out.extend_from_slice(&batch[copied..span.start]);
            let Scratch { findings, edits, replacements, .. } = &mut *scratch;
            let mut place = is_json(record).then(JsonPlace::default);
            self.plan(record, findings, place.as_mut(), 0, edits, replacements);
            rewrite(record, edits, replacements, out);
            copied = span.end;
        }
        out.extend_from_slice(&batch[copied..]);
    }

    pub(crate) fn find<O: Observer>(&self, record: &[u8], scratch: &mut Scratch, observer: &mut O) {
        let extent = Extent { from: 0, closed: true, idle: false, until: Stage::Overlap };
        scratch.contenders.clear();
        scratch.findings.clear();
        self.read_views(record, extent, is_json(record), scratch, observer);
        let Scratch { contenders, settling, findings, .. } = scratch;
        if !contenders.is_empty() {
            settle(contenders, usize::MAX, &mut 0, settling, findings);
        }
    }

    /// Runs the stages up to context over every way to read the text; contenders are given in raw bytes. Returns the
    /// place from which more text could change the answer.
    pub(crate) fn read_views<O: Observer>(
        &self,
        raw: &[u8],
        extent: Extent,
        escapes: bool,
        scratch: &mut Scratch,
        observer: &mut O,
    ) -> usize {
        let Scratch { buffers, marks, views: [plain, folded], contenders, .. } = scratch;
        let pass = Pass { rules: &self.rules, least: self.policy.least() };
        let mark = |text: &[u8], marks: &mut Marks| self.rules.finders.scanner.mark(text, marks);
        mark(raw, marks);
        let escapes = escapes && marks.has_escapes();
        let reading = if escapes {
            plain.fill(raw, extent.closed, true, false);
            mark(plain.text(), marks);
            Reading::View(plain)
        } else {
            Reading::Raw(raw)
        };
        let live = pass.run(reading, marks, extent, buffers, contenders, observer);
        // A character that the end cuts may be one that folds.
        let foreign = marks.has_foreign() && has_folds(reading.text()) || !extent.closed && ends_cut(raw);
        if !foreign {
            return live;
        }
        folded.fill(raw, extent.closed, escapes, true);
        mark(folded.text(), marks);
        live.min(pass.run(Reading::View(folded), marks, extent, buffers, contenders, observer))
    }

    /// The edits for findings that are in order and disjoint. In JSON, `place` is where `text` starts or further on, and a
    /// number stays a value.
    pub(crate) fn plan(
        &self,
        text: &[u8],
        findings: &[Finding],
        mut place: Option<&mut JsonPlace>,
        mut from: usize,
        edits: &mut Vec<Edit>,
        replacements: &mut Vec<u8>,
    ) {
        edits.clear();
        replacements.clear();
        for finding in findings {
            // Part of a number that has been replaced whole.
            if finding.span.end <= from {
                continue;
            }
            let mut span = Span::new(finding.span.start.max(from), finding.span.end);
            let mut number = None;
            if let Some(place) = place.as_deref_mut() {
                number = place.number(text, span, from);
                span = number.unwrap_or(span);
            }
            let start = replacements.len();
            let replacement = &self.replacements[finding.rule.index()];
            replacement.apply(&text[finding.span.range()], number.is_some(), replacements);
            edits.push(Edit { span, replacement: Span::new(start, replacements.len()) });
            from = span.end;
        }
    }
}

/// True when the record looks like JSON: its strings hold escapes, and its numbers are values.
pub(crate) fn is_json(record: &[u8]) -> bool {
    matches!(record.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'['))
}
