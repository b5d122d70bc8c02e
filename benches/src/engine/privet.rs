//! Privet itself: the whole pipeline, and its raw matches.

use std::hint::black_box;

use privet_core::{Backend, Engine as Core, Policy, Redacted, Ruleset, Scratch, Span};

use super::Engine;
use crate::corpus::{Haystack, Mode};
use crate::report::Report;
use crate::rules::Rules;

/// The backends that are measured: all but the one that is the oracle of the others.
pub fn backends() -> Vec<Backend> {
    Backend::available().filter(|&backend| backend != Backend::Naive).collect()
}

/// How far the pipeline is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    Raw,
    Find,
    Redact,
}

/// Privet over a set of rules.
#[derive(Debug)]
pub struct Privet {
    core: Core,
    depth: Depth,
    /// Index in the set of each rule in force.
    places: Vec<usize>,
    scratch: Scratch,
    out: Vec<u8>,
}

pub(super) fn find(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Ok(Box::new(Privet::new(rules, Backend::default(), Depth::Find)?))
}

pub(super) fn raw(rules: &Rules) -> Result<Box<dyn Engine>, String> {
    Ok(Box::new(Privet::new(rules, Backend::default(), Depth::Raw)?))
}

impl Privet {
    /// The whole pipeline and the masked bytes.
    ///
    /// # Errors
    ///
    /// What is wrong with the rules.
    pub fn redacting(rules: &Rules, backend: Backend) -> Result<Self, String> {
        Self::new(rules, backend, Depth::Redact)
    }

    /// The same without masking.
    #[must_use]
    pub fn without_masking(&self) -> Self {
        let (core, places) = (self.core.clone(), self.places.clone());
        Self { core, depth: Depth::Find, places, scratch: Scratch::new(), out: Vec::new() }
    }

    fn new(rules: &Rules, backend: Backend, depth: Depth) -> Result<Self, String> {
        let library = rules.library()?;
        let selection = library.select("all").map_err(|error| error.to_string())?;
        let compiled = Ruleset::compile(&selection, backend).map_err(|error| error.to_string())?;
        let place = |id: &str| {
            let name = id.strip_prefix("bench.")?;
            rules.patterns.iter().position(|pattern| pattern.name == name)
        };
        // Shipped rules go by their own index.
        let places =
            compiled.rules().iter().enumerate().map(|(index, rule)| place(&rule.id).unwrap_or(index)).collect();
        let core = Core::new(compiled, Policy::default());
        Ok(Self { core, depth, places, scratch: Scratch::new(), out: Vec::new() })
    }

    /// The rules and the policy that run.
    pub fn core(&self) -> &Core {
        &self.core
    }

    fn batch(&mut self, start: usize, piece: &[u8], lines: &[(usize, usize)], report: &mut Report) {
        let Self { core, places, scratch, out, depth } = self;
        let records = lines.iter().map(|&(from, to)| Span::new(from - start, to - start));
        if *depth == Depth::Redact {
            out.clear();
            core.redact_batch(piece, records, scratch, out, |index, findings| {
                for finding in findings {
                    let span = finding.span.shifted(lines[index].0);
                    report.add(places[finding.rule.index()], span.start, span.end);
                }
            });
            report.write(out);
        } else {
            core.scan_batch(piece, records, scratch, |index, _, findings| {
                for finding in findings {
                    let span = finding.span.shifted(lines[index].0);
                    report.add(places[finding.rule.index()], span.start, span.end);
                }
            });
        }
    }
}

impl Engine for Privet {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, lines) in haystack.calls(mode) {
            let Self { core, depth, places, scratch, .. } = self;
            match (*depth, mode) {
                // There is no call for the raw matches of a batch.
                (Depth::Raw, _) => {
                    for &(from, to) in lines {
                        core.matches(&piece[from - start..to - start], scratch, |rule, span| {
                            report.add(places[rule.index()], from + span.start, from + span.end);
                        });
                    }
                }
                (_, Mode::Batch) => self.batch(start, piece, lines, report),
                (Depth::Find, Mode::Message) => {
                    for finding in core.scan(piece, scratch) {
                        let span = finding.span.shifted(start);
                        report.add(places[finding.rule.index()], span.start, span.end);
                    }
                }
                // The call hands out bytes: counted are the messages that were masked.
                (Depth::Redact, Mode::Message) => {
                    let redacted = core.redact(piece, scratch);
                    if matches!(redacted, Redacted::Masked(_)) {
                        report.add(0, start, start + piece.len());
                    }
                    report.write(black_box(redacted.bytes()));
                }
            }
        }
    }

    fn memory(&self) -> Option<usize> {
        Some(self.core.rules().size().1)
    }
}
