//! Stage: what stands in place of a finding.

mod hash;
mod mask;

pub use hash::{HashKey, InvalidKey};

use hash::EntityHash;

/// How the bytes of a finding are replaced.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Transform {
    /// By the name of its entity in brackets: `[US_SSN]`.
    Entity,
    /// By a fixed marker: `[REDACTED]`.
    Redact,
    /// By a given text.
    Replace(String),
    /// Character by character, but for some at either end.
    Mask {
        /// The mask, a printable ASCII character.
        with: u8,
        /// Characters kept at the start.
        keep_first: usize,
        /// Characters kept at the end.
        keep_last: usize,
    },
    /// By a keyed hash, HMAC-SHA-256, with the key's id: equal values stay equal, and nobody without the key can tell
    /// which.
    Hash(HashKey),
}

/// A transform made ready for the findings of one entity.
#[derive(Clone, Debug)]
pub(crate) enum Replacement {
    /// The same for all of them, between quotes.
    Fixed(String),
    /// Made of the bytes of each.
    Mask { with: u8, keep_first: usize, keep_last: usize },
    /// Made of the bytes of each.
    Hash(EntityHash),
}

impl Replacement {
    /// What `transform` makes of the findings of `entity`.
    pub(crate) fn new(transform: &Transform, entity: &str) -> Self {
        match transform {
            Transform::Entity => Self::Fixed(format!("\"[{entity}]\"")),
            Transform::Redact => Self::Fixed("\"[REDACTED]\"".to_owned()),
            Transform::Replace(with) => Self::Fixed(format!("\"{with}\"")),
            &Transform::Mask { with, keep_first, keep_last } => Self::Mask { with, keep_first, keep_last },
            Transform::Hash(key) => Self::Hash(EntityHash::new(key, entity)),
        }
    }

    /// Appends the replacement for `text`, the bytes of a finding, between quotes or bare.
    ///
    /// Cost: proportional to the text, or one copy; allocates only when `out` grows.
    pub(crate) fn apply(&self, text: &[u8], quoted: bool, out: &mut Vec<u8>) {
        let quote = if quoted { "\"" } else { "" }.as_bytes();
        match self {
            Self::Fixed(all) => {
                let bare = 1 - quote.len();
                out.extend_from_slice(&all.as_bytes()[bare..all.len() - bare]);
            }
            &Self::Mask { with, keep_first, keep_last } => {
                out.extend_from_slice(quote);
                mask::apply(with, keep_first, keep_last, text, out);
                out.extend_from_slice(quote);
            }
            Self::Hash(hash) => {
                out.extend_from_slice(quote);
                hash.apply(text, out);
                out.extend_from_slice(quote);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacements() {
        let apply = |transform: Transform, text: &str| {
            let replacement = Replacement::new(&transform, "US_SSN");
            let [bare, quoted] = [false, true].map(|quoted| {
                let mut out = Vec::new();
                replacement.apply(text.as_bytes(), quoted, &mut out);
                String::from_utf8(out).unwrap()
            });
            assert_eq!(quoted, format!("\"{bare}\""));
            bare
        };
        assert_eq!(apply(Transform::Entity, "123-45-6789"), "[US_SSN]");
        assert_eq!(apply(Transform::Redact, "123-45-6789"), "[REDACTED]");
        assert_eq!(apply(Transform::Replace("x".into()), "123-45-6789"), "x");
        let mask = |keep_first, keep_last| Transform::Mask { with: b'*', keep_first, keep_last };
        assert_eq!(apply(mask(0, 4), "123-45-6789"), "*******6789");
        assert_eq!(apply(mask(2, 0), "１２３"), "１２*");
        assert_eq!(apply(mask(2, 2), "123"), "***", "what is kept may never be all of it");
        assert_eq!(apply(mask(0, 2), r"12\u0033"), "********", "an escape is not cut in two");
        let key = HashKey::new("k1", vec![7; 32]).unwrap();
        let hashed = apply(Transform::Hash(key.clone()), "123-45-6789");
        assert_eq!(hashed, apply(Transform::Hash(key), "123-45-6789"));
        assert!(hashed.starts_with("[US_SSN:k1:") && hashed.len() == "[US_SSN:k1:]".len() + 32, "{hashed}");
        let other = HashKey::new("k1", vec![8; 32]).unwrap();
        assert_ne!(hashed, apply(Transform::Hash(other), "123-45-6789"));
        assert!(HashKey::new("k1", vec![7; 15]).is_err() && HashKey::new("k 1", vec![7; 32]).is_err());
    }
}
