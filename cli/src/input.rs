//! The files of the command line, one after the other.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::chunk::{Cutter, Piece};
use crate::error::Error;

/// Inputs in order. One that cannot be read is reported, and the others are read all the same.
pub struct Inputs {
    paths: Vec<PathBuf>,
    stream: bool,
    /// The file being read.
    cutter: Option<Cutter>,
    /// Files opened, or tried.
    opened: usize,
    /// Number of the next record.
    record: u64,
    /// The worst exit code of what was reported.
    code: u8,
}

impl Inputs {
    /// The inputs of a command line: none is the standard input.
    pub fn new(files: &[PathBuf], stream: bool) -> Self {
        let paths = if files.is_empty() { vec![PathBuf::from("-")] } else { files.to_vec() };
        Self { paths, stream, cutter: None, opened: 0, record: 0, code: 0 }
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

    /// True when `output` is one of the inputs: writing it would destroy what is to be read.
    pub fn holds(&self, output: &Path) -> bool {
        let Ok(output) = fs::canonicalize(output) else { return false };
        output.is_file() && self.paths.iter().any(|path| fs::canonicalize(path).is_ok_and(|path| path == output))
    }

    /// The exit code of what could not be read; 0 when everything was.
    pub fn code(&self) -> u8 {
        self.code
    }

    fn report(&mut self, error: &Error) {
        error.report();
        self.code = self.code.max(error.code());
    }

    fn open(&mut self) -> Option<Cutter> {
        while let Some(path) = self.paths.get(self.opened) {
            self.opened += 1;
            match open(path) {
                Ok(input) => return Some(Cutter::new(input, self.opened - 1, self.record, self.stream)),
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
                    let rest = cutter.rest();
                    self.record = cutter.record();
                    match rest {
                        Some(rest) => return Some(rest),
                        None => continue,
                    }
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

fn name(path: &Path) -> String {
    if is_stdin(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    Ok(Box::new(file))
}
