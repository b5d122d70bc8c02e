//! `privet scan`: where personal data is.

use privet_core::{Engine, Finding, Policy, Scratch, StreamFilter};

use crate::args::{Color, ScanArgs};
use crate::chunk::{Json, Lines, Part};
use crate::error::Error;
use crate::input::Inputs;
use crate::job::{self, Job};
use crate::locate::Locator;
use crate::output::style::{self, Paint};
use crate::output::{Format, Place, Text};
use crate::rules;
use crate::tally::Tally;

/// Runs the command and returns its exit code.
pub fn run(args: &ScanArgs, color: Color) -> Result<u8, Error> {
    if args.show && args.format != crate::args::Format::Text {
        return Err(Error::usage("--show goes with --format text"));
    }
    let engine = rules::engine(&args.detection, Policy::default())?;
    let inputs = Inputs::new(&args.input.files, args.input.stream);
    let paint = Paint(style::wanted(color, args.input.output.is_none()));
    let format = Format::new(args.format, Text::new(&inputs.names(), args.show, paint));
    job::run(&args.input, inputs, &engine, &Scan { engine: &engine, format })
}

struct Scan<'e> {
    engine: &'e Engine,
    format: Format,
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

    fn lines(&self, lines: &Lines, scratch: &mut Scratch, out: &mut Vec<u8>, tally: &mut Tally) {
        self.engine.scan_batch(&lines.bytes, lines.spans(), scratch, |index, record, findings| {
            let index = index as u64;
            self.format.open(lines.record + index, out);
            for (nth, finding) in findings.iter().enumerate() {
                tally.add(lines.record + index, finding);
                let (line, column, first) = (lines.line + index, finding.span.start + 1, nth == 0);
                let place = Place { file: lines.file, line, column, first };
                self.finding(finding, place, &record[finding.span.range()], out);
            }
            self.format.close(out);
        });
    }

    fn part(&self, part: &Part, open: &mut Option<Open<'e>>, out: &mut Vec<u8>, tally: &mut Tally) {
        if let Some(json) = part.first {
            let filter = StreamFilter::new(self.engine).json(json == Json::Yes);
            *open = Some(Open { filter, locator: Locator::new(part.line), clean: true, masked: Vec::new() });
            self.format.open(part.record, out);
        }
        let Some(record) = open else { return };
        record.locator.push(&part.bytes);
        record.filter.push(&part.bytes, &mut record.masked);
        self.settled(part, record, out, tally);
        record.locator.keep(record.filter.held());
        if part.last.is_some() {
            record.filter.finish(&mut record.masked);
            self.settled(part, record, out, tally);
            self.format.close(out);
            *open = None;
        }
    }

    fn end(&self, tally: &Tally, out: &mut Vec<u8>) {
        self.format.end(tally, self.engine.rules(), out);
    }
}

impl Scan<'_> {
    fn finding(&self, finding: &Finding, place: Place, value: &[u8], out: &mut Vec<u8>) {
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
            self.finding(finding, place, locator.value(finding.span), out);
        }
    }
}
