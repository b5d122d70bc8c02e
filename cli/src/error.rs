//! What can go wrong, and with which exit code. No error holds text of a message.

use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;

use privet_core::{BuildError, Problem};

/// Something was found, and the caller asked to fail then.
pub const FINDINGS: u8 = 1;
/// The command line is wrong.
pub const USAGE: u8 = 64;
/// A rule, policy or key file is wrong, or payloads could not be read and were held back.
pub const DATA: u8 = 65;
/// An input is missing or cannot be opened.
pub const INPUT: u8 = 66;
/// The output cannot be created.
pub const CREATE: u8 = 73;
/// Reading or writing failed.
pub const IO: u8 = 74;
/// The policy lets some payloads go nowhere.
pub const BLOCKED: u8 = 77;

/// Why the command ends early.
#[derive(Debug)]
pub enum Error {
    /// The reader of the output has gone: nothing is wrong.
    Stopped,
    /// Rule files are wrong.
    Rules(Vec<Problem>),
    /// Anything else, for people, with the exit code.
    Other(u8, String),
}

impl Error {
    /// The command line is wrong.
    pub fn usage(message: impl fmt::Display) -> Self {
        Self::Other(USAGE, message.to_string())
    }

    /// The content of a file is wrong.
    pub fn data(path: &Path, message: impl fmt::Display) -> Self {
        Self::Other(DATA, format!("{}: {message}", path.display()))
    }

    /// A file cannot be opened.
    pub fn input(path: &Path, error: &io::Error) -> Self {
        Self::Other(INPUT, format!("{}: {}", path.display(), plain(error)))
    }

    /// The output cannot be created.
    pub fn create(path: &Path, error: &io::Error) -> Self {
        Self::Other(CREATE, format!("{}: {}", path.display(), plain(error)))
    }

    /// Reading failed midway.
    pub fn read(name: &str, error: &io::Error) -> Self {
        Self::Other(IO, format!("{name}: {}", plain(error)))
    }

    /// Writing failed.
    pub fn write(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Stopped,
            _ => Self::Other(IO, format!("cannot write: {}", plain(error))),
        }
    }

    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Stopped => 0,
            Self::Rules(_) => DATA,
            Self::Other(code, _) => *code,
        }
    }

    /// Says it on the standard error stream.
    pub fn report(&self) {
        // Where the error stream is gone, the exit code still tells.
        let _ = writeln!(io::stderr(), "{self}");
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stopped => f.write_str("privet: the output was closed"),
            Self::Rules(problems) => {
                for problem in problems {
                    writeln!(f, "{problem}")?;
                }
                let s = if problems.len() == 1 { "" } else { "s" };
                write!(f, "privet: {} problem{s} in files of rules and policies", problems.len())
            }
            Self::Other(_, message) => write!(f, "privet: {message}"),
        }
    }
}

impl From<BuildError> for Error {
    fn from(error: BuildError) -> Self {
        Self::Rules(error.problems().to_vec())
    }
}

/// The reason without the number of the operating system.
pub fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    let mut reason = text[..end].to_owned();
    if let Some(first) = reason.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    reason
}
