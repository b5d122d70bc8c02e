//! Where output goes, and how findings are written.

mod json;
mod ndjson;
pub mod style;
mod table;
mod text;

use std::fs::File;
use std::io::{self, IsTerminal as _, Write};
use std::path::Path;

use privet_core::{Finding, Rule, Ruleset};

use crate::args;
use crate::error::Error;
use crate::tally::Tally;
pub use json::string as json_string;
pub use table::columns;
pub use text::Text;

/// The standard output, or a file.
pub struct Sink {
    writer: Box<dyn Write>,
    terminal: bool,
}

impl Sink {
    /// The file, or the standard output.
    pub fn open(path: Option<&Path>) -> Result<Self, Error> {
        match path {
            Some(path) => {
                let file = File::create(path).map_err(|error| Error::create(path, &error))?;
                Ok(Self { writer: Box::new(file), terminal: false })
            }
            None => Ok(Self { writer: Box::new(io::stdout().lock()), terminal: io::stdout().is_terminal() }),
        }
    }

    /// Whether a person sees the output as it comes.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Writes all of it, at once.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.writer.write_all(bytes).and_then(|()| self.writer.flush()).map_err(|error| Error::write(&error))
    }

    /// Writes what an earlier stage may still hold.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.writer.flush().map_err(|error| Error::write(&error))
    }
}

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
    pub fn finding(&self, finding: &Finding, rule: &Rule, place: Place, value: &[u8], out: &mut Vec<u8>) {
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
