//! Which characters are encrypted, and which stay where they are.

use crate::transform::place::is_escape;

/// The letters and digits that values are written with. All other letters and digits are refused, so that none stays in
/// clear by mistake; what is neither stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Alphabet {
    /// `0-9`: at least 6 of them.
    Digits,
    /// `0-9A-Z`: at least 4.
    Upper,
    /// `0-9a-z`: at least 4.
    Lower,
    /// `0-9A-Za-z`: at least 4.
    Alphanumeric,
}

const LETTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LOWER: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

impl Alphabet {
    /// Characters that it has.
    pub(super) fn radix(self) -> u32 {
        self.letters().len() as u32
    }

    /// The numerals of a text. None where it has letters or digits of others, an escape, or is no UTF-8.
    pub(super) fn numerals(self, text: &[u8]) -> Option<Vec<u16>> {
        let text = std::str::from_utf8(text).ok()?;
        let mut numerals = Vec::with_capacity(text.len());
        for character in text.chars() {
            match self.numeral(character) {
                Some(numeral) => numerals.push(numeral),
                None if character.is_alphanumeric() || is_escape(character) => return None,
                None => {}
            }
        }
        Some(numerals)
    }

    /// Appends `text` with its letters and digits replaced, one by one.
    pub(super) fn write(self, text: &[u8], numerals: &[u16], out: &mut Vec<u8>) {
        let mut numerals = numerals.iter();
        out.extend(text.iter().map(|&byte| match self.numeral(char::from(byte)) {
            Some(_) => numerals.next().map_or(b'*', |&numeral| self.letters()[usize::from(numeral)]),
            None => byte,
        }));
    }

    fn letters(self) -> &'static [u8] {
        match self {
            Self::Digits => &LETTERS[..10],
            Self::Upper => &LETTERS[..36],
            Self::Lower => LOWER,
            Self::Alphanumeric => LETTERS,
        }
    }

    fn numeral(self, character: char) -> Option<u16> {
        let byte = u8::try_from(character).ok()?;
        let at = match (self, byte) {
            (_, b'0'..=b'9') => byte - b'0',
            (Self::Upper | Self::Alphanumeric, b'A'..=b'Z') => byte - b'A' + 10,
            (Self::Lower, b'a'..=b'z') => byte - b'a' + 10,
            (Self::Alphanumeric, b'a'..=b'z') => byte - b'a' + 36,
            _ => return None,
        };
        Some(u16::from(at))
    }
}
