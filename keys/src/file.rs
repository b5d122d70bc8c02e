//! Keys in a file that only its owner may use.

use std::fmt;
use std::path::{Path, PathBuf};

use privet_core::{Key, KeyError, KeyId, KeyProvider};

use crate::contents::Contents;
use crate::error::{Error, ErrorKind};
use crate::store;

/// The keys of a file, and the file.
///
/// Every change is made to the file first: it is read again under a lock, written anew beside the old one, and put in its
/// place; the old one is overwritten. So two processes may change it, and neither loses what the other did. A lock file
/// stays beside it, with the ending `.lock`, and is empty.
pub struct KeyFile {
    path: PathBuf,
    contents: Contents,
}

/// A key as it is listed: never the secret, nor the label of a scope, which may name a person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Its id, which stands in tokens.
    pub id: KeyId,
    /// What it is used for.
    pub state: State,
}

/// What a key is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum State {
    /// Masks new values, and reverses.
    Active,
    /// Reverses only.
    Old,
    /// Masks and reverses the values of one scope.
    Scope,
    /// Destroyed.
    Shredded,
}

impl KeyFile {
    /// Writes a new file with one new key, `k1`, that its owner alone may use.
    ///
    /// # Errors
    ///
    /// When there is a file already, or it cannot be written.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let create = || -> Result<Contents, ErrorKind> {
            let contents = Contents::generate()?;
            store::create(path, &contents.render()?)?;
            Ok(contents)
        };
        let contents = create().map_err(|kind| wrong(path, kind))?;
        Ok(Self { path: path.to_owned(), contents })
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// When others may use it - the message names the command that mends that -, it cannot be read, or is none of ours.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let contents = read(path).map_err(|kind| wrong(path, kind))?;
        Ok(Self { path: path.to_owned(), contents })
    }

    /// Reads the file again: keys that were added are there, and those that were shredded are gone.
    ///
    /// # Errors
    ///
    /// As [`KeyFile::open`]; the keys stay as they were.
    pub fn reload(&mut self) -> Result<(), Error> {
        self.contents = read(&self.path).map_err(|kind| wrong(&self.path, kind))?;
        Ok(())
    }

    /// Makes a new key the active one, under the next id of `k1`, `k2`..., which it returns. Tokens of the one before can
    /// still be reversed.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or written.
    pub fn rotate(&mut self) -> Result<KeyId, Error> {
        self.change(|contents| contents.rotate(None))
    }

    /// The same, under an id of one's own.
    ///
    /// # Errors
    ///
    /// When the id is taken, or cannot be one, or the file cannot be read or written.
    pub fn rotate_to(&mut self, id: &str) -> Result<KeyId, Error> {
        self.change(|contents| contents.rotate(Some(id)))
    }

    /// Gives a scope - a subject, a jurisdiction - a new key of its own and returns its id. The label is not stored, only
    /// a keyed hash of it.
    ///
    /// # Errors
    ///
    /// When the scope has a key, or had one that was shredded, or the file cannot be read or written.
    pub fn add_scope(&mut self, label: &str) -> Result<KeyId, Error> {
        self.change(|contents| contents.add_scope(label))
    }

    /// Destroys the key of a scope and returns its id: what was masked with it can never be reversed. A stone stays, so
    /// that the scope does not get another key, and asking for this one says what became of it.
    ///
    /// # Errors
    ///
    /// When the scope has no key, or it is gone already, or the file cannot be read or written. When it fails at
    /// overwriting the old file, the new one is in its place.
    pub fn shred(&mut self, label: &str) -> Result<KeyId, Error> {
        self.change(|contents| Ok(contents.ring.shred(label)?))
    }

    /// Every key, without its secret: the active one, old ones from the newest, scopes in no order that says anything.
    pub fn entries(&self) -> Vec<Entry> {
        let ring = &self.contents.ring;
        let entry = |id: &KeyId, state| Entry { id: id.clone(), state };
        let mut entries = vec![entry(ring.active().id(), State::Active)];
        entries.extend(ring.old().iter().rev().map(|key| entry(key.id(), State::Old)));
        entries.extend(
            ring.scopes().map(|(_, scope)| {
                entry(scope.id(), if scope.key().is_some() { State::Scope } else { State::Shredded })
            }),
        );
        entries
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn change<T>(&mut self, change: impl FnOnce(&mut Contents) -> Result<T, ErrorKind>) -> Result<T, Error> {
        self.try_change(change).map_err(|kind| wrong(&self.path, kind))
    }

    fn try_change<T>(&mut self, change: impl FnOnce(&mut Contents) -> Result<T, ErrorKind>) -> Result<T, ErrorKind> {
        let _lock = store::lock(&self.path)?;
        let mut contents = read(&self.path)?;
        let result = change(&mut contents)?;
        let replaced = store::replace(&self.path, &contents.render()?)?;
        // The file says so: from here on no other keys are handed out, whether the old file can be overwritten or not.
        self.contents = contents;
        replaced.overwrite()?;
        Ok(result)
    }
}

impl State {
    /// A word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Old => "old",
            Self::Scope => "scope",
            Self::Shredded => "shredded",
        }
    }
}

impl KeyProvider for KeyFile {
    fn key(&self, id: Option<&KeyId>) -> Result<Key, KeyError> {
        self.contents.ring.key(id)
    }

    fn scoped(&self, label: &str) -> Result<Key, KeyError> {
        self.contents.ring.scoped(label)
    }
}

impl fmt::Debug for KeyFile {
    /// Shows where the file is and whose keys it has, and no secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyFile").field("path", &self.path).field("contents", &self.contents).finish()
    }
}

fn read(path: &Path) -> Result<Contents, ErrorKind> {
    Contents::parse(&store::read(path)?)
}

fn wrong(path: &Path, kind: ErrorKind) -> Error {
    Error::new(path.display().to_string(), kind)
}
