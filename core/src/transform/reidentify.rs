//! The way back from a token to the value.

use std::fmt;

use super::{Encrypt, Marker, MarkerKind, Tokenize};
use crate::key::{KeyError, KeyId, KeyProvider};
use crate::sensitive::Sensitive;

/// A marker cannot be reversed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReidentifyError {
    /// The text is no marker of our transforms, or not one alone.
    NoMarker,
    /// A name or a hash: nothing leads back from there.
    OneWay,
    /// Its key cannot be had.
    Key(KeyError),
    /// It was not made with the key of that id: damaged, forged, or of another entity.
    Forged,
}

/// The value of which a token or an encrypted value was made: the very bytes that stood in the message.
///
/// The id in the marker decides which key is asked for, so that tokens of old keys can be reversed as long as their keys
/// are there.
///
/// ```
/// use privet_core::{Key, KeyRing, Place, Tokenize, Transform, reidentify};
///
/// let keys = KeyRing::new(Key::new("k1", vec![7; 32])?);
/// let tokenize = Transform::Tokenize(Tokenize::new(keys.active()));
/// let token = tokenize.apply("US_SSN", b"123-45-6789", Place::default());
/// assert!(token.starts_with(b"[US_SSN:k1:t:"));
/// assert_eq!(reidentify(&token, &keys)?.expose(), b"123-45-6789");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// When the text is no such marker, its key cannot be had, or it was not made with it.
pub fn reidentify(marker: &[u8], keys: &dyn KeyProvider) -> Result<Sensitive<Vec<u8>>, ReidentifyError> {
    let whole = Marker::parse(marker).filter(|parsed| parsed.len == marker.len());
    let marker = whole.ok_or(ReidentifyError::NoMarker)?;
    if !matches!(marker.kind, MarkerKind::Token | MarkerKind::Encrypted) {
        return Err(ReidentifyError::OneWay);
    }
    let id = marker.key_id.and_then(|id| KeyId::new(id).ok()).ok_or(ReidentifyError::NoMarker)?;
    let payload = marker.payload().ok_or(ReidentifyError::Forged)?;
    let key = keys.key(Some(&id)).map_err(ReidentifyError::Key)?;
    let value = match marker.kind {
        MarkerKind::Token => Tokenize::new(&key).open(marker.entity, &payload),
        _ => Encrypt::new(&key).open(marker.entity, &payload),
    };
    value.map(Sensitive::new).ok_or(ReidentifyError::Forged)
}

impl fmt::Display for ReidentifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMarker => f.write_str("this is not a token: [ENTITY:key-id:t:...] or [ENTITY:key-id:e:...]"),
            Self::OneWay => f.write_str("a name or a hash cannot be reversed"),
            Self::Key(error) => error.fmt(f),
            Self::Forged => f.write_str("the token was not made with the key of that id"),
        }
    }
}

impl std::error::Error for ReidentifyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Key(error) => Some(error),
            _ => None,
        }
    }
}
