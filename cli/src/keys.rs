//! `privet keys`, and the keys that policies name.

use std::path::Path;

use privet_core::{Key, KeyId, KeyProvider};
use privet_keys::{ErrorKind, KeyFile, from_environment};

use crate::args::{KeyArgs, KeysCommand};
use crate::error::{self, Error};
use crate::output::{self, columns};

/// The id by which policies name the key that is active.
const DEFAULT: &str = "default";

/// Runs the command and returns its exit code.
pub fn run(command: &KeysCommand) -> Result<u8, Error> {
    match command {
        KeysCommand::Generate { file } => {
            let keys = KeyFile::create(file).map_err(|error| wrong(&error))?;
            told(format_args!("{}: the key {} masks", file.display(), active(&keys)?))
        }
        KeysCommand::Rotate { file, id } => {
            let mut keys = open(file)?;
            let rotated = match id {
                Some(id) => keys.rotate_to(id),
                None => keys.rotate(),
            };
            let id = rotated.map_err(|error| wrong(&error))?;
            told(format_args!("{}: the key {id} masks; those before it still turn back", file.display()))
        }
        KeysCommand::Add { file, scope } => {
            let id = open(file)?.add_scope(scope).map_err(|error| wrong(&error))?;
            told(format_args!("{}: the key {id} is the scope's", file.display()))
        }
        KeysCommand::Shred { file, scope } => {
            let id = open(file)?.shred(scope).map_err(|error| wrong(&error))?;
            told(format_args!("{}: the key {id} is destroyed; copies of the file may still have it", file.display()))
        }
        KeysCommand::List { file } => {
            let rows: Vec<_> = open(file)?
                .entries()
                .iter()
                .map(|entry| vec![entry.id.to_string(), entry.state.as_str().to_owned()])
                .collect();
            output::print(columns(&rows, 2).as_bytes())?;
            Ok(0)
        }
    }
}

/// Who hands out keys: the file, or the environment.
pub fn provider(args: &KeyArgs) -> Result<Box<dyn KeyProvider>, Error> {
    match &args.keys {
        Some(path) => Ok(Box::new(open(path)?)),
        None => match from_environment() {
            Ok(keys) => Ok(Box::new(keys)),
            Err(error) if matches!(error.kind(), ErrorKind::Unset) => {
                Err(Error::usage("keys are needed: --keys FILE, or the environment variable PRIVET_KEY"))
            }
            Err(error) => Err(wrong(&error)),
        },
    }
}

/// The keys that a policy names: `default` is the active one; else an id, or a scope.
pub fn named(ids: &[&str], args: &KeyArgs) -> Result<Vec<(String, Key)>, Error> {
    let keys = provider(args)?;
    let key = |id: &str| match id {
        DEFAULT => keys.key(None),
        id => match KeyId::new(id).ok().map(|id| keys.key(Some(&id))) {
            Some(Ok(key)) => Ok(key),
            _ => keys.scoped(id),
        },
    };
    let named = |id: &&str| match key(id) {
        Ok(key) => Ok(((*id).to_owned(), key)),
        Err(error) => Err(Error::Other(error::DATA, format!("the key {id:?} of the policy: {error}"))),
    };
    ids.iter().map(named).collect()
}

fn open(path: &Path) -> Result<KeyFile, Error> {
    KeyFile::open(path).map_err(|error| wrong(&error))
}

fn active(keys: &KeyFile) -> Result<KeyId, Error> {
    let key = keys.key(None).map_err(|error| Error::Other(error::DATA, error.to_string()))?;
    Ok(key.id().clone())
}

fn told(message: impl std::fmt::Display) -> Result<u8, Error> {
    output::print(format!("{message}\n").as_bytes())?;
    Ok(0)
}

/// An error of the file of keys, with the exit code for what is wrong.
fn wrong(error: &privet_keys::Error) -> Error {
    let code = match error.kind() {
        ErrorKind::File(_) | ErrorKind::NoFile => error::INPUT,
        ErrorKind::Exists => error::CREATE,
        _ => error::DATA,
    };
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    Error::Other(code, text[..end].to_owned())
}
