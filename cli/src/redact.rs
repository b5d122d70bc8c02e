//! `privet redact`: findings masked, every other byte as it was.

mod transform;

use privet_core::{Engine, Labels, OnError, Policy, Redacted, Scratch, StreamFilter};

use crate::args::RedactArgs;
use crate::chunk::{Json, Lines, Part, Payload, Payloads};
use crate::error::Error;
use crate::format::Reading;
use crate::input::Inputs;
use crate::job::{self, Job, Out, Setting};
use crate::tally::Tally;
use crate::trouble::{self, Trouble};
use crate::{policy, rules};

/// Runs the command and returns its exit code.
pub fn run(args: &RedactArgs) -> Result<u8, Error> {
    let by_policy = args.policy.policy.is_some();
    let policy = match &args.policy.policy {
        Some(path) => {
            transform::none(&args.transform)?;
            policy::load(path, &args.policy.keys)?
        }
        None => {
            policy::no_keys(&args.policy)?;
            Policy::new(transform::of(&args.transform)?)
        }
    };
    let on_error = if policy.observes() { OnError::Pass } else { policy.on_error(&Labels::new()) };
    if on_error == OnError::Quarantine && args.quarantine.is_none() {
        return Err(Error::usage("the policy puts aside what cannot be read: say where to, --quarantine FILE"));
    }
    let reading = Reading::new(&args.payload, args.input.stream, by_policy)?;
    let engine = rules::engine(&args.detection, policy)?;
    let setting = Setting {
        args: &args.input,
        inputs: Inputs::new(&args.input.files, reading),
        quarantine: args.quarantine.as_deref(),
        rules: engine.rules(),
        observes: engine.policy().observes(),
        unread: trouble::said,
    };
    job::run(setting, &Redact { engine: &engine, on_error, acts: by_policy && args.input.stats })
}

struct Redact<'e> {
    engine: &'e Engine,
    /// What is done with payloads that cannot be read.
    on_error: OnError,
    /// What is done with findings is counted.
    acts: bool,
}

/// A long record while it goes by.
enum Open<'e> {
    /// It is filtered.
    Filter(Box<StreamFilter<'e>>),
    /// It is a payload beyond the limit, with which this is done.
    Over(OnError),
}

impl<'e> Job for Redact<'e> {
    type Open = Open<'e>;

    fn lines(&self, lines: &Lines, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally) {
        self.engine.redact_batch(&lines.bytes, lines.spans(), scratch, &mut out.bytes, |index, findings| {
            for finding in findings {
                tally.add(lines.record + index as u64, finding);
            }
        });
    }

    fn payloads(&self, payloads: &Payloads, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally) {
        for payload in payloads.iter() {
            self.payload(&payload, scratch, out, tally);
        }
    }

    fn part(&self, part: &Part, open: &mut Option<Open<'e>>, out: &mut Out, tally: &mut Tally) {
        if let Some(json) = part.first {
            let filter = || Open::Filter(Box::new(StreamFilter::new(self.engine).json(json == Json::Yes)));
            *open = Some(match part.over {
                None => filter(),
                Some(limit) => {
                    self.trouble(part.file, part.line, over(limit), out, tally);
                    if self.on_error == OnError::RawScan { filter() } else { Open::Over(self.on_error) }
                }
            });
        }
        let Some(record) = open else { return };
        match record {
            Open::Over(OnError::Pass) => part.copy(&mut out.bytes),
            Open::Over(OnError::Quarantine) => part.copy(&mut out.aside),
            Open::Over(_) => {}
            Open::Filter(filter) => self.filter(part, filter, out, tally),
        }
        if part.last.is_some() {
            *open = None;
        }
    }
}

impl Redact<'_> {
    fn payload(&self, payload: &Payload<'_>, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally) {
        if payload.bytes.is_empty() {
            out.bytes.extend_from_slice(payload.separator);
            return;
        }
        let told = if payload.bytes.len() > payload.limit {
            Err(over(payload.limit))
        } else {
            let redacted = self.engine.redact_as(payload.bytes, payload.format, scratch);
            redacted.map(|redacted| keep(redacted, payload, out, tally)).map_err(|malformed| malformed.to_string())
        };
        match told {
            Ok(()) => self.count(payload, scratch, tally),
            Err(what) => {
                self.trouble(payload.file, payload.line, what, out, tally);
                match self.on_error {
                    OnError::Block => {}
                    OnError::Quarantine => payload.copy(&mut out.aside),
                    OnError::Pass => payload.copy(&mut out.bytes),
                    OnError::RawScan => {
                        keep(self.engine.redact(payload.bytes, scratch), payload, out, tally);
                        for finding in scratch.findings() {
                            tally.add(payload.record, finding);
                        }
                    }
                }
            }
        }
    }

    /// Counts the findings of a payload, and what is done with them.
    fn count(&self, payload: &Payload<'_>, scratch: &mut Scratch, tally: &mut Tally) {
        for finding in scratch.findings() {
            tally.add(payload.record, finding);
        }
        if self.acts && !scratch.findings().is_empty() {
            // It has been read once.
            let rulings = self.engine.rulings_as(payload.bytes, payload.format, scratch).unwrap_or_default();
            for ruling in &rulings {
                tally.act(ruling.rule, ruling.action, "");
            }
        }
    }

    fn filter(&self, part: &Part, filter: &mut StreamFilter<'_>, out: &mut Out, tally: &mut Tally) {
        filter.push(&part.bytes, &mut out.bytes);
        let mut blocked = filter.is_blocked();
        for finding in filter.findings() {
            tally.add(part.record, finding);
        }
        let Some(ending) = part.last else { return };
        if !blocked {
            blocked = filter.finish(&mut out.bytes);
            for finding in filter.findings() {
                tally.add(part.record, finding);
            }
        }
        if blocked {
            tally.blocked += 1;
        } else {
            out.bytes.extend_from_slice(ending);
        }
    }

    fn trouble(&self, file: usize, line: u64, what: String, out: &mut Out, tally: &mut Tally) {
        tally.cannot_read(self.on_error);
        out.troubles.push(Trouble { file, line, what, done: self.on_error });
    }
}

/// Appends what the policy leaves of a payload.
fn keep(redacted: Redacted<'_>, payload: &Payload<'_>, out: &mut Out, tally: &mut Tally) {
    match redacted {
        Redacted::Blocked => tally.blocked += 1,
        Redacted::Clean(bytes) | Redacted::Masked(bytes) => {
            out.bytes.extend_from_slice(bytes);
            out.bytes.extend_from_slice(payload.separator);
        }
    }
}

/// Why a payload beyond the limit is not read.
pub fn over(limit: usize) -> String {
    format!("is larger than {limit} bytes")
}
