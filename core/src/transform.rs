//! Stage: what stands in place of a finding.

mod hash;
mod mask;

pub use hash::{HashKey, InvalidKey};

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

impl Transform {
    /// Appends the replacement for `text`, the bytes of a finding of `entity`.
    ///
    /// Cost: proportional to the text; allocates only when `out` grows.
    pub(crate) fn apply(&self, entity: &str, text: &[u8], out: &mut Vec<u8>) {
        match self {
            Self::Entity => bracketed(entity, out),
            Self::Redact => out.extend_from_slice(b"[REDACTED]"),
            Self::Replace(with) => out.extend_from_slice(with.as_bytes()),
            Self::Mask { with, keep_first, keep_last } => mask::apply(*with, *keep_first, *keep_last, text, out),
            Self::Hash(key) => key.apply(entity, text, out),
        }
    }
}

fn bracketed(entity: &str, out: &mut Vec<u8>) {
    out.push(b'[');
    out.extend_from_slice(entity.as_bytes());
    out.push(b']');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacements() {
        let apply = |transform: Transform, text: &str| {
            let mut out = Vec::new();
            transform.apply("US_SSN", text.as_bytes(), &mut out);
            String::from_utf8(out).unwrap()
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
