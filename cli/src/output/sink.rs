//! Where output goes.

use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal as _};
use std::path::Path;

use crate::error::Error;
use crate::pack::{self, Pack, Plain};

/// The standard output, or a file.
pub struct Sink {
    packer: Box<dyn Pack>,
    terminal: bool,
}

impl Sink {
    /// The file, packed as its extension says, or the standard output.
    pub fn open(path: Option<&Path>) -> Result<Self, Error> {
        match path {
            Some(path) => {
                let file = File::create(path).map_err(|error| Error::create(path, &error))?;
                Ok(Self { packer: pack::writer(path, file), terminal: false })
            }
            None => Ok(Self { packer: Box::new(Plain(io::stdout().lock())), terminal: io::stdout().is_terminal() }),
        }
    }

    /// A file that nobody but its owner may use, with what it holds already.
    pub fn private(path: &Path) -> Result<Self, Error> {
        let file = private(path, OpenOptions::new().create(true).append(true))?;
        Ok(Self { packer: Box::new(Plain(file)), terminal: false })
    }

    /// Whether a person sees the output as it comes.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Writes all of it, at once; what is packed is written when there is enough of it.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.packer.take(bytes).map_err(|error| Error::write(&error))
    }

    /// Writes what is left.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.packer.finish().map_err(|error| Error::write(&error))
    }
}

/// Opens a file that nobody but its owner may use: one that is new is made so.
pub fn private(path: &Path, options: &mut OpenOptions) -> Result<File, Error> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path).map_err(|error| Error::create(path, &error))
}
