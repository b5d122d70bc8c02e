//! Format-preserving encryption: FF1 (NIST SP 800-38G) with AES-256. Digits become digits, what separates them stays.
//!
//! The entity is part of the tweak, and with cards the digits that are kept, as the standard advises. FF1 permutes all
//! texts of a length; where only some of them will do - cards that pass Luhn, numbers of the same size - it is applied
//! again until one of those comes, which permutes them, too, and can be walked back.

mod alphabet;
mod card;
mod integer;

use std::fmt;
use std::sync::Arc;

use ::fpe::ff1::{FF1, FlexibleNumeralString};
use aes::Aes256;

pub use alphabet::Alphabet;

use crate::key::{Key, KeyId, Purpose};
use card::Card;

/// Fewest texts of a length that are permuted among themselves: the standard's bound (revision 1).
const LEAST_DOMAIN: u64 = 1_000_000;

/// Most characters that are permuted; the cost grows with their square.
const MOST: usize = 256;

/// Most times that FF1 is applied in search of a text that will do. One in thirteen does, at worst; of card numbers that
/// stand as numbers, one in a hundred and thirty.
const MOST_STEPS: usize = 4096;

/// How values are encrypted in their format: by one key, with one alphabet or as cards.
#[derive(Clone)]
pub struct Fpe {
    id: KeyId,
    ciphers: Arc<Ciphers>,
    form: Form,
}

struct Ciphers {
    /// Of digits: numbers and cards.
    decimal: FF1<Aes256>,
    /// Of the alphabet.
    own: FF1<Aes256>,
}

#[derive(Clone, Copy, Debug)]
enum Form {
    Characters(Alphabet),
    Card(Card),
}

/// Values of that form could be guessed, or are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidFpe {
    /// So few characters have fewer than a million texts.
    Domain {
        /// Characters of the alphabet.
        radix: u32,
        /// Characters that are encrypted.
        length: usize,
        /// Fewest that may be.
        least: usize,
    },
    /// More than the first 6 or the last 4 digits of a card are kept.
    Kept,
}

impl Fpe {
    /// Values written in that alphabet; characters that are neither letters nor digits stay. A value with other letters
    /// or digits, or with too few or too many, is masked.
    pub fn new(key: &Key, alphabet: Alphabet) -> Self {
        Self::build(key, alphabet.radix(), Form::Characters(alphabet))
    }

    /// Refuses an alphabet with which the shortest value of an entity could be guessed.
    ///
    /// # Errors
    ///
    /// [`InvalidFpe::Domain`] when so many characters have fewer than a million texts.
    pub fn shortest(self, length: usize) -> Result<Self, InvalidFpe> {
        let radix = match self.form {
            Form::Characters(alphabet) => alphabet.radix(),
            Form::Card(_) => 10,
        };
        check_domain(radix, length)?;
        Ok(self)
    }

    /// Card numbers of 12 to 19 digits that pass Luhn, of which the first 0 to 6 and the last 0 to 4 digits are kept. The
    /// result passes Luhn. Of 16 digits with 6 and 4 kept, a million texts are left, of which a tenth pass.
    ///
    /// # Errors
    ///
    /// [`InvalidFpe::Kept`] when more is to be kept.
    pub fn card(key: &Key, keep_first: usize, keep_last: usize) -> Result<Self, InvalidFpe> {
        let card = Card::new(keep_first, keep_last)?;
        Ok(Self::build(key, 10, Form::Card(card)))
    }

    /// The value of that entity of which [`super::Transform::apply`] made `text`, or none when it is of no such form.
    /// Nothing proves that this was the key: another one gives another value.
    pub fn reveal(&self, entity: &str, text: &[u8]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        self.run(entity, text, Way::Back, &mut out).then_some(out)
    }

    /// As [`Fpe::reveal`], of a number.
    pub fn reveal_number(&self, entity: &str, number: &[u8]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        self.run_number(entity, number, Way::Back, &mut out).then_some(out)
    }

    fn build(key: &Key, radix: u32, form: Form) -> Self {
        let derived = key.derive::<32>(Purpose::Fpe);
        // The radix of an alphabet is one that FF1 takes.
        let cipher = |radix| FF1::new(&*derived, radix).unwrap_or_else(|_| unreachable!("a radix from 2 to 65536"));
        let ciphers = Ciphers { decimal: cipher(10), own: cipher(radix) };
        Self { id: key.id().clone(), ciphers: Arc::new(ciphers), form }
    }

    /// Appends the value encrypted. False, and nothing is appended, when it is of another form.
    pub(super) fn apply(&self, entity: &str, text: &[u8], out: &mut Vec<u8>) -> bool {
        self.run(entity, text, Way::There, out)
    }

    /// As [`Fpe::apply`], for an integer: a sign stays, the first digit is no zero, and the same types hold the result.
    pub(super) fn apply_number(&self, entity: &str, number: &[u8], out: &mut Vec<u8>) -> bool {
        self.run_number(entity, number, Way::There, out)
    }

    fn run_number(&self, entity: &str, number: &[u8], way: Way, out: &mut Vec<u8>) -> bool {
        let cipher = &self.ciphers.decimal;
        integer::run(number, out, |digits, belongs| match self.form {
            Form::Characters(_) => walk(cipher, entity.as_bytes(), digits, way, belongs),
            Form::Card(card) => card.run(cipher, entity.as_bytes(), digits, way, belongs),
        })
    }

    fn run(&self, entity: &str, text: &[u8], way: Way, out: &mut Vec<u8>) -> bool {
        let (alphabet, cipher) = match self.form {
            Form::Characters(alphabet) => (alphabet, &self.ciphers.own),
            Form::Card(_) => (Alphabet::Digits, &self.ciphers.decimal),
        };
        let Some(numerals) = alphabet.numerals(text) else { return false };
        let result = match self.form {
            Form::Characters(_) => walk(cipher, entity.as_bytes(), &numerals, way, &|_| true),
            Form::Card(card) => card.run(cipher, entity.as_bytes(), &numerals, way, &|_| true),
        };
        let Some(result) = result else { return false };
        alphabet.write(text, &result, out);
        true
    }
}

/// From the value or back to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    There,
    Back,
}

/// FF1 until the numerals belong. None when there are too few or too many, none is found, or it is what we started with,
/// which would show the value.
fn walk(
    cipher: &FF1<Aes256>,
    tweak: &[u8],
    numerals: &[u16],
    way: Way,
    belongs: &dyn Fn(&[u16]) -> bool,
) -> Option<Vec<u16>> {
    if numerals.len() > MOST {
        return None;
    }
    let mut at = numerals.to_vec();
    for _ in 0..MOST_STEPS {
        let string = FlexibleNumeralString::from(at);
        let next = match way {
            Way::There => cipher.encrypt(tweak, &string),
            Way::Back => cipher.decrypt(tweak, &string),
        };
        at = next.ok()?.into();
        if belongs(&at) {
            return (at != numerals).then_some(at);
        }
    }
    None
}

/// Fails when so many characters have fewer than a million texts.
fn check_domain(radix: u32, length: usize) -> Result<(), InvalidFpe> {
    let mut texts = 1;
    let mut least = 0;
    while texts < LEAST_DOMAIN {
        texts *= u64::from(radix);
        least += 1;
    }
    if length < least { Err(InvalidFpe::Domain { radix, length, least }) } else { Ok(()) }
}

impl fmt::Debug for Fpe {
    /// Shows no byte of the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fpe({}, {:?})", self.id, self.form)
    }
}

impl fmt::Display for InvalidFpe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Domain { radix, length, least } => write!(
                f,
                "fpe of {length} characters of {radix}: fewer than {LEAST_DOMAIN} texts, which could be guessed; the \
                 least is {least}"
            ),
            Self::Kept => f.write_str("fpe of cards keeps at most the first 6 and the last 4 digits"),
        }
    }
}

impl std::error::Error for InvalidFpe {}

#[cfg(test)]
mod tests;
