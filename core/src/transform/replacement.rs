//! A transform made ready for the findings of one entity.

use super::encrypt::EntityCipher;
use super::hash::EntityHash;
use super::mask::Mask;
use super::surrogate::EntitySurrogate;
use super::tokenize::EntityToken;
use super::{Bucket, DateShift, Fpe, Options, Place, Shape, Transform, Truncate, mask, number};

/// What masks a value that no transform fits.
const STAR: u8 = b'*';

/// A transform made ready: what is the same for all findings of an entity is done once.
#[derive(Clone, Debug)]
pub(crate) enum Replacement {
    /// The same for all of them, between quotes.
    Fixed(String),
    /// Made of the bytes of each.
    Made(Box<Made>),
}

/// How a replacement is made, and what is asked of it.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    maker: Maker,
    options: Options,
}

#[derive(Clone, Debug)]
enum Maker {
    Fixed(String),
    Mask(Mask),
    Hash(EntityHash),
    Token(EntityToken),
    Cipher(EntityCipher),
    Fpe(Fpe, String),
    Bucket(Bucket),
    DateShift(DateShift, String),
    Truncate(Truncate),
    Surrogate(EntitySurrogate),
}

impl Replacement {
    /// What `transform` makes of the findings of `entity`.
    pub(crate) fn new(transform: &Transform, entity: &str) -> Self {
        let (transform, options) = transform.parts();
        match Maker::new(transform, entity) {
            Maker::Fixed(with) if options == Options::default() => Self::Fixed(format!("\"{with}\"")),
            maker => Self::Made(Box::new(Made { maker, options })),
        }
    }

    /// True where a number is replaced by a number: the bytes that are handed over must be all of it.
    pub(crate) fn keeps_type(&self) -> bool {
        matches!(self, Self::Made(made) if made.options.keep_type)
    }

    /// The names that lead to the field that says whose the value is, where that matters.
    pub(crate) fn subject(&self) -> Option<&[Box<[u8]>]> {
        match self {
            Self::Made(made) => match &made.maker {
                Maker::DateShift(shift, _) => shift.subject_path(),
                _ => None,
            },
            Self::Fixed(_) => None,
        }
    }

    /// Appends the replacement for `text`, the bytes of a finding, in the place where they stand.
    ///
    /// Cost: proportional to the text, or one copy; a fixed text, a mask and a hash allocate only when `out` grows.
    pub(crate) fn apply(&self, text: &[u8], place: Place<'_>, out: &mut Vec<u8>) {
        match self {
            Self::Fixed(_) if place.shape == Shape::Typed => number::write_nothing(text, false, out),
            Self::Fixed(all) => {
                let bare = usize::from(place.shape == Shape::Text);
                out.extend_from_slice(&all.as_bytes()[bare..all.len() - bare]);
            }
            Self::Made(made) => made.apply(text, place, out),
        }
    }
}

impl Made {
    fn apply(&self, text: &[u8], place: Place<'_>, out: &mut Vec<u8>) {
        let start = out.len();
        let quote: &[u8] = match place.shape {
            Shape::Text => b"",
            Shape::Number if !self.options.keep_type => b"\"",
            _ => return self.number(text, out),
        };
        out.extend_from_slice(quote);
        self.text(text, place, out);
        out.extend_from_slice(quote);
        let most = self.options.max_growth.map(|growth| text.len().saturating_add(growth));
        let most = most.filter(|&most| out.len() - start > most);
        let Some(most) = most else { return };
        out.truncate(start);
        if text.len() + 2 * quote.len() > most {
            return number::write_nothing(text, false, out);
        }
        out.extend_from_slice(quote);
        stars(text.len(), out);
        out.extend_from_slice(quote);
    }

    fn text(&self, text: &[u8], place: Place<'_>, out: &mut Vec<u8>) {
        let start = out.len();
        if !self.maker.text(text, place, out) {
            out.truncate(start);
            mask::apply(Mask::all(STAR), text, out);
        }
        if !self.options.same_length || out.len() - start == text.len() {
            return;
        }
        let cut = match &self.maker {
            // An escape is not cut in two.
            Maker::Fixed(with) if !with.contains('\\') => {
                let len = text.len().min(with.len());
                (0..=len).rev().find(|&at| with.is_char_boundary(at)).unwrap_or(0)
            }
            _ => 0,
        };
        out.truncate(start + cut);
        match self.maker {
            Maker::Mask(mask) => mask::bytes(mask, text, out),
            _ => stars(text.len() - cut, out),
        }
    }

    /// A number, whatever the value is.
    fn number(&self, text: &[u8], out: &mut Vec<u8>) {
        let start = out.len();
        let written = match &self.maker {
            Maker::Fpe(fpe, entity) => fpe.apply_number(entity, text, out),
            Maker::Bucket(bucket) => bucket.apply_number(text, out),
            Maker::Truncate(truncate) => truncate.apply_number(text, out),
            Maker::Surrogate(surrogate) => surrogate.apply_number(text, out),
            _ => false,
        };
        let len = out.len() - start;
        let grown = self.options.max_growth.is_some_and(|growth| len > text.len().saturating_add(growth));
        if !written || grown || self.options.same_length && len != text.len() {
            out.truncate(start);
            number::write_nothing(text, self.options.same_length, out);
        }
    }
}

impl Maker {
    fn new(transform: &Transform, entity: &str) -> Self {
        match transform {
            Transform::Entity => Self::Fixed(format!("[{entity}]")),
            Transform::Redact => Self::Fixed("[REDACTED]".to_owned()),
            Transform::Replace(with) => Self::Fixed(with.clone()),
            &Transform::Mask { with, keep_first, keep_last, keep_separators } => {
                Self::Mask(Mask { with, keep_first, keep_last, keep_separators })
            }
            Transform::Hash(key) => Self::Hash(EntityHash::new(key, entity)),
            Transform::Tokenize(tokenize) => Self::Token(EntityToken::new(tokenize, entity)),
            Transform::Encrypt(encrypt) => Self::Cipher(EntityCipher::new(encrypt, entity)),
            Transform::Fpe(fpe) => Self::Fpe(fpe.clone(), entity.to_owned()),
            Transform::Bucket(bucket) => Self::Bucket(bucket.clone()),
            Transform::DateShift(shift) => Self::DateShift(shift.clone(), entity.to_owned()),
            Transform::Truncate(truncate) => Self::Truncate(*truncate),
            Transform::Surrogate(surrogate) => Self::Surrogate(EntitySurrogate::new(surrogate, entity)),
            // Taken apart by the caller.
            Transform::With { transform, .. } => Self::new(transform, entity),
        }
    }

    /// Appends what becomes of a value in a text. False where it is none that the transform knows.
    fn text(&self, text: &[u8], place: Place<'_>, out: &mut Vec<u8>) -> bool {
        match self {
            Self::Fixed(with) => out.extend_from_slice(with.as_bytes()),
            &Self::Mask(mask) => mask::apply(mask, text, out),
            Self::Hash(hash) => hash.apply(text, out),
            Self::Token(token) => return token.apply(text, out),
            Self::Cipher(cipher) => return cipher.apply(text, out),
            Self::Fpe(fpe, entity) => return fpe.apply(entity, text, out),
            Self::Bucket(bucket) => return bucket.apply(text, out),
            Self::DateShift(shift, entity) => return shift.apply(entity, place.subject, text, out),
            Self::Truncate(truncate) => return truncate.apply(text, out),
            Self::Surrogate(surrogate) => return surrogate.apply(text, out),
        }
        true
    }
}

fn stars(many: usize, out: &mut Vec<u8>) {
    out.resize(out.len() + many, STAR);
}
