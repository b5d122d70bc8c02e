//! The files of the command line, one after the other.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::chunk::{Cut, Cutter, PayloadCutter, Piece};
use crate::error::Error;
use crate::format::Reading;
use crate::pack;

/// Inputs in order. One that cannot be read is reported, and the others are read all the same.
pub struct Inputs {
    paths: Vec<PathBuf>,
    reading: Reading,
    /// The file being read.
    cutter: Option<Box<dyn Cut + Send>>,
    /// Bytes that have been read from files.
    read: Arc<AtomicU64>,
    /// Files opened, or tried.
    opened: usize,
    /// Number of the next record.
    record: u64,
    /// The worst exit code of what was reported.
    code: u8,
}

impl Inputs {
    /// The inputs of a command line: none is the standard input.
    pub fn new(files: &[PathBuf], reading: Reading) -> Self {
        let paths = if files.is_empty() { vec![PathBuf::from("-")] } else { files.to_vec() };
        Self { paths, reading, cutter: None, read: Arc::default(), opened: 0, record: 0, code: 0 }
    }

    /// How each input is called in the output.
    pub fn names(&self) -> Vec<String> {
        self.paths.iter().map(|path| name(path)).collect()
    }

    /// Bytes of all inputs, if all of them are plain files.
    pub fn total(&self) -> Option<u64> {
        let len = |path: &PathBuf| fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|data| data.len());
        self.paths.iter().map(len).sum()
    }

    /// Counts the bytes that have been read from files, as they are read.
    pub fn read(&self) -> Arc<AtomicU64> {
        self.read.clone()
    }

    /// True when `output` is one of the inputs: writing it would destroy what is to be read.
    pub fn holds(&self, output: &Path) -> bool {
        fs::metadata(output).is_ok_and(|data| data.is_file()) && self.paths.iter().any(|path| is_same(path, output))
    }

    /// The exit code of what could not be read; 0 when everything was.
    pub fn code(&self) -> u8 {
        self.code
    }

    fn report(&mut self, error: &Error) {
        error.report();
        self.code = self.code.max(error.code());
    }

    fn open(&mut self) -> Option<Box<dyn Cut + Send>> {
        while let Some(path) = self.paths.get(self.opened) {
            self.opened += 1;
            match open(path, &self.read) {
                Ok(input) => {
                    let (file, record) = (self.opened - 1, self.record);
                    return Some(match self.reading.framing(path) {
                        Some(framing) => Box::new(PayloadCutter::new(input, file, record, framing)),
                        None => Box::new(Cutter::new(input, file, record, self.reading.is_stream())),
                    });
                }
                Err(error) => {
                    let error = Error::input(path, &error);
                    self.report(&error);
                }
            }
        }
        None
    }
}

impl Iterator for Inputs {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let mut cutter = match self.cutter.take() {
                Some(cutter) => cutter,
                None => self.open()?,
            };
            let piece = match cutter.next() {
                Ok(piece) => piece,
                Err(error) => {
                    let error = Error::read(&name(&self.paths[self.opened - 1]), &error);
                    self.report(&error);
                    // What was read before is handed on.
                    cutter = Box::new(Rest(cutter));
                    cutter.rest()
                }
            };
            self.record = cutter.record();
            if let Some(piece) = piece {
                self.cutter = Some(cutter);
                return Some(piece);
            }
        }
    }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// True when both are one file, or will be.
pub fn is_same(a: &Path, b: &Path) -> bool {
    let canonical = |path: &Path| fs::canonicalize(path).ok();
    a == b || canonical(a).is_some_and(|a| a.is_file() && canonical(b) == Some(a))
}

/// How an input is called in messages.
pub fn name(path: &Path) -> String {
    if is_stdin(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// Opens an input, and unpacks it as its extension says.
pub fn open(path: &Path, read: &Arc<AtomicU64>) -> io::Result<Box<dyn Read + Send>> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    Ok(pack::reader(path, Counted { file, read: read.clone() }))
}

/// A file whose bytes are counted.
struct Counted {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.file.read(buffer)?;
        self.read.fetch_add(len as u64, Ordering::Relaxed);
        Ok(len)
    }
}

/// What is left of a file that cannot be read any further.
struct Rest(Box<dyn Cut + Send>);

impl Cut for Rest {
    fn next(&mut self) -> io::Result<Option<Piece>> {
        Ok(self.0.rest())
    }

    fn rest(&mut self) -> Option<Piece> {
        self.0.rest()
    }

    fn record(&self) -> u64 {
        self.0.record()
    }
}
