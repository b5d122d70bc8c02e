//! Keyed hashing.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::sensitive::Sensitive;

/// Bytes of the hash that are shown: 128 bits, so that no two of a company's values collide.
const SHOWN: usize = 16;

/// A key for hashing, with the id that tells which key a hash was made with.
#[derive(Clone)]
pub struct HashKey {
    id: String,
    /// The hash state after the key: made once, cloned for each entity.
    keyed: Hmac<Sha256>,
    key: Sensitive<Vec<u8>>,
}

/// The key or its id cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidKey {
    /// Fewer than 16 bytes: they could be guessed.
    TooShort,
    /// The id is empty, longer than 32, or holds something other than letters, digits, `.`, `_` and `-`.
    Id,
}

impl HashKey {
    /// A key of at least 16 bytes, under an id of letters, digits, `.`, `_` and `-`.
    ///
    /// # Errors
    ///
    /// When the key is shorter or the id is not of that form.
    pub fn new(id: &str, key: Vec<u8>) -> Result<Self, InvalidKey> {
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        if id.is_empty() || id.len() > 32 || !id.bytes().all(letter) {
            return Err(InvalidKey::Id);
        }
        if key.len() < 16 {
            return Err(InvalidKey::TooShort);
        }
        let keyed = Hmac::new_from_slice(&key).map_err(|_| InvalidKey::TooShort)?;
        Ok(Self { id: id.to_owned(), keyed, key: Sensitive::new(key) })
    }
}

/// A key made ready for the findings of one entity.
///
/// The entity goes into the hash: the same digits as two kinds of number do not show as the same.
#[derive(Clone)]
pub(crate) struct EntityHash {
    /// `[ENTITY:key-id:`
    head: String,
    /// The hash state after the key and the entity: made once, cloned for each value.
    keyed: Hmac<Sha256>,
}

impl EntityHash {
    pub(super) fn new(key: &HashKey, entity: &str) -> Self {
        let mut keyed = key.keyed.clone();
        keyed.update(entity.as_bytes());
        keyed.update(b"\0");
        Self { head: format!("[{entity}:{}:", key.id), keyed }
    }

    /// Appends `[ENTITY:key-id:32 hex digits]`.
    pub(super) fn apply(&self, text: &[u8], out: &mut Vec<u8>) {
        let mut mac = self.keyed.clone();
        mac.update(text);
        let hash = mac.finalize().into_bytes();
        out.extend_from_slice(self.head.as_bytes());
        for byte in &hash[..SHOWN] {
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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HashKey({}, {:?})", self.id, self.key)
    }
}

impl fmt::Display for InvalidKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooShort => "the key is shorter than 16 bytes",
            Self::Id => "the key id is not 1 to 32 letters, digits, '.', '_' or '-'",
        })
    }
}

impl std::error::Error for InvalidKey {}
