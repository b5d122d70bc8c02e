//! Bytes over time: a stream in chunks of any size, with the output of the whole.

use std::fmt;

use crate::edit::Edit;
use crate::engine::{Engine, Extent, Scratch, Setting, Stage};
use crate::finding::Finding;
use crate::labels::Labels;
use crate::overlap::settle;
use crate::rewrite::{JsonPlace, REACH, is_number_byte, rewrite};
use crate::span::Span;

/// Masks a stream chunk by chunk: sans I/O, bytes in and bytes out.
///
/// However the stream is cut into chunks, the output is the same. Bytes are held back from the earliest place that may
/// still become part of a finding, and no further: usually a word, at most [`Ruleset::hold_back`] bytes of plain text.
///
/// [`Ruleset::hold_back`]: crate::Ruleset::hold_back
///
/// Where in a JSON text something stands is not known here: see [`Policy`](crate::Policy). A field that is to be dropped
/// becomes the finding taken out.
///
/// A finding that runs over the end of a JSON string - `"Password: '", "next"` - is masked as a whole: [`Engine::redact`], which
/// has all of the record, cuts it at the ends of values.
///
/// Strings of base64 are not looked into, as [`Engine::redact`] does: one may be as long as the stream.
///
/// A filter is not a record: text is read across line ends, so that a number on the line after its name is found.
pub struct StreamFilter<'e> {
    engine: &'e Engine,
    scratch: Scratch,
    edits: Vec<Edit>,
    replacements: Vec<u8>,
    json: bool,
    /// The policy lets nothing more of the stream through.
    blocked: bool,
    labels: Labels,
    /// In JSON, whether the first byte that is held back stands in a string.
    place: JsonPlace,
    /// Bytes of the stream that may still be looked at.
    buffer: Vec<u8>,
    /// Place of the buffer's first byte in the stream.
    base: usize,
    /// Matches from here on are not settled yet.
    from: usize,
    /// Bytes up to here have been handed out; beyond `from` where a long chain of matches was cut.
    emitted: usize,
    /// Bytes before `from` that are kept as surroundings.
    kept: usize,
}

impl fmt::Debug for StreamFilter<'_> {
    /// Shows no byte of the stream.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamFilter").field("base", &self.base).field("held", &self.held()).finish_non_exhaustive()
    }
}

/// What is known of the stream's end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// More may come, soon.
    Comes,
    /// More may come, but not soon.
    Idle,
    /// Nothing comes.
    Ended,
}

impl<'e> StreamFilter<'e> {
    /// A filter at the start of a stream of plain text.
    pub fn new(engine: &'e Engine) -> Self {
        // A byte of plain text takes at most six raw ones as an escape, and characters without width may come between.
        let kept = (engine.rules().looks_back() + 16) * 32;
        Self {
            engine,
            scratch: Scratch::new(),
            edits: Vec::new(),
            replacements: Vec::new(),
            json: false,
            blocked: false,
            labels: Labels::new(),
            place: JsonPlace::default(),
            buffer: Vec::new(),
            base: 0,
            from: 0,
            emitted: 0,
            kept,
        }
    }

    /// The stream is JSON text: escapes in it are read, and numbers stay values.
    #[must_use]
    pub fn json(mut self, json: bool) -> Self {
        self.json = json;
        self
    }

    /// The stream is of a route with those labels.
    #[must_use]
    pub fn labels(mut self, labels: &Labels) -> Self {
        self.labels.clone_from(labels);
        self
    }

    /// True when the policy blocks the stream: what stood before the finding has gone out, and nothing more does before
    /// [`StreamFilter::finish`].
    pub fn is_blocked(&self) -> bool {
        self.blocked
    }

    /// Takes the next chunk and appends to `out` what is settled.
    pub fn push(&mut self, chunk: &[u8], out: &mut Vec<u8>) {
        if !self.blocked {
            self.buffer.extend_from_slice(chunk);
        }
        self.advance(Rest::Comes, out);
    }

    /// The stream pauses: appends what can be settled without waiting for the words after a match. Bytes of something
    /// that more text could still make a match stay back, so that nothing leaks in halves.
    pub fn flush(&mut self, out: &mut Vec<u8>) {
        self.advance(Rest::Idle, out);
    }

    /// The stream is over: appends the rest. The filter is ready for another stream. True when the policy blocked this
    /// one, now or before.
    pub fn finish(&mut self, out: &mut Vec<u8>) -> bool {
        self.advance(Rest::Ended, out);
        let blocked = self.blocked;
        self.buffer.clear();
        (self.base, self.from, self.emitted) = (0, 0, 0);
        self.place = JsonPlace::default();
        self.blocked = false;
        blocked
    }

    /// The findings that the last call settled, in order; their spans count from the start of the stream.
    pub fn findings(&self) -> &[Finding] {
        &self.scratch.findings
    }

    /// Bytes held back now.
    pub fn held(&self) -> usize {
        self.buffer.len() - self.emitted
    }

    fn advance(&mut self, rest: Rest, out: &mut Vec<u8>) {
        if self.blocked {
            self.scratch.findings.clear();
            return;
        }
        let cut = self.surroundings();
        let text = &self.buffer[cut..];
        let closed = rest == Rest::Ended;
        let extent =
            Extent { from: self.from - cut, closed, idle: rest == Rest::Idle, bare: false, until: Stage::Overlap };
        let scratch = &mut self.scratch;
        scratch.contenders.clear();
        scratch.findings.clear();
        let live = self.engine.read_views(text, extent, self.json, scratch, &mut ());
        let open_from = if closed { text.len() } else { before_number(text, live, self.json).max(extent.from) };
        let mut taken = self.emitted - cut;
        let Scratch { contenders, settling, findings, .. } = scratch;
        let until = settle(contenders, open_from, &mut taken, settling, findings);
        let already = self.emitted - cut;
        // From what is not handed out yet: `already` is where the place is.
        let mut place = self.place.at(already);
        let mut block = None;
        self.edits.clear();
        if !self.engine.policy().observes() {
            let setting = Setting {
                labels: &self.labels,
                json: self.json.then_some(&mut place),
                places: None,
                subjects: None,
                plain: true,
            };
            let (edits, replacements) = (&mut self.edits, &mut self.replacements);
            block = self.engine.plan(text, findings, setting, already, edits, replacements);
        }
        let edited = self.edits.last().map_or(already, |edit| edit.span.end);
        let emit = block.unwrap_or(until.max(taken)).max(edited);
        if self.json {
            place.read(text, emit);
            self.place = place;
        }
        for edit in &mut self.edits {
            edit.span = Span::new(edit.span.start - already, edit.span.end - already);
        }
        rewrite(&text[already..emit], &self.edits, &self.replacements, out);
        for finding in findings {
            finding.span = finding.span.shifted(self.base + cut);
        }
        if block.is_some() {
            self.blocked = true;
            self.buffer.clear();
            (self.from, self.emitted) = (0, 0);
            return;
        }
        (self.from, self.emitted) = (until + cut, emit + cut);
        self.trim();
    }

    /// Where the surroundings start that matches from `from` on may be judged by: not inside a character or an escape.
    fn surroundings(&self) -> usize {
        let mut cut = self.from.saturating_sub(self.kept);
        while cut > 0 && (self.buffer[cut] & 0xc0 == 0x80 || self.buffer[cut - 1] == b'\\') {
            cut -= 1;
        }
        cut
    }

    /// Forgets what is no longer needed, now and then.
    fn trim(&mut self) {
        let cut = self.surroundings();
        if cut > 16 * self.kept {
            self.buffer.drain(..cut);
            self.base += cut;
            self.from -= cut;
            self.emitted -= cut;
        }
    }
}

/// In JSON, `at` or the start of the number around it: the sign of a number goes with the number.
fn before_number(text: &[u8], at: usize, json: bool) -> usize {
    if !json {
        return at;
    }
    at - text[..at].iter().rev().take(REACH).take_while(|&&byte| is_number_byte(byte)).count()
}
