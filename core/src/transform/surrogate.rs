//! Surrogates: made-up values of the same shape, the same for the same value and key, and nothing that leads back.
//!
//! A digit becomes a digit, a letter one of its script and case, all else stays. Some entities are known better:
//!
//! | entity | surrogate |
//! |---|---|
//! | `EMAIL_ADDRESS` | a mailbox of the same shape at `example.com`, `.net` or `.org`, which RFC 2606 sets aside |
//! | `PHONE_NUMBER` | keeps its first two digits, so that a country stays likely |
//! | `CREDIT_CARD` | fails Luhn, so that it is taken for nobody's; [`Surrogate::valid_cards`] makes it pass |
//! | `PERSON`, `NAME`, `..._NAME` | names of the same script from a short list |
//!
//! Values with letters of other scripts than Latin, Cyrillic, Arabic, Han, kana and Hangul are masked.

mod draw;
mod names;
mod script;

use std::fmt;

use super::hash::{Keyed, after, keyed};
use super::place::is_escape;
use super::{luhn, number};
use crate::key::{Key, KeyId, Purpose};
use draw::Draw;

/// Most times that a surrogate is drawn, until it is not the value.
const MOST_TRIES: u32 = 64;

/// The same for numbers, of which few may fit: at worst one in a hundred and thirty.
const MOST_NUMBERS: u32 = 4096;

/// Longest name, in bytes.
const LONGEST_NAME: usize = 256;

/// How surrogates are drawn: by one key.
#[derive(Clone)]
pub struct Surrogate {
    id: KeyId,
    keyed: Keyed,
    valid_cards: bool,
}

/// The same, made ready for the findings of one entity.
#[derive(Clone)]
pub(crate) struct EntitySurrogate {
    /// The hash state after the entity.
    keyed: Keyed,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Email,
    Phone,
    Card { valid: bool },
    Name { family: bool },
    Shape,
}

impl Surrogate {
    /// Surrogates drawn under the key that is derived from `key`.
    pub fn new(key: &Key) -> Self {
        Self { id: key.id().clone(), keyed: keyed(key, Purpose::Surrogate), valid_cards: false }
    }

    /// Makes card numbers pass Luhn, for systems that check it. They may be somebody's.
    #[must_use]
    pub fn valid_cards(self) -> Self {
        Self { valid_cards: true, ..self }
    }
}

impl EntitySurrogate {
    pub(super) fn new(surrogate: &Surrogate, entity: &str) -> Self {
        let family = ["LAST_NAME", "FAMILY_NAME", "SURNAME"].iter().any(|end| entity.ends_with(end));
        let kind = match entity {
            "EMAIL_ADDRESS" => Kind::Email,
            "PHONE_NUMBER" => Kind::Phone,
            "CREDIT_CARD" => Kind::Card { valid: surrogate.valid_cards },
            "PERSON" | "NAME" => Kind::Name { family },
            _ if family || entity.ends_with("_NAME") => Kind::Name { family },
            _ => Kind::Shape,
        };
        Self { keyed: after(&surrogate.keyed, entity.as_bytes()), kind }
    }

    /// Appends a surrogate. False, and nothing is appended, when the value has no shape that we know.
    pub(super) fn apply(&self, value: &[u8], out: &mut Vec<u8>) -> bool {
        let Some(text) = std::str::from_utf8(value).ok().filter(|text| !text.contains(is_escape)) else { return false };
        let alike = |made: &str| made.len() >= text.len() && made.contains(text);
        let made = (0..MOST_TRIES).map(|nth| self.draw(text, &mut Draw::new(&self.keyed, nth, value)));
        // The first draw says whether there is a shape to draw by.
        match made.map_while(|made| made).find(|made| !alike(made)) {
            Some(made) => out.extend_from_slice(made.as_bytes()),
            None => return false,
        }
        true
    }

    /// As [`EntitySurrogate::apply`], for a number: its sign and point stay, and the same types hold the result.
    pub(super) fn apply_number(&self, value: &[u8], out: &mut Vec<u8>) -> bool {
        let digits = || value.iter().filter(|byte| byte.is_ascii_digit());
        if digits().next().is_none() || !value.iter().all(|byte| byte.is_ascii_digit() || b"-.".contains(byte)) {
            return false;
        }
        let numerals = |number: &[u8]| -> Vec<u16> {
            number.iter().filter(|byte| byte.is_ascii_digit()).map(|digit| u16::from(digit - b'0')).collect()
        };
        let size = |number: &[u8]| number::size(numerals(number).into_iter().map(u64::from));
        let fits = |number: &[u8]| match self.kind {
            Kind::Card { valid } => luhn::passes(&numerals(number)) == valid,
            _ => true,
        };
        let made = (0..MOST_NUMBERS).map(|nth| {
            let mut draw = Draw::new(&self.keyed, nth, value);
            let mut first = true;
            let digit = |&byte: &u8| match byte {
                b'0'..=b'9' if std::mem::take(&mut first) => b'1' + draw.below(9) as u8,
                b'0'..=b'9' => draw.digit(),
                _ => byte,
            };
            value.iter().map(digit).collect::<Vec<u8>>()
        });
        let Some(made) = made.into_iter().find(|made| made != value && size(made) == size(value) && fits(made)) else {
            return false;
        };
        out.extend_from_slice(&made);
        true
    }

    fn draw(&self, text: &str, draw: &mut Draw) -> Option<String> {
        match self.kind {
            Kind::Email => match text.rsplit_once('@') {
                Some((mailbox, _)) => {
                    let domain = ["example.com", "example.net", "example.org"][draw.below(3)];
                    Some(format!("{}@{domain}", shape(mailbox, draw, 0)?))
                }
                None => shape(text, draw, 0),
            },
            Kind::Phone => {
                let digits = text.chars().filter(|character| character.is_numeric()).count();
                shape(text, draw, if digits > 6 { 2 } else { 0 })
            }
            Kind::Card { valid } => card(text, valid, draw),
            Kind::Name { family } if text.len() <= LONGEST_NAME => names::draw(text, family, draw),
            Kind::Name { .. } | Kind::Shape => shape(text, draw, 0),
        }
    }
}

/// The text with other letters and digits, but for its first `kept` digits. None when nothing would change, or there is
/// a letter or digit that we cannot draw another for.
fn shape(text: &str, draw: &mut Draw, kept: usize) -> Option<String> {
    let (mut digits, mut drawn) = (0, 0);
    let made = text
        .chars()
        .map(|character| {
            if !character.is_alphanumeric() {
                return Some(character);
            }
            digits += usize::from(character.is_numeric());
            if character.is_numeric() && digits <= kept {
                return Some(character);
            }
            drawn += 1;
            script::like(character, draw)
        })
        .collect::<Option<String>>()?;
    (drawn > 0).then_some(made)
}

/// Other digits that pass Luhn or do not.
fn card(text: &str, valid: bool, draw: &mut Draw) -> Option<String> {
    let made = shape(text, draw, 0)?;
    let mut bytes = made.into_bytes();
    let places: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()).collect();
    let numerals = |bytes: &[u8]| places.iter().map(|&at| u16::from(bytes[at] - b'0')).collect::<Vec<_>>();
    if let Some(&last) = places.last() {
        // One of ten last digits passes.
        while luhn::passes(&numerals(&bytes)) != valid {
            bytes[last] = b'0' + (bytes[last] - b'0' + 1) % 10;
        }
    }
    String::from_utf8(bytes).ok()
}

impl fmt::Debug for Surrogate {
    /// Shows nothing that the key went into.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Surrogate({})", self.id)
    }
}

impl fmt::Debug for EntitySurrogate {
    /// Shows nothing that the key went into.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EntitySurrogate").field("kind", &self.kind).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
