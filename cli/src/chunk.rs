//! Pieces of a file: whole lines, or parts of a record too long to be held.

mod boundary;
mod payloads;

use std::io::{self, BufRead, BufReader, Read};

use memchr::{memchr, memchr_iter, memrchr};
use privet_core::Span;

pub use boundary::By;
pub use payloads::{Framing, Payload, PayloadCutter, Payloads};

/// Bytes read at a time.
const CHUNK: usize = 256 << 10;

/// Longest line that is held as a whole; a longer one is filtered as a stream, in parts. Where escapes hide text, the
/// engine needs some twenty times the bytes of a record, in each thread.
pub const LONGEST: usize = 512 << 10;

/// A piece of the input.
#[derive(Debug)]
pub enum Piece {
    /// Whole lines.
    Lines(Lines),
    /// Payloads that are read each by itself.
    Payloads(Payloads),
    /// Part of a long record.
    Part(Part),
}

/// Whole lines of a file; only the last line of a file may lack its `\n`.
#[derive(Debug)]
pub struct Lines {
    /// The file, by its place among the inputs.
    pub file: usize,
    /// Number of the first record, over all files, from 0.
    pub record: u64,
    /// Number of the first line in the file, from 1.
    pub line: u64,
    /// Lines.
    pub count: u64,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Lines {
    /// The places of the lines, without their `\n`.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        let ends = memchr_iter(b'\n', &self.bytes);
        let unended = self.bytes.last().is_some_and(|&byte| byte != b'\n').then_some(self.bytes.len());
        let mut start = 0;
        ends.chain(unended).map(move |end| Span::new(std::mem::replace(&mut start, end + 1), end))
    }
}

/// Part of a record, in order.
#[derive(Debug)]
pub struct Part {
    /// The file, by its place among the inputs.
    pub file: usize,
    /// Number of the record, over all files, from 0.
    pub record: u64,
    /// Line of the file on which the record starts, from 1.
    pub line: u64,
    /// The record starts here; it looks like JSON or does not.
    pub first: Option<Json>,
    /// The record ends here, and this follows it.
    pub last: Option<&'static [u8]>,
    /// The record is a payload that has more bytes than this, which are the most that are read.
    pub over: Option<usize>,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Whether text holds JSON escapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Json {
    Yes,
    No,
}

impl Part {
    /// Appends it as it came, with what ends the record.
    pub fn copy(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.bytes);
        out.extend_from_slice(self.last.unwrap_or_default());
    }

    /// Bytes of the input.
    pub fn len(&self) -> usize {
        self.bytes.len() + self.last.map_or(0, <[u8]>::len)
    }
}

impl Piece {
    /// Bytes of the input.
    pub fn len(&self) -> usize {
        match self {
            Self::Lines(lines) => lines.bytes.len(),
            Self::Payloads(payloads) => payloads.bytes.len(),
            Self::Part(part) => part.len(),
        }
    }
}

/// Cuts one file into pieces.
pub trait Cut {
    /// The next piece, or none at the end. After an error, [`Cut::rest`] has what was read before it.
    fn next(&mut self) -> io::Result<Option<Piece>>;

    /// What is left when nothing more can be read, piece by piece.
    fn rest(&mut self) -> Option<Piece>;

    /// Number of the next record.
    fn record(&self) -> u64;
}

/// Cuts one file into lines. What has been read is handed on at once: a line of a slow pipe does not wait for others.
pub struct Cutter {
    input: BufReader<Box<dyn Read + Send>>,
    file: usize,
    record: u64,
    line: u64,
    /// The beginning of a line.
    partial: Vec<u8>,
    /// A long record is being cut.
    long: bool,
    /// The file is one record.
    stream: bool,
}

impl Cutter {
    /// A cutter for the file at that place; `record` is the number of its first record.
    pub fn new(input: Box<dyn Read + Send>, file: usize, record: u64, stream: bool) -> Self {
        let input = BufReader::with_capacity(CHUNK, input);
        Self { input, file, record, line: 1, partial: Vec::new(), long: false, stream }
    }
}

impl Cut for Cutter {
    fn next(&mut self) -> io::Result<Option<Piece>> {
        loop {
            let buffer = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if buffer.is_empty() {
                return Ok(self.rest());
            }
            if self.stream && !self.long {
                self.long = true;
                let first = json(buffer);
                return Ok(Some(self.part(Some(first), None, Vec::new())));
            }
            if self.long {
                let end = if self.stream { None } else { memchr(b'\n', buffer) };
                let bytes = buffer[..end.unwrap_or(buffer.len())].to_vec();
                let last = end.map(|_| b"\n".as_slice());
                self.input.consume(bytes.len() + usize::from(last.is_some()));
                return Ok(Some(self.part(None, last, bytes)));
            }
            let line = memchr(b'\n', buffer).unwrap_or(buffer.len());
            if self.partial.len() + line > LONGEST {
                self.long = true;
                let bytes = std::mem::take(&mut self.partial);
                return Ok(Some(self.part(Some(json(&bytes)), None, bytes)));
            }
            let len = buffer.len();
            let Some(end) = memrchr(b'\n', buffer) else {
                self.partial.extend_from_slice(buffer);
                self.input.consume(len);
                continue;
            };
            let mut bytes = std::mem::take(&mut self.partial);
            bytes.extend_from_slice(&buffer[..=end]);
            self.partial.extend_from_slice(&buffer[end + 1..]);
            self.input.consume(len);
            return Ok(Some(self.lines(bytes)));
        }
    }

    fn rest(&mut self) -> Option<Piece> {
        if std::mem::take(&mut self.long) {
            self.stream = false;
            return Some(self.part(None, Some(b""), Vec::new()));
        }
        let bytes = std::mem::take(&mut self.partial);
        (!bytes.is_empty()).then(|| self.lines(bytes))
    }

    fn record(&self) -> u64 {
        self.record
    }
}

impl Cutter {
    fn lines(&mut self, bytes: Vec<u8>) -> Piece {
        let unended = bytes.last().is_some_and(|&byte| byte != b'\n');
        let count = memchr_iter(b'\n', &bytes).count() as u64 + u64::from(unended);
        let (record, line) = (self.record, self.line);
        self.record += count;
        self.line += count;
        Piece::Lines(Lines { file: self.file, record, line, count, bytes })
    }

    fn part(&mut self, first: Option<Json>, last: Option<&'static [u8]>, bytes: Vec<u8>) -> Piece {
        let (record, line) = (self.record, self.line);
        if last.is_some() {
            self.long = false;
            self.record += 1;
            self.line += 1;
        }
        Piece::Part(Part { file: self.file, record, line, first, last, over: None, bytes })
    }
}

/// As the engine judges a record: JSON starts with a brace or bracket.
fn json(start: &[u8]) -> Json {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{' | b'[') => Json::Yes,
        _ => Json::No,
    }
}
