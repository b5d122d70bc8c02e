//! Payloads that are read one by one, each whole: lines, rows, or the file.

use std::io::{self, BufRead as _, BufReader, Read};
use std::sync::Arc;

use memchr::memchr_iter;
use privet_core::{Csv, Format};

use super::boundary::{Boundary, By};
use super::{CHUNK, Cut, Part, Piece, json};
use crate::format;

/// Payloads of a file, in order.
#[derive(Debug)]
pub struct Payloads {
    /// The file, by its place among the inputs.
    pub file: usize,
    /// Number of the first payload, over all files, from 0.
    pub record: u64,
    /// Line of the file on which the first payload starts, from 1.
    pub line: u64,
    /// What they are.
    pub format: Arc<Format>,
    /// Most bytes of one.
    pub limit: usize,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// For each payload where it ends, and where the next one starts.
    pub ends: Vec<(usize, usize)>,
}

/// One payload.
#[derive(Clone, Copy)]
pub struct Payload<'p> {
    /// The file, by its place among the inputs.
    pub file: usize,
    /// Number over all files, from 0.
    pub record: u64,
    /// Line of the file on which it starts, from 1.
    pub line: u64,
    /// What it is.
    pub format: &'p Format,
    /// The bytes.
    pub bytes: &'p [u8],
    /// Most bytes of one.
    pub limit: usize,
    /// What stands between it and the next.
    pub separator: &'p [u8],
}

impl Payloads {
    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = Payload<'_>> {
        let (mut start, mut line) = (0, self.line);
        (self.record..).zip(&self.ends).map(move |(record, &(end, next))| {
            let (bytes, separator) = (&self.bytes[start..end], &self.bytes[end..next]);
            let (file, format, limit) = (self.file, &*self.format, self.limit);
            let payload = Payload { file, record, line, format, bytes, limit, separator };
            line += lines(&self.bytes[start..next]);
            start = next;
            payload
        })
    }
}

impl Payload<'_> {
    /// Appends it as it came, with what stands behind it.
    pub fn copy(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.bytes);
        out.extend_from_slice(self.separator);
    }

    /// Places in it are those of what is in it.
    pub fn is_packed(&self) -> bool {
        matches!(self.format, Format::Packed(_))
    }
}

/// How a file is cut into payloads, and what they are.
#[derive(Clone, Debug)]
pub struct Framing {
    /// What ends a payload.
    pub by: By,
    /// What it is.
    pub format: Arc<Format>,
    /// How rows are read; the first of them names the values of the others.
    pub table: Option<Csv>,
    /// Most bytes of one.
    pub limit: usize,
}

/// Cuts one file into payloads.
pub struct PayloadCutter {
    input: BufReader<Box<dyn Read + Send>>,
    file: usize,
    record: u64,
    line: u64,
    framing: Framing,
    boundary: Boundary,
    /// What has been read and not handed on.
    held: Vec<u8>,
    /// A payload beyond the limit is being handed on in parts.
    over: bool,
}

impl PayloadCutter {
    /// A cutter for the file at that place; `record` is the number of its first payload.
    pub fn new(input: Box<dyn Read + Send>, file: usize, record: u64, framing: Framing) -> Self {
        let boundary = Boundary::new(framing.by);
        let input = BufReader::with_capacity(CHUNK, input);
        Self { input, file, record, line: 1, framing, boundary, held: Vec::new(), over: false }
    }

    /// A piece of what is held, if there is one to hand on.
    fn piece(&mut self, closed: bool) -> Option<Piece> {
        if self.over {
            return self.go_on(closed);
        }
        let mut ends = Vec::new();
        while let Some(end) = self.boundary.next(&self.held, closed) {
            ends.push(end);
            if self.framing.table.is_some() {
                // The others are read with the names that it has.
                break;
            }
        }
        match ends.last() {
            Some(&(_, end)) => {
                let bytes = self.take(end);
                Some(Piece::Payloads(self.payloads(bytes, ends)))
            }
            None if self.held.len() > self.framing.limit => {
                self.over = true;
                let bytes = self.take(self.boundary.seen());
                Some(self.part(Some(json(&bytes)), None, bytes))
            }
            None => None,
        }
    }

    /// The next part of a payload beyond the limit.
    fn go_on(&mut self, closed: bool) -> Option<Piece> {
        let end = self.boundary.next(&self.held, closed).or(closed.then_some((self.held.len(), self.held.len())));
        if let Some((end, next)) = end {
            let mut bytes = self.take(next);
            let last: &[u8] = match &bytes[end..] {
                b"\r\n" => b"\r\n",
                b"\r" => b"\r",
                b"\n" => b"\n",
                _ => b"",
            };
            bytes.truncate(end);
            self.over = false;
            self.framing.table = None;
            return Some(self.part(None, Some(last), bytes));
        }
        let bytes = self.take(self.boundary.seen());
        (!bytes.is_empty()).then(|| self.part(None, None, bytes))
    }

    /// The first bytes of what is held.
    fn take(&mut self, bytes: usize) -> Vec<u8> {
        self.boundary.forget(bytes);
        let rest = self.held.split_off(bytes);
        std::mem::replace(&mut self.held, rest)
    }

    fn payloads(&mut self, bytes: Vec<u8>, ends: Vec<(usize, usize)>) -> Payloads {
        let format = self.framing.format.clone();
        if let Some(table) = self.framing.table.take()
            && let Some((below, delimiter)) = format::below(&table, &bytes[..ends[0].0])
        {
            self.framing.format = Arc::new(below);
            self.boundary.set_delimiter(delimiter);
        }
        let (record, line) = (self.record, self.line);
        self.record += ends.len() as u64;
        self.line += lines(&bytes);
        Payloads { file: self.file, record, line, format, limit: self.framing.limit, bytes, ends }
    }

    fn part(&mut self, first: Option<super::Json>, last: Option<&'static [u8]>, bytes: Vec<u8>) -> Piece {
        let (file, record, line) = (self.file, self.record, self.line);
        self.line += lines(&bytes) + lines(last.unwrap_or_default());
        self.record += u64::from(last.is_some());
        Piece::Part(Part { file, record, line, first, last, over: Some(self.framing.limit), bytes })
    }
}

impl Cut for PayloadCutter {
    fn next(&mut self) -> io::Result<Option<Piece>> {
        loop {
            if let Some(piece) = self.piece(false) {
                return Ok(Some(piece));
            }
            let buffer = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if buffer.is_empty() {
                return Ok(self.rest());
            }
            self.held.extend_from_slice(buffer);
            let len = buffer.len();
            self.input.consume(len);
        }
    }

    fn rest(&mut self) -> Option<Piece> {
        self.piece(true)
    }

    fn record(&self) -> u64 {
        self.record
    }
}

fn lines(bytes: &[u8]) -> u64 {
    memchr_iter(b'\n', bytes).count() as u64
}
