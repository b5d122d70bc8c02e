//! Encryption: AES-256-GCM-SIV (RFC 8452), with the entity as associated data.
//!
//! The same input has to give the same output, and the core has no randomness: the nonce is an HMAC of the entity and the
//! value, under a key of its own. So equal values show as equal, as they do in tokens; nonces are not reused for
//! different values but by a collision of 96 bits, and then the mode, made for that, still tells no more than equality.

use std::fmt;
use std::sync::Arc;

use aes_gcm_siv::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};

use super::hash::{Keyed, after, keyed, sum};
use super::marker;
use crate::key::{Key, KeyId, Purpose};

/// Bytes of a nonce.
const NONCE: usize = 12;

/// How values are encrypted: by one key.
#[derive(Clone)]
pub struct Encrypt {
    id: KeyId,
    cipher: Arc<Aes256GcmSiv>,
    nonces: Keyed,
}

/// The same, made ready for the findings of one entity.
#[derive(Clone)]
pub(crate) struct EntityCipher {
    /// `[ENTITY:key-id:e:`
    head: String,
    entity: String,
    cipher: Arc<Aes256GcmSiv>,
    /// The hash state after the entity.
    nonces: Keyed,
}

impl Encrypt {
    /// Encryption under keys that are derived from `key`.
    pub fn new(key: &Key) -> Self {
        let cipher = Aes256GcmSiv::new((&*key.derive::<32>(Purpose::Encrypt)).into());
        Self { id: key.id().clone(), cipher: Arc::new(cipher), nonces: keyed(key, Purpose::Nonce) }
    }

    /// The value that was encrypted as one of that entity, or none when it was with another key, or by nobody.
    pub(super) fn open(&self, entity: &str, payload: &[u8]) -> Option<Vec<u8>> {
        let (nonce, msg) = payload.split_first_chunk::<NONCE>()?;
        self.cipher.decrypt(&Nonce::from(*nonce), Payload { msg, aad: entity.as_bytes() }).ok()
    }
}

impl EntityCipher {
    pub(super) fn new(encrypt: &Encrypt, entity: &str) -> Self {
        Self {
            head: format!("[{entity}:{}:e:", encrypt.id),
            entity: entity.to_owned(),
            cipher: encrypt.cipher.clone(),
            nonces: after(&encrypt.nonces, entity.as_bytes()),
        }
    }

    /// Appends `[ENTITY:key-id:e:base64url]`. False, and nothing is appended, when the cipher refuses.
    pub(super) fn apply(&self, text: &[u8], out: &mut Vec<u8>) -> bool {
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(&sum(&self.nonces, text)[..NONCE]);
        let aad = self.entity.as_bytes();
        let Ok(sealed) = self.cipher.encrypt(&Nonce::from(nonce), Payload { msg: text, aad }) else { return false };
        marker::write(&self.head, &[&nonce[..], &sealed].concat(), out);
        true
    }
}

impl fmt::Debug for Encrypt {
    /// Shows no byte of the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Encrypt({})", self.id)
    }
}

impl fmt::Debug for EntityCipher {
    /// Shows no byte of the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EntityCipher").field("head", &self.head).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transform::tests::hex;

    /// RFC 8452, appendix C.2: the first vectors of AES-256-GCM-SIV, of an empty text and of eight bytes.
    #[test]
    fn vectors_of_the_standard() {
        let key: [u8; 32] = hex("0100000000000000000000000000000000000000000000000000000000000000").try_into().unwrap();
        let nonce: [u8; 12] = hex("030000000000000000000000").try_into().unwrap();
        let cipher = Aes256GcmSiv::new(&key.into());
        let seal = |text: &[u8]| cipher.encrypt(&Nonce::from(nonce), text).unwrap();
        assert_eq!(seal(&[]), hex("07f5f4169bbf55a8400cd47ea6fd400f"));
        assert_eq!(seal(&hex("0100000000000000")), hex("c2ef328e5c71c83b843122130f7364b761e0b97427e3df28"));
    }
}
