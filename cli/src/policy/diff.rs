//! `privet policy diff`: two policies on one input. No value is shown.

use std::collections::BTreeMap;
use std::io::Write as _;

use privet_core::{Engine, OnError, Redacted, Ruling, Scratch};

use super::load_without_keys;
use crate::args::DiffArgs;
use crate::chunk::{Lines, Part, Payload, Payloads};
use crate::error::Error;
use crate::format::Reading;
use crate::input::Inputs;
use crate::job::{self, Job, Out, Setting};
use crate::locate::place;
use crate::output::{Found, columns};
use crate::redact::over;
use crate::rules;
use crate::tally::{Act, Tally};
use crate::trouble::Trouble;

/// What happens to what a policy does not find.
const NOTHING: &str = "-";

/// Runs the command and returns its exit code.
pub fn run(args: &DiffArgs) -> Result<u8, Error> {
    if args.input.stream {
        return Err(Error::usage("policy diff reads records: --stream does not go with it"));
    }
    let (old, new) = (load_without_keys(&args.old)?, load_without_keys(&args.new)?);
    let reading = Reading::new(&args.payload, false, true)?;
    let inputs = Inputs::new(&args.input.files, reading);
    let rules = rules::compiled(&args.detection)?;
    let old = rules::over(rules.clone(), old, &args.detection);
    let new = rules::over(rules, new, &args.detection);
    let diff = Diff { old: &old, new: &new, names: inputs.names() };
    let (args, rules) = (&args.input, old.rules());
    job::run(Setting { args, inputs, quarantine: None, rules, observes: true, unread: |_| "not compared" }, &diff)
}

struct Diff<'e> {
    old: &'e Engine,
    new: &'e Engine,
    names: Vec<String>,
}

impl Job for Diff<'_> {
    type Open = ();

    fn lines(&self, _lines: &Lines, _scratch: &mut Scratch, _out: &mut Out, _tally: &mut Tally) {
        // All input is read by payloads.
    }

    fn payloads(&self, payloads: &Payloads, scratch: &mut Scratch, out: &mut Out, tally: &mut Tally) {
        for payload in payloads.iter() {
            if let Err(what) = self.payload(&payload, scratch, &mut out.bytes, tally) {
                unread(payload.file, payload.line, what, out, tally);
            }
        }
    }

    fn part(&self, part: &Part, _open: &mut Option<()>, out: &mut Out, tally: &mut Tally) {
        if let (Some(_), Some(limit)) = (part.first, part.over) {
            unread(part.file, part.line, over(limit), out, tally);
        }
    }

    fn end(&self, tally: &Tally, out: &mut Vec<u8>) {
        let mut counts: BTreeMap<(&str, &str, &str), u64> = BTreeMap::new();
        for (Act { rule, action, other }, count) in &tally.acts {
            *counts.entry((&self.old.rules().rules()[*rule].entity, action, other)).or_default() += count;
        }
        let mut rows = vec![["entity", "old", "new", "findings"].map(str::to_owned).to_vec()];
        for ((entity, old, new), count) in counts {
            rows.push(vec![entity.to_owned(), old.to_owned(), new.to_owned(), count.to_string()]);
        }
        out.extend_from_slice(columns(&rows, 3).as_bytes());
    }
}

impl Diff<'_> {
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
        let mut rulings = |engine: &Engine| {
            engine.rulings_as(payload.bytes, payload.format, scratch).map_err(|malformed| malformed.to_string())
        };
        let (old, new) = (rulings(self.old)?, rulings(self.new)?);
        let mut same = true;
        for pair in pairs(&old, &new) {
            let (ruling, [old, new]) = pair;
            tally.add(payload.record, ruling);
            tally.act(ruling.rule, old, new);
            if old != new {
                same = false;
                let (line, column) = place(payload, Found::from(ruling).span.start);
                let entity = &self.old.rules().rule(ruling.rule).entity;
                let name = &self.names[payload.file];
                // Writing to memory does not fail.
                let _ = writeln!(out, "{name}:{line}:{column}: {entity} {old} -> {new}");
            }
        }
        if same && !old.is_empty() && self.differs(payload, scratch) {
            let _ =
                writeln!(out, "{}:{}: the same actions, with another outcome", self.names[payload.file], payload.line);
        }
        Ok(())
    }

    /// True when the policies, with all options of their transforms, leave something else of a payload.
    fn differs(&self, payload: &Payload<'_>, scratch: &mut Scratch) -> bool {
        let mut outcome = |engine: &Engine| match engine.redact_as(payload.bytes, payload.format, scratch) {
            Ok(Redacted::Clean(bytes) | Redacted::Masked(bytes)) => Some(bytes.to_vec()),
            Ok(Redacted::Blocked) | Err(_) => None,
        };
        outcome(self.old) != outcome(self.new)
    }
}

/// The findings of both, in order, each with what either policy does with it.
fn pairs<'r>(old: &'r [Ruling], new: &'r [Ruling]) -> Vec<(&'r Ruling, [&'static str; 2])> {
    let key = |ruling: &Ruling| (ruling.span, ruling.rule.index());
    let mut pairs = BTreeMap::new();
    for ruling in old {
        pairs.insert(key(ruling), (ruling, [ruling.action, NOTHING]));
    }
    for ruling in new {
        pairs.entry(key(ruling)).or_insert((ruling, [NOTHING; 2])).1[1] = ruling.action;
    }
    pairs.into_values().collect()
}

fn unread(file: usize, line: u64, what: String, out: &mut Out, tally: &mut Tally) {
    tally.cannot_read(OnError::Block);
    out.troubles.push(Trouble { file, line, what, done: OnError::Block });
}
