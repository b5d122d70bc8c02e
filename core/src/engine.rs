//! One record through all stages: the only place that knows them all.

mod cut;
mod explain;
#[cfg(feature = "packed")]
mod packed;
mod pass;
mod plan;
mod ruling;
mod stage;
mod structured;
mod suppress;
#[cfg(feature = "packed")]
mod wrapped;

use std::fmt;

use crate::edit::Edit;
use crate::finding::Finding;
use crate::labels::Labels;
use crate::limits::MAX_DECODINGS;
use crate::marks::Marks;
use crate::overlap::{Contender, Settling, settle};
use crate::payload::{
    Kinds, Places, Rendering, Subjects, View, ends_cut, ends_in_web, has_folds, has_web, render_json,
};
use crate::policy::{Bound, Policy, Subject};
use crate::rewrite::{JsonPlace, rewrite};
use crate::ruleset::{Rule, Ruleset};
use crate::span::Span;
pub use explain::{Explanation, Outcome};
pub(crate) use pass::{Buffers, Extent, Observer, Pass, Reading};
pub(crate) use plan::Setting;
pub use ruling::Ruling;
pub use stage::Stage;

/// Rules and a policy, ready to run. Immutable: share it, and give each thread a [`Scratch`].
#[derive(Clone, Debug)]
pub struct Engine {
    rules: Ruleset,
    policy: Policy,
    /// For each rule what becomes of its findings.
    bound: Bound,
}

/// Buffers of one thread, kept between records. After the first records nothing is allocated on clean input.
#[derive(Default)]
pub struct Scratch {
    pub(crate) buffers: Buffers,
    marks: Marks,
    rendering: Rendering,
    pub(crate) views: [View; MAX_DECODINGS],
    #[cfg(feature = "packed")]
    unpacked: Option<Box<packed::Unpacked>>,
    #[cfg(feature = "packed")]
    wrapped: wrapped::Wrapped,
    pub(crate) contenders: Vec<Contender>,
    pub(crate) settling: Settling,
    pub(crate) findings: Vec<Finding>,
    edits: Vec<Edit>,
    replacements: Vec<u8>,
    output: Vec<u8>,
    labels: Labels,
    subjects: Subjects,
    /// Of a JSON text, where the policy asks whose something in it is.
    structure: Rendering,
}

impl Scratch {
    /// Empty buffers.
    pub fn new() -> Self {
        Self::default()
    }

    /// The labels of the route that the next records are of, until there are others; none at first.
    pub fn set_labels(&mut self, labels: &Labels) {
        self.labels.clone_from(labels);
    }

    /// The findings of the last record, in order: its bytes, or those of the text of a structured payload; in a value that is
    /// base64 of a text they have the place of the value. They are the same whether the policy enforces or observes.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
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
#[expect(clippy::exhaustive_enums, reason = "whoever hands records on must act on each")]
pub enum Redacted<'a> {
    /// Nothing was found that is to be changed: the very bytes that came in.
    Clean(&'a [u8]),
    /// The record with its findings replaced.
    Masked(&'a [u8]),
    /// The policy lets nothing of the record through.
    Blocked,
}

impl<'a> Redacted<'a> {
    /// The bytes to hand on; none of a record that is blocked.
    pub fn bytes(self) -> &'a [u8] {
        match self {
            Self::Clean(bytes) | Self::Masked(bytes) => bytes,
            Self::Blocked => &[],
        }
    }
}

impl fmt::Debug for Redacted<'_> {
    /// Shows no byte of the record.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clean(bytes) => write!(f, "Clean({} bytes)", bytes.len()),
            Self::Masked(bytes) => write!(f, "Masked({} bytes)", bytes.len()),
            Self::Blocked => f.write_str("Blocked"),
        }
    }
}

impl Engine {
    /// An engine of those rules and that policy.
    pub fn new(rules: Ruleset, policy: Policy) -> Self {
        let bound = Bound::new(&policy, rules.rules().iter().map(subject));
        Self { rules, policy, bound }
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
    /// [`Engine::redact`] would mask, but for what is in strings of base64: it has no bytes of its own in the record.
    ///
    /// Cost: one pass over the record and a walk for each candidate; no allocation on a record without matches once the
    /// scratch is warm.
    pub fn scan<'s>(&self, record: &[u8], scratch: &'s mut Scratch) -> &'s [Finding] {
        self.find(record, scratch, &mut ());
        &scratch.findings
    }

    /// The record with every finding replaced as the policy says, and every other byte as it was.
    ///
    /// In JSON a string that is all base64 of a text, of 24 bytes or more, is looked into: with something in it, it becomes
    /// base64 of the masked text. [`Scratch::findings`] does not tell of that.
    ///
    /// Cost: as [`Engine::scan`], and one copy of the record when something was found. A string of base64 is decoded and
    /// read once more; in a text that is JSON itself so are its strings, up to four deep.
    pub fn redact<'a>(&self, record: &'a [u8], scratch: &'a mut Scratch) -> Redacted<'a> {
        self.redact_text(record, true, scratch)
    }

    /// As [`Engine::redact`]. Of a text that is not `plain` the structure could not be followed: a policy must not take it
    /// for one without places.
    fn redact_text<'a>(&self, record: &'a [u8], plain: bool, scratch: &'a mut Scratch) -> Redacted<'a> {
        self.find(record, scratch, &mut ());
        match self.plan_record(record, plain, scratch) {
            None => return Redacted::Blocked,
            Some(false) => return Redacted::Clean(record),
            Some(true) => {}
        }
        let Scratch { edits, replacements, output, .. } = scratch;
        output.clear();
        rewrite(record, edits, replacements, output);
        Redacted::Masked(output)
    }

    /// The edits for what was found in a whole record: whether there are any, `None` where it is blocked.
    fn plan_record(&self, record: &[u8], plain: bool, scratch: &mut Scratch) -> Option<bool> {
        if self.policy.observes() {
            return Some(false);
        }
        let json = is_json(record);
        #[cfg(feature = "packed")]
        let wrapped = json && self.find_in_strings(record, scratch)?;
        #[cfg(not(feature = "packed"))]
        let wrapped = false;
        if scratch.findings.is_empty() && !wrapped {
            return Some(false);
        }
        let Scratch { findings, edits, replacements, labels, subjects, structure, .. } = scratch;
        let structured = json && self.bound.asks_subjects() && render_json(record, structure).is_ok();
        let subjects = structured.then(|| {
            subjects.fill(structure);
            (&*subjects, &*structure)
        });
        let mut place = json.then(JsonPlace::default);
        let places = (json && self.bound.asks_places()).then(|| Places::new(record));
        let setting = Setting { labels, json: place.as_mut(), places, subjects, plain };
        if self.plan(record, findings, setting, 0, edits, replacements).is_some() {
            return None;
        }
        #[cfg(feature = "packed")]
        if wrapped {
            scratch.wrapped.merge(edits, replacements);
        }
        Some(!edits.is_empty())
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
    /// what stands between records as it was. `each` gets the index and the findings of every record. Of a record that the
    /// policy blocks nothing is appended.
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
            let changed = self.plan_record(record, true, scratch);
            if changed == Some(false) {
                continue;
            }
            // Clean records in between are copied in one piece.
            out.extend_from_slice(&batch[copied..span.start]);
            if changed.is_some() {
                rewrite(record, &scratch.edits, &scratch.replacements, out);
            }
            copied = span.end;
        }
        out.extend_from_slice(&batch[copied..]);
    }

    pub(crate) fn find<O: Observer>(&self, record: &[u8], scratch: &mut Scratch, observer: &mut O) {
        let extent = Extent { from: 0, closed: true, idle: false, bare: false, until: Stage::Overlap };
        scratch.contenders.clear();
        scratch.findings.clear();
        let json = is_json(record);
        self.read_views(record, extent, json, scratch, observer);
        let Scratch { contenders, settling, findings, structure, .. } = scratch;
        if !contenders.is_empty() {
            settle(contenders, usize::MAX, &mut 0, settling, findings);
        }
        if json {
            cut::cut(record, structure, findings);
        }
    }

    /// Runs the stages up to context over every way to read the text; contenders are given in raw bytes. Returns the
    /// place from which more text could change the answer.
    pub(crate) fn read_views<O: Observer>(
        &self,
        raw: &[u8],
        mut extent: Extent,
        escapes: bool,
        scratch: &mut Scratch,
        observer: &mut O,
    ) -> usize {
        let Scratch {
            buffers,
            marks,
            views,
            contenders,
            #[cfg(feature = "packed")]
            wrapped,
            ..
        } = scratch;
        let pass = Pass { rules: &self.rules, least: self.policy.least() };
        let mark = |text: &[u8], marks: &mut Marks| self.rules.finders.scanner.mark(text, marks);
        mark(raw, marks);
        #[cfg(feature = "packed")]
        if escapes && extent.closed {
            wrapped.note(raw, marks);
        }
        // By the format alone, so that it does not depend on how a stream is cut.
        extent.bare |= escapes;
        let mut depth = 0;
        if escapes && marks.has_escapes() {
            views[0].fill(raw, extent.closed, Kinds { escapes, ..Kinds::default() });
            mark(views[0].text(), marks);
            depth = 1;
        }
        let mut live = raw.len();
        loop {
            let (read, rest) = views.split_at_mut(depth);
            let reading = if read.is_empty() { Reading::Raw(raw) } else { Reading::Views(read) };
            live = live.min(pass.run(reading, marks, extent, buffers, contenders, observer));
            let text = reading.text();
            let kinds = Kinds {
                escapes: escapes && marks.has_escapes(),
                folds: marks.has_foreign() && has_folds(text),
                web: has_web(text),
            };
            // What the end cuts may be something that hides something.
            let cut = !extent.closed && (ends_cut(text) || ends_in_web(text));
            let Some(view) = rest.first_mut().filter(|_| cut || kinds != Kinds::default()) else { return live };
            view.fill(text, extent.closed, Kinds { folds: true, web: true, ..kinds });
            mark(view.text(), marks);
            depth += 1;
        }
    }
}

/// What a policy can know of a rule.
fn subject(rule: &Rule) -> Subject<'_> {
    Subject { entity: &rule.entity, sensitivity: rule.sensitivity, jurisdiction: rule.jurisdiction(), sets: &rule.sets }
}

/// True when the record looks like JSON: its strings hold escapes, and its numbers are values.
pub(crate) fn is_json(record: &[u8]) -> bool {
    const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
    let record = record.strip_prefix(BYTE_ORDER_MARK).unwrap_or(record);
    matches!(record.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'['))
}
