//! What can be wrong with keys and where they come from. Nothing here shows a key, a label or a line of a file.

use std::{fmt, io};

use privet_core::{InvalidKey, KeyError};

/// Keys cannot be had, or cannot be changed.
#[derive(Debug)]
pub struct Error {
    place: String,
    kind: ErrorKind,
}

/// What is wrong.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The file cannot be read or written.
    File(io::Error),
    /// There is a file already.
    Exists,
    /// Others may use the file; with its permissions, as `chmod` takes them.
    Open(u32),
    /// It is no regular file.
    NoFile,
    /// The file is longer than so many bytes.
    TooLong(u64),
    /// The file is not of the form: a line, from 1, and what is wrong there.
    Form(usize, &'static str),
    /// The variable is not set.
    Unset,
    /// The text of a key is neither hex digits nor base64.
    Letters,
    /// A key or an id cannot be used.
    Invalid(InvalidKey),
    /// A key is missing, taken or shredded.
    Key(KeyError),
    /// The operating system gives no random bytes.
    Random,
}

impl Error {
    pub(crate) fn new(place: impl Into<String>, kind: impl Into<ErrorKind>) -> Self {
        Self { place: place.into(), kind: kind.into() }
    }

    /// What is wrong, for code.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, kind } = self;
        match kind {
            ErrorKind::Open(mode) => {
                write!(f, "{place}: others may use the keys (mode {mode:04o}): chmod 600 {place}")
            }
            ErrorKind::Form(line, what) => write!(f, "{place}:{line}: {what}"),
            kind => write!(f, "{place}: {kind}"),
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => error.fmt(f),
            Self::Exists => f.write_str("there is a file already: keys are not replaced, but rotated"),
            Self::Open(mode) => write!(f, "others may use the keys (mode {mode:04o})"),
            Self::NoFile => f.write_str("this is no regular file"),
            Self::TooLong(most) => write!(f, "a file of keys has at most {most} bytes"),
            Self::Form(line, what) => write!(f, "line {line}: {what}"),
            Self::Unset => f.write_str("the variable is not set"),
            Self::Letters => f.write_str("a key is written in hex digits or in base64"),
            Self::Invalid(error) => error.fmt(f),
            Self::Key(error) => error.fmt(f),
            Self::Random => f.write_str("the operating system gives no random bytes"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::File(error) => Some(error),
            ErrorKind::Invalid(error) => Some(error),
            ErrorKind::Key(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for ErrorKind {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl From<InvalidKey> for ErrorKind {
    fn from(error: InvalidKey) -> Self {
        Self::Invalid(error)
    }
}

impl From<KeyError> for ErrorKind {
    fn from(error: KeyError) -> Self {
        Self::Key(error)
    }
}
