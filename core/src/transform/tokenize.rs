//! Tokens: AES-256-SIV (RFC 5297) of the bytes, with the entity as associated data. Equal values have equal tokens, and
//! the key turns a token back into the very bytes.

use std::fmt;

use aes_siv::KeyInit as _;
use aes_siv::siv::Aes256Siv;
use zeroize::Zeroizing;

use super::marker;
use crate::key::{Key, KeyId, Purpose};

/// How tokens are made: by one key.
#[derive(Clone)]
pub struct Tokenize {
    id: KeyId,
    key: Zeroizing<[u8; 64]>,
}

/// The same, made ready for the findings of one entity.
#[derive(Clone)]
pub(crate) struct EntityToken {
    /// `[ENTITY:key-id:t:`
    head: String,
    entity: String,
    key: Zeroizing<[u8; 64]>,
}

impl Tokenize {
    /// Tokens under the key that is derived from `key`.
    pub fn new(key: &Key) -> Self {
        Self { id: key.id().clone(), key: key.derive(Purpose::Token) }
    }

    /// The value of which a token of that entity was made, or none when it was made with another key, or by nobody.
    pub(super) fn open(&self, entity: &str, payload: &[u8]) -> Option<Vec<u8>> {
        Aes256Siv::new((&*self.key).into()).decrypt([entity.as_bytes()], payload).ok()
    }
}

impl EntityToken {
    pub(super) fn new(tokenize: &Tokenize, entity: &str) -> Self {
        let head = format!("[{entity}:{}:t:", tokenize.id);
        Self { head, entity: entity.to_owned(), key: tokenize.key.clone() }
    }

    /// Appends `[ENTITY:key-id:t:base64url]`. False, and nothing is appended, when the cipher refuses.
    pub(super) fn apply(&self, text: &[u8], out: &mut Vec<u8>) -> bool {
        let sealed = Aes256Siv::new((&*self.key).into()).encrypt([self.entity.as_bytes()], text);
        sealed.map(|payload| marker::write(&self.head, &payload, out)).is_ok()
    }
}

impl fmt::Debug for Tokenize {
    /// Shows no byte of the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tokenize({})", self.id)
    }
}

impl fmt::Debug for EntityToken {
    /// Shows no byte of the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EntityToken").field("head", &self.head).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use aes_siv::siv::Aes128Siv;

    use super::*;
    use crate::transform::tests::hex;

    /// RFC 5297, appendices A.1 and A.2: the cipher is the one of the standard.
    #[test]
    fn vectors_of_the_standard() {
        let key: [u8; 32] = hex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff").try_into().unwrap();
        let sealed = Aes128Siv::new(&key.into())
            .encrypt([hex("101112131415161718191a1b1c1d1e1f2021222324252627")], &hex("112233445566778899aabbccddee"))
            .unwrap();
        assert_eq!(sealed, hex("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c"));

        let key: [u8; 32] = hex("7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f").try_into().unwrap();
        let headers = [
            hex("00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100"),
            hex("102030405060708090a0"),
            hex("09f911029d74e35bd84156c5635688c0"),
        ];
        let sealed =
            Aes128Siv::new(&key.into()).encrypt(headers, b"this is some plaintext to encrypt using SIV-AES").unwrap();
        assert_eq!(
            sealed,
            hex("7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17\
                 dba77ceb094fa663b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d")
        );
    }
}
