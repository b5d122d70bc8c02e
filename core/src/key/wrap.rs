//! A key under another key, to be stored: AES-SIV (RFC 5297, which was made for this), bound to the id.

use std::fmt;

use aes_siv::KeyInit as _;
use aes_siv::siv::Aes256Siv;

use super::{Key, Purpose};

/// A wrapped key cannot be opened: it is damaged, of another id, or under another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidWrap;

impl Key {
    /// The secret of `inner` under this key: 16 bytes longer, and the same each time.
    ///
    /// # Errors
    ///
    /// The cipher may refuse what is too long for it; no key is.
    pub fn wrap(&self, inner: &Key) -> Result<Vec<u8>, InvalidWrap> {
        self.wrapper().encrypt([inner.id().as_str().as_bytes()], inner.expose()).map_err(|_| InvalidWrap)
    }

    /// The key of that id that [`Key::wrap`] made `wrapped` of.
    ///
    /// # Errors
    ///
    /// When it is damaged, of another id, or under another key.
    pub fn unwrap_key(&self, id: &str, wrapped: &[u8]) -> Result<Key, InvalidWrap> {
        let secret = self.wrapper().decrypt([id.as_bytes()], wrapped).map_err(|_| InvalidWrap)?;
        Key::new(id, secret).map_err(|_| InvalidWrap)
    }

    fn wrapper(&self) -> Aes256Siv {
        Aes256Siv::new((&*self.derive::<64>(Purpose::Wrap)).into())
    }
}

impl fmt::Display for InvalidWrap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a wrapped key is damaged, of another id, or under another key")
    }
}

impl std::error::Error for InvalidWrap {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_id_unwrap() {
        let [outer, other] = [1, 2].map(|byte| Key::new("k1", vec![byte; 32]).unwrap());
        let inner = Key::new("s1", vec![9; 32]).unwrap();
        let mut wrapped = outer.wrap(&inner).unwrap();
        assert_eq!(wrapped.len(), 48);
        assert_eq!(outer.unwrap_key("s1", &wrapped).unwrap().expose(), inner.expose());
        assert_eq!(outer.unwrap_key("s2", &wrapped).unwrap_err(), InvalidWrap);
        assert_eq!(other.unwrap_key("s1", &wrapped).unwrap_err(), InvalidWrap);
        wrapped[20] ^= 1;
        assert_eq!(outer.unwrap_key("s1", &wrapped).unwrap_err(), InvalidWrap);
        assert_eq!(outer.unwrap_key("s1", &[]).unwrap_err(), InvalidWrap);
    }
}
