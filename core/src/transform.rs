//! Stage: what stands in place of a finding.

mod bucket;
mod date;
mod date_shift;
mod encrypt;
mod fpe;
mod hash;
mod luhn;
mod marker;
mod mask;
mod number;
mod options;
mod place;
mod reidentify;
mod replacement;
mod surrogate;
mod tokenize;
mod truncate;

pub use bucket::{Bucket, InvalidBucket};
pub use date_shift::{DateShift, InvalidShift};
pub use encrypt::Encrypt;
pub use fpe::{Alphabet, Fpe, InvalidFpe};
pub use hash::HashKey;
pub use marker::{Marker, MarkerKind, is_marker};
pub use options::Options;
pub use place::{Place, Shape};
pub use reidentify::{ReidentifyError, reidentify};
pub(crate) use replacement::Replacement;
pub use surrogate::Surrogate;
pub use tokenize::Tokenize;
pub use truncate::Truncate;

/// How the bytes of a finding are replaced.
///
/// All are deterministic: the same value, entity and key give the same replacement. A value that a transform cannot take -
/// a date that is none, too few digits - is masked whole, by `*` for each character. What is kept on purpose is kept: the
/// ends of a mask or a card, the lower bound of a range, a network, the time of day.
///
/// In the place of a JSON number there is a string, unless [`Options::keep_type`] asks for a number; in a
/// [`Shape::Typed`] field there always is a number:
///
/// | transform | number |
/// |---|---|
/// | fpe | an integer of the same length, sign and size of type, encrypted; 0 for fractions and below six digits |
/// | bucket | the lower bound of the range |
/// | truncate | what is left: a coordinate, three digits, a year, an age |
/// | surrogate | other digits, of the same length and size of type |
/// | all others | 0, or of the same length 1000... |
///
/// ```
/// use privet_core::{Options, Place, Shape, Transform};
///
/// let fixed = Transform::Entity.with(Options::new().same_length());
/// assert_eq!(fixed.apply("US_SSN", b"123-45-6789", Place::default()), b"[US_SSN]***");
/// let number = Transform::Redact.with(Options::new().keep_type());
/// assert_eq!(number.apply("US_SSN", b"123456789", Place::of(Shape::Number)), b"0");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Transform {
    /// By the name of its entity in brackets: `[US_SSN]`.
    Entity,
    /// By a fixed marker: `[REDACTED]`.
    Redact,
    /// By a given text. In JSON it is the caller's to see that quotes in it are escaped.
    Replace(String),
    /// Character by character, but for some at either end.
    Mask {
        /// The mask, a printable ASCII character.
        with: u8,
        /// Characters kept at the start.
        keep_first: usize,
        /// Characters kept at the end.
        keep_last: usize,
        /// What groups are separated by stays, and is not counted: spaces, hyphens, dots, slashes, brackets, `+`.
        keep_separators: bool,
    },
    /// By a keyed hash, HMAC-SHA-256, with the key's id: equal values stay equal, and nobody without the key can tell
    /// which.
    Hash(HashKey),
    /// By a token, AES-SIV, with the key's id: equal values stay equal, and the key leads back by [`reidentify`].
    Tokenize(Tokenize),
    /// By the value encrypted, AES-256-GCM-SIV, with the key's id: the key leads back by [`reidentify`].
    Encrypt(Encrypt),
    /// By the value encrypted in its format, FF1: digits for digits, a card for a card. [`Fpe::reveal`] leads back.
    Fpe(Fpe),
    /// By the range that a number lies in.
    Bucket(Bucket),
    /// By a date some days off, the same for all dates of one subject.
    DateShift(DateShift),
    /// By a part of it that says less.
    Truncate(Truncate),
    /// By a made-up value of the same shape.
    Surrogate(Surrogate),
    /// As another transform, of which more is asked: made by [`Transform::with`].
    With {
        /// The transform.
        transform: Box<Transform>,
        /// What is asked of it.
        options: Options,
    },
}

impl Transform {
    /// The same, of which that is asked as well.
    #[must_use]
    pub fn with(self, options: Options) -> Self {
        match self {
            Self::With { transform, options: before } => Self::With { transform, options: before.and(options) },
            transform => Self::With { transform: Box::new(transform), options },
        }
    }

    /// The name used in policies.
    pub fn as_str(&self) -> &'static str {
        match self.parts().0 {
            Self::Entity => "entity",
            Self::Redact => "redact",
            Self::Replace(_) => "replace",
            Self::Mask { .. } => "mask",
            Self::Hash(_) => "hash",
            Self::Tokenize(_) => "tokenize",
            Self::Encrypt(_) => "encrypt",
            Self::Fpe(_) => "fpe",
            Self::Bucket(_) => "bucket",
            Self::DateShift(_) => "date_shift",
            Self::Truncate(_) => "truncate",
            Self::Surrogate(_) => "surrogate",
            Self::With { transform, .. } => transform.as_str(),
        }
    }

    /// The replacement for one value of that entity: for columns and fields that are known to hold one.
    ///
    /// Cost: keys and texts are made ready anew; an engine does that once for each entity.
    pub fn apply(&self, entity: &str, value: &[u8], place: Place<'_>) -> Vec<u8> {
        let mut out = Vec::new();
        Replacement::new(self, entity).apply(value, place, &mut out);
        out
    }

    /// The transform itself and all that is asked of it.
    fn parts(&self) -> (&Self, Options) {
        match self {
            Self::With { transform, options } => {
                let (transform, inner) = transform.parts();
                (transform, inner.and(*options))
            }
            transform => (transform, Options::default()),
        }
    }
}

#[cfg(test)]
mod tests;
