//! `privet scan`: where personal data is.

use privet_core::{Engine, OnError, Policy, Scratch, StreamFilter};

use crate::args::{Color, ScanArgs};
use crate::chunk::{Json, Lines, Part, Payload, Payloads};
use crate::error::Error;
use crate::format::Reading;
use crate::input::Inputs;
use crate::job::{self, Job, Out, Setting};
use crate::locate::{Locator, place};
use crate::output::style::{self, Paint};
use crate::output::{Format, Found, Place, Text};
use crate::redact::over;
use crate::tally::Tally;
use crate::trouble::Trouble;
use crate::{policy, rules};

/// Runs the command and returns its exit code.
pub fn run(args: &ScanArgs, color: Color) -> Result<u8, Error> {
    if args.show && args.format != crate::args::Format::Text {
        return Err(Error::usage("--show goes with --format text"));
    }
    let by_policy = args.policy.policy.is_some();
    let policy = match &args.policy.policy {
        Some(path) => policy::load_without_keys(path)?,
        None => {
            policy::no_keys(&args.policy)?;
            Policy::default()
        }
    };
    let reading = Reading::new(&args.payload, args.input.stream, by_policy)?;
    let engine = rules::engine(&args.detection, policy)?;
    let inputs = Inputs::new(&args.input.files, reading);
    let paint = Paint(style::wanted(color, args.input.output.is_none()));
    let format = Format::new(args.format, Text::new(&inputs.names(), args.show, paint));
    let rules = engine.rules();
    let setting =
        Setting { args: &args.input, inputs, quarantine: None, rules, observes: by_policy, unread: |_| "not scanned" };
    job::run(setting, &Scan { engine: &engine, format, by_policy })
}

struct Scan<'e> {
    engine: &'e Engine,
    format: Format,
    /// What the policy does with findings is told, too.
    by_policy: bool,
}

/// A long record while it goes by.
struct Open<'e> {
    filter: StreamFilter<'e>,
    locator: Locator,
    /// Nothing has been found yet.
    clean: bool,
    /// The masked text, which nobody wants.
    masked: Vec<u8>,
}

impl<'e> Job for Scan<'e> {
    type Open = Open<'e>;

    fn lines(&self, lines: &Lines, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally) {
        let out = &mut out.bytes;
        self.engine.scan_batch(&lines.bytes, lines.spans(), scratch, |index, record, findings| {
            let index = index as u64;
            self.format.open(lines.record + index, out);
            for (nth, finding) in findings.iter().enumerate() {
                tally.add(lines.record + index, finding);
                let (line, column, first) = (lines.line + index, finding.span.start + 1, nth == 0);
                let place = Place { file: lines.file, line, column, first };
                self.finding(&finding.into(), place, &record[finding.span.range()], out);
            }
            self.format.close(out);
        });
    }

    fn payloads(&self, payloads: &Payloads, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally) {
        for payload in payloads.iter() {
            self.format.open(payload.record, &mut out.bytes);
            if let Err(what) = self.payload(&payload, scratch, &mut out.bytes, tally) {
                unread(payload.file, payload.line, what, out, tally);
            }
            self.format.close(&mut out.bytes);
        }
    }

    fn part(&self, part: &Part, open: &mut Option<Open<'e>>, out: &mut Out, tally: &mut Tally) {
        if let Some(json) = part.first {
            self.format.open(part.record, &mut out.bytes);
            *open = None;
            if let Some(limit) = part.over {
                unread(part.file, part.line, over(limit), out, tally);
            } else {
                let filter = StreamFilter::new(self.engine).json(json == Json::Yes);
                *open = Some(Open { filter, locator: Locator::new(part.line), clean: true, masked: Vec::new() });
            }
        }
        let out = &mut out.bytes;
        if let Some(record) = open {
            record.locator.push(&part.bytes);
            record.filter.push(&part.bytes, &mut record.masked);
            self.settled(part, record, out, tally);
            record.locator.keep(record.filter.held());
            if part.last.is_some() {
                record.filter.finish(&mut record.masked);
                self.settled(part, record, out, tally);
            }
        }
        if part.last.is_some() {
            self.format.close(out);
            *open = None;
        }
    }

    fn end(&self, tally: &Tally, out: &mut Vec<u8>) {
        self.format.end(tally, self.engine.rules(), out);
    }
}

impl Scan<'_> {
    fn payload(
        &self,
        payload: &Payload<'_>,
        scratch: &mut Scratch,
        out: &mut Vec<u8>,
        tally: &mut Tally,
    ) -> Result<(), String> {
        if payload.bytes.len() > payload.limit {
            return Err(over(payload.limit));
        }
        let rulings = self.engine.rulings_as(payload.bytes, payload.format, scratch);
        let rulings = rulings.map_err(|malformed| malformed.to_string())?;
        for (nth, ruling) in rulings.iter().enumerate() {
            tally.add(payload.record, ruling);
            let mut found = Found::from(ruling);
            if self.by_policy {
                tally.act(ruling.rule, ruling.action, "");
            } else {
                found.action = None;
            }
            let (line, column) = place(payload, found.span.start);
            let place = Place { file: payload.file, line, column, first: nth == 0 };
            // Of a payload that is packed, the place is one of what is in it.
            let value = payload.bytes.get(found.span.range()).filter(|_| !payload.is_packed()).unwrap_or_default();
            self.finding(&found, place, value, out);
        }
        Ok(())
    }

    fn finding(&self, finding: &Found, place: Place, value: &[u8], out: &mut Vec<u8>) {
        self.format.finding(finding, self.engine.rules().rule(finding.rule), place, value, out);
    }

    /// Writes what the last call of the filter settled.
    fn settled(&self, part: &Part, record: &mut Open<'_>, out: &mut Vec<u8>, tally: &mut Tally) {
        let Open { filter, locator, clean, masked } = record;
        masked.clear();
        for finding in filter.findings() {
            tally.add(part.record, finding);
            let (line, column) = locator.place(finding.span.start);
            let place = Place { file: part.file, line, column, first: std::mem::take(clean) };
            self.finding(&finding.into(), place, locator.value(finding.span), out);
        }
    }
}

/// What cannot be read has not been scanned: it is told as what would be blocked.
fn unread(file: usize, line: u64, what: String, out: &mut Out, tally: &mut Tally) {
    tally.cannot_read(OnError::Block);
    out.troubles.push(Trouble { file, line, what, done: OnError::Block });
}
