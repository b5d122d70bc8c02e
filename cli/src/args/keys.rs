//! `privet keys` and `privet reidentify`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::KeyArgs;

pub const EXAMPLES: &str = "\
Examples:
  privet reidentify --keys keys.toml --audit audit.ndjson ticket.txt
  echo '[US_SSN:k1:t:...]' | privet reidentify --keys keys.toml --audit audit.ndjson

Names, hashes and format-preserving values cannot be turned back. What has no key any more stays, and is counted.";

#[derive(Args, Debug)]
pub struct KeysArgs {
    #[command(subcommand)]
    pub command: KeysCommand,
}

#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Writes a new file with a random key; never over one that is there
    Generate {
        /// The file
        file: PathBuf,
    },
    /// Makes a new key the one that masks; the ones before it still turn back
    Rotate {
        /// The file
        file: PathBuf,
        /// Name of the new key [default: the next of k1, k2...]
        #[arg(long, value_name = "ID")]
        id: Option<String>,
    },
    /// Gives a scope - a subject, a jurisdiction - a key of its own, which can be destroyed
    Add {
        /// The file
        file: PathBuf,
        /// The scope, such as `subject:123`; it is not stored
        scope: String,
    },
    /// Destroys the key of a scope: what was masked with it can never be turned back
    Shred {
        /// The file
        file: PathBuf,
        /// The scope
        scope: String,
    },
    /// Lists keys: id, state; never a key
    List {
        /// The file
        file: PathBuf,
    },
}

#[derive(Args, Debug)]
pub struct ReidentifyArgs {
    /// Files; none or `-` is the standard input; `.gz` and `.zst` are unpacked
    pub files: Vec<PathBuf>,
    /// File to which a line is added before anything is shown: who, when, how many of what; never a value
    #[arg(long, value_name = "FILE")]
    pub audit: PathBuf,
    /// Write to a file that nobody else may read
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub keys: KeyArgs,
}
