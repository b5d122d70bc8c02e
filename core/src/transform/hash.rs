//! Keyed hashing: HMAC-SHA-256, of which 128 bits are shown.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::marker::HASH_DIGITS;
use crate::key::{InvalidKey, Key, KeyId, Purpose};

/// A hash keyed for one purpose: cloned for each value, so that the key is read once.
pub(super) type Keyed = Hmac<Sha256>;

/// A key for hashing, with the id that tells which key a hash was made with.
#[derive(Clone)]
pub struct HashKey {
    id: KeyId,
    /// The hash state after the key: made once, cloned for each entity.
    keyed: Keyed,
}

impl HashKey {
    /// A key of at least 16 bytes, under an id of letters, digits, `.`, `_` and `-`.
    ///
    /// # Errors
    ///
    /// When the key is shorter or the id is not of that form.
    pub fn new(id: &str, key: Vec<u8>) -> Result<Self, InvalidKey> {
        Key::new(id, key).map(|key| Self::of(&key))
    }

    /// The hashing key that is derived from `key`.
    pub fn of(key: &Key) -> Self {
        Self { id: key.id().clone(), keyed: keyed(key, Purpose::Hash) }
    }
}

/// A keyed hash for one purpose.
pub(super) fn keyed(key: &Key, purpose: Purpose) -> Keyed {
    // Of the size of a block, so that it fits as it is.
    Keyed::new((&*key.derive::<64>(purpose)).into())
}

/// The hash state after a text that ends: no other text goes on from there.
pub(super) fn after(keyed: &Keyed, text: &[u8]) -> Keyed {
    let mut keyed = keyed.clone();
    keyed.update(&(text.len() as u64).to_be_bytes());
    keyed.update(text);
    keyed
}

/// The hash of `text`.
pub(super) fn sum(keyed: &Keyed, text: &[u8]) -> [u8; 32] {
    let mut keyed = keyed.clone();
    keyed.update(text);
    keyed.finalize().into_bytes().into()
}

/// A key made ready for the findings of one entity.
///
/// The entity goes into the hash: the same digits as two kinds of number do not show as the same.
#[derive(Clone)]
pub(crate) struct EntityHash {
    /// `[ENTITY:key-id:`
    head: String,
    /// The hash state after the key and the entity: made once, cloned for each value.
    keyed: Keyed,
}

impl EntityHash {
    pub(super) fn new(key: &HashKey, entity: &str) -> Self {
        Self { head: format!("[{entity}:{}:", key.id), keyed: after(&key.keyed, entity.as_bytes()) }
    }

    /// Appends `[ENTITY:key-id:32 hex digits]`.
    pub(super) fn apply(&self, text: &[u8], out: &mut Vec<u8>) {
        out.extend_from_slice(self.head.as_bytes());
        for byte in &sum(&self.keyed, text)[..HASH_DIGITS / 2] {
            out.extend([byte >> 4, byte & 15].map(|digit| b"0123456789abcdef"[usize::from(digit)]));
        }
        out.push(b']');
    }
}

impl fmt::Debug for EntityHash {
    /// Shows nothing that the key went into.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EntityHash").field("head", &self.head).finish_non_exhaustive()
    }
}

impl fmt::Debug for HashKey {
    /// Shows nothing that the key went into.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HashKey({})", self.id)
    }
}
