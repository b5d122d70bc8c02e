//! Keys: their names, the purposes that one key serves, and who hands them out. No I/O: a provider that reads a file or
//! asks a service lives in another crate.
//!
//! A [`Key`] is never used as it is. Each purpose - hashing, tokens, dates - has a key of its own that HKDF makes of it, so
//! that no bytes serve two algorithms, and what one leaks says nothing of the other.

mod ring;
mod wrap;

use std::fmt;
use std::sync::Arc;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize as _, Zeroizing};

pub use ring::{KeyRing, Scope, ScopeTag};
pub use wrap::InvalidWrap;

/// Fewest bytes of a key: 128 bits, which nobody guesses.
const LEAST: usize = 16;

/// Most bytes of the id of a key.
const LONGEST_ID: usize = 32;

/// The name of a key: 1 to 32 letters, digits, `.`, `_` and `-`. It stands in every token, and is no secret.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(String);

/// A secret of at least 16 bytes, under a name. Clones share its bytes, which are wiped with the last of them.
#[derive(Clone)]
pub struct Key {
    id: KeyId,
    secret: Arc<Zeroizing<Vec<u8>>>,
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

/// There is no such key to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// No key has that id.
    Unknown(KeyId),
    /// A key has that id already.
    Taken(KeyId),
    /// The scope has no key. Its label is not told: it may name a person.
    NoScope,
    /// The scope has a key already.
    ScopeTaken,
    /// The key was destroyed, by intent and for good.
    Shredded,
    /// The provider could not answer; the text is its own, and shows no key.
    Unavailable(String),
}

/// Hands out keys: from memory, a file, the environment, or a service.
///
/// ```
/// use privet_core::{Key, KeyId, KeyProvider, KeyRing};
///
/// let mut ring = KeyRing::new(Key::new("k1", vec![1; 32])?);
/// ring.rotate(Key::new("k2", vec![2; 32])?)?;
/// assert_eq!(ring.key(None)?.id().as_str(), "k2", "new values are masked with the new key");
/// assert!(ring.key(Some(&KeyId::new("k1")?)).is_ok(), "old tokens can still be reversed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait KeyProvider {
    /// The key of that id, active, old, or of a scope; without an id the active one.
    ///
    /// # Errors
    ///
    /// [`KeyError::Unknown`] when there never was one, [`KeyError::Shredded`] when it was destroyed.
    fn key(&self, id: Option<&KeyId>) -> Result<Key, KeyError>;

    /// The key of a scope, a subject or a jurisdiction such as `subject:123` or `jurisdiction:DE`. Never makes one.
    ///
    /// # Errors
    ///
    /// [`KeyError::NoScope`] when the scope has none, [`KeyError::Shredded`] when it was destroyed.
    fn scoped(&self, label: &str) -> Result<Key, KeyError>;
}

/// What a derived key is for. The text is part of the derivation: changing one changes every value made with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Hash,
    Token,
    Encrypt,
    Nonce,
    Fpe,
    DateShift,
    Surrogate,
    Wrap,
    Label,
}

impl KeyId {
    /// The id of that text.
    ///
    /// # Errors
    ///
    /// [`InvalidKey::Id`] when it is not 1 to 32 letters, digits, `.`, `_` and `-`.
    pub fn new(id: &str) -> Result<Self, InvalidKey> {
        if Self::is_valid(id.as_bytes()) { Ok(Self(id.to_owned())) } else { Err(InvalidKey::Id) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for bytes that may be an id.
    pub(crate) fn is_valid(id: &[u8]) -> bool {
        let letter = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-".contains(byte);
        (1..=LONGEST_ID).contains(&id.len()) && id.iter().all(letter)
    }
}

impl Key {
    /// A key of at least 16 bytes; 32 random ones are best. Bytes that are refused are wiped, too.
    ///
    /// # Errors
    ///
    /// When the key is shorter or the id is not of the form of a [`KeyId`].
    pub fn new(id: &str, mut secret: Vec<u8>) -> Result<Self, InvalidKey> {
        let id = KeyId::new(id).inspect_err(|_| secret.zeroize())?;
        if secret.len() < LEAST {
            secret.zeroize();
            return Err(InvalidKey::TooShort);
        }
        Ok(Self { id, secret: Arc::new(Zeroizing::new(secret)) })
    }

    /// Its name.
    pub fn id(&self) -> &KeyId {
        &self.id
    }

    /// The secret itself, for a provider that stores it: the one way to it, under a name that a reviewer can look for.
    pub fn expose(&self) -> &[u8] {
        &self.secret
    }

    /// The key for one purpose: HKDF-SHA-256 (RFC 5869) of the secret, of at most 255 times 32 bytes.
    pub(crate) fn derive<const N: usize>(&self, purpose: Purpose) -> Zeroizing<[u8; N]> {
        const { assert!(N <= 255 * 32, "HKDF gives no more") };
        let mut derived = Zeroizing::new([0; N]);
        let expanded = Hkdf::<Sha256>::new(Some(b"privet v1"), &self.secret).expand(purpose.label(), &mut *derived);
        debug_assert!(expanded.is_ok(), "the length is checked where this is compiled");
        derived
    }
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Hash => b"hash HMAC-SHA-256",
            Self::Token => b"tokenize AES-256-SIV",
            Self::Encrypt => b"encrypt AES-256-GCM-SIV",
            Self::Nonce => b"encrypt nonce HMAC-SHA-256",
            Self::Fpe => b"fpe FF1 AES-256",
            Self::DateShift => b"date_shift HMAC-SHA-256",
            Self::Surrogate => b"surrogate HMAC-SHA-256",
            Self::Wrap => b"wrap AES-256-SIV",
            Self::Label => b"label HMAC-SHA-256",
        }
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Key {
    /// Shows the id and the length, and no byte of the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({}, {} bytes)", self.id, self.secret.len())
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

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(id) => write!(f, "no key has the id {id}"),
            Self::Taken(id) => write!(f, "a key has the id {id} already"),
            Self::NoScope => f.write_str("the scope has no key"),
            Self::ScopeTaken => f.write_str("the scope has a key already"),
            Self::Shredded => f.write_str("the key was shredded: nothing made with it can be reversed"),
            Self::Unavailable(reason) => write!(f, "the key cannot be had: {reason}"),
        }
    }
}

impl std::error::Error for KeyError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_show_no_byte() {
        let key = Key::new("k1", b"SECRETSECRETSECRET".to_vec()).unwrap();
        assert_eq!(format!("{key:?}"), "Key(k1, 18 bytes)");
        assert_eq!(Key::new("k1", vec![7; 15]).unwrap_err(), InvalidKey::TooShort);
        for id in ["", "k 1", "k]", "k:1", "ключ", &"k".repeat(33)] {
            assert_eq!(Key::new(id, vec![7; 32]).unwrap_err(), InvalidKey::Id, "{id}");
        }
    }

    #[test]
    fn every_purpose_has_its_own_key() {
        use Purpose::{DateShift, Encrypt, Fpe, Hash, Label, Nonce, Surrogate, Token, Wrap};
        let key = Key::new("k1", vec![7; 32]).unwrap();
        let all = [Hash, Token, Encrypt, Nonce, Fpe, DateShift, Surrogate, Wrap, Label];
        let mut derived: Vec<[u8; 64]> = all.iter().map(|&purpose| *key.derive(purpose)).collect();
        derived.sort_unstable();
        derived.dedup();
        assert_eq!(derived.len(), all.len());
        assert!(derived.iter().all(|bytes| bytes.iter().any(|&byte| byte != 0)));
        let other = Key::new("k1", vec![8; 32]).unwrap();
        assert_ne!(*key.derive::<32>(Hash), *other.derive::<32>(Hash));
    }

    /// The derivation may never change: values masked before would not match those masked after. The bytes were worked
    /// out apart from this crate, with the HMAC of Python's standard library, by the steps of RFC 5869.
    #[test]
    fn derivation_is_stable() {
        let key = Key::new("k1", (0..32).collect()).unwrap();
        let hex: String = key.derive::<32>(Purpose::Token).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "65143b933bcbf0c1872eaaeb189030fd3bf89e5270ab8eeb6189714947b7b0c4");
    }
}
