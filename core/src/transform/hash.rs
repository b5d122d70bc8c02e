//! Keyed hashing.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::bracketed;
use crate::sensitive::Sensitive;

/// Bytes of the hash that are shown: 128 bits, so that no two of a company's values collide.
const SHOWN: usize = 16;

/// A key for hashing, with the id that tells which key a hash was made with.
#[derive(Clone)]
pub struct HashKey {
    id: String,
    /// The hash state after the key: made once, cloned for each value.
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

    /// Appends `[ENTITY:key-id:32 hex digits]`.
    ///
    /// The entity goes into the hash: the same digits as two kinds of number do not show as the same.
    pub(super) fn apply(&self, entity: &str, text: &[u8], out: &mut Vec<u8>) {
        let mut mac = self.keyed.clone();
        mac.update(entity.as_bytes());
        mac.update(b"\0");
        mac.update(text);
        let hash = mac.finalize().into_bytes();
        let mut name = String::with_capacity(entity.len() + self.id.len() + 2 + 2 * SHOWN);
        name.push_str(entity);
        name.push(':');
        name.push_str(&self.id);
        name.push(':');
        for byte in &hash[..SHOWN] {
            for digit in [byte >> 4, byte & 15] {
                name.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        bracketed(&name, out);
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
