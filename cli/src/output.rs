//! Where output goes, and how findings are written.

mod json;
mod ndjson;
mod sink;
pub mod style;
mod table;
mod text;

use privet_core::{Finding, Likelihood, Rule, RuleId, Ruleset, Ruling, Span};

use crate::args;
use crate::error::Error;
use crate::tally::Tally;
pub use json::string as json_string;
pub use sink::{Sink, private};
pub use table::columns;
pub use text::Text;

/// Writes a whole text to the standard output.
pub fn print(text: &[u8]) -> Result<(), Error> {
    Sink::open(None)?.write(text)
}

/// How findings are written.
pub enum Format {
    /// A line a finding.
    Text(Text),
    /// A JSON object a record.
    Ndjson,
    /// Counts at the end.
    Table,
}

/// A finding, and what is done with it where a policy is asked.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Bytes of the record.
    pub span: Span,
    /// The rule.
    pub rule: RuleId,
    /// How sure it is.
    pub likelihood: Likelihood,
    /// The action's name.
    pub action: Option<&'static str>,
}

impl From<&Finding> for Found {
    fn from(&Finding { span, rule, likelihood, .. }: &Finding) -> Self {
        Self { span, rule, likelihood, action: None }
    }
}

impl From<&Ruling> for Found {
    fn from(&Ruling { raw, rule, likelihood, action, .. }: &Ruling) -> Self {
        Self { span: raw, rule, likelihood, action: Some(action) }
    }
}

/// Where a finding stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The file, by its place among the inputs.
    pub file: usize,
    /// The line, from 1.
    pub line: u64,
    /// The byte in the line, from 1.
    pub column: usize,
    /// The finding is the first of its record.
    pub first: bool,
}

impl Format {
    /// The format of that name.
    pub fn new(format: args::Format, text: Text) -> Self {
        match format {
            args::Format::Text => Self::Text(text),
            args::Format::Ndjson => Self::Ndjson,
            args::Format::Table => Self::Table,
        }
    }

    /// A record starts.
    pub fn open(&self, record: u64, out: &mut Vec<u8>) {
        if let Self::Ndjson = self {
            ndjson::open(record, out);
        }
    }

    /// A finding: its rule, its place, and its bytes.
    pub fn finding(&self, finding: &Found, rule: &Rule, place: Place, value: &[u8], out: &mut Vec<u8>) {
        match self {
            Self::Text(text) => text.finding(finding, rule, place, value, out),
            Self::Ndjson => ndjson::finding(finding, rule, place.first, out),
            Self::Table => {}
        }
    }

    /// A record ends.
    pub fn close(&self, out: &mut Vec<u8>) {
        if let Self::Ndjson = self {
            ndjson::close(out);
        }
    }

    /// The input ends.
    pub fn end(&self, tally: &Tally, rules: &Ruleset, out: &mut Vec<u8>) {
        if let Self::Table = self {
            table::write(tally, rules, out);
        }
    }
}
