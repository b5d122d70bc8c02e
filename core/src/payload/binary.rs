//! What the binary formats share: a cursor over the payload, the place that a value goes to, numbers as text and back.

use std::fmt;
use std::io::Write;

use super::render::{Form, Malformed, Name, Renderer};
use crate::span::Span;

/// Reads a part of a payload from left to right. Nothing is read, or made room for, beyond its end.
#[derive(Clone)]
pub(super) struct Cursor<'p> {
    payload: &'p [u8],
    at: usize,
    end: usize,
}

impl<'p> Cursor<'p> {
    /// Over all of the payload.
    pub(super) fn new(payload: &'p [u8]) -> Self {
        Self { payload, at: 0, end: payload.len() }
    }

    /// Over a part of the payload, by the same offsets.
    pub(super) fn within(&self, part: Span) -> Self {
        Self { payload: self.payload, at: part.start, end: part.end }
    }

    /// Where the next byte is.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// True when all is read.
    pub(super) fn is_done(&self) -> bool {
        self.at == self.end
    }

    /// What was read from `start` on.
    pub(super) fn since(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    /// The bytes of a span.
    pub(super) fn bytes(&self, span: Span) -> &'p [u8] {
        &self.payload[span.range()]
    }

    /// The next byte, which is not read.
    pub(super) fn peek(&self) -> Result<u8, Malformed> {
        if self.is_done() { Err(Malformed::truncated(self.end)) } else { Ok(self.payload[self.at]) }
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Result<u8, Malformed> {
        let byte = self.peek()?;
        self.at += 1;
        Ok(byte)
    }

    /// The next `len` bytes.
    pub(super) fn take(&mut self, len: u64) -> Result<Span, Malformed> {
        let start = self.at;
        match usize::try_from(len) {
            Ok(len) if len <= self.end - start => {
                self.at += len;
                Ok(self.since(start))
            }
            _ => Err(Malformed::truncated(self.end)),
        }
    }

    /// The next `N` bytes.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let span = self.take(N as u64)?;
        let mut array = [0; N];
        array.copy_from_slice(self.bytes(span));
        Ok(array)
    }

    /// The next `len` bytes, of which there are at most 8, as a number, the highest byte first.
    pub(super) fn big_endian(&mut self, len: usize) -> Result<u64, Malformed> {
        let span = self.take(len as u64)?;
        Ok(self.bytes(span).iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
    }

    /// A number of seven bits a byte, the lowest first; all bytes but the last have the eighth bit (LEB128).
    pub(super) fn varint(&mut self) -> Result<u64, Malformed> {
        let start = self.at;
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte > 1 {
                break;
            }
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Malformed::expected(start, "a number of at most 64 bits"))
    }
}

/// Appends a number of seven bits a byte.
pub(super) fn write_varint(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// The number that a zigzag code stands for: 0, -1, 1, -2, ...
pub(super) fn unzigzag(code: u64) -> i64 {
    (code >> 1) as i64 ^ -((code & 1) as i64)
}

/// The zigzag code of a number.
pub(super) fn zigzag(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

/// [`Form::Text`] where any bytes may stand.
pub(super) fn as_is(new: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(new);
}

/// The bytes stay: for what says nothing, and has no other value to become.
pub(super) fn kept(_new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(old);
}

/// As many bytes as there were, where a length may not change: what is new is cut, or filled up with asterisks, between
/// the bytes that stay.
pub(super) fn fitted(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    let most = new.len().min(old.len());
    let before = new.iter().zip(old).take_while(|(new, old)| new == old).count();
    let after = new.iter().rev().zip(old.iter().rev()).take(most - before).take_while(|(new, old)| new == old).count();
    let room = old.len() - before - after;
    let fresh = &new[before..new.len() - after];
    out.extend_from_slice(&new[..before]);
    out.extend_from_slice(&fresh[..fresh.len().min(room)]);
    out.extend(std::iter::repeat_n(b'*', room.saturating_sub(fresh.len())));
    out.extend_from_slice(&old[old.len() - after..]);
}

/// The number that a new text is.
pub(super) fn integer(new: &[u8]) -> Option<i128> {
    std::str::from_utf8(new).ok()?.trim().parse().ok()
}

/// The number that a new text is; 0 where it is none.
pub(super) fn float(new: &[u8]) -> f64 {
    let text = std::str::from_utf8(new).unwrap_or_default();
    text.trim().parse().ok().filter(|number: &f64| number.is_finite()).unwrap_or(0.0)
}

/// Where the next value goes.
#[derive(Clone, Copy)]
pub(super) enum Place<'n> {
    /// It is a value of that name.
    Value(Name<'n>),
    /// It is the key of the next one.
    Key,
}

impl Place<'_> {
    /// The name that a container gets here: as a key it has none, and is a value among the others.
    pub(super) fn name(&self) -> Name<'_> {
        match *self {
            Self::Value(name) => name,
            Self::Key => Name::None,
        }
    }

    /// Starts what takes the bytes `raw`.
    pub(super) fn begin(&self, renderer: &mut Renderer<'_, '_>, raw: Span, form: Form) -> Result<(), Malformed> {
        match *self {
            Self::Value(name) => renderer.value(name, raw, form),
            Self::Key => renderer.key(raw, form),
        }
    }

    /// Ends it.
    pub(super) fn end(&self, renderer: &mut Renderer<'_, '_>) {
        match self {
            Self::Value(_) => renderer.end_value(),
            Self::Key => renderer.end_key(),
        }
    }

    /// Bytes that read as they are, and may be replaced in part.
    pub(super) fn plain(&self, renderer: &mut Renderer<'_, '_>, raw: Span) -> Result<(), Malformed> {
        self.begin(renderer, raw, Form::Text(as_is))?;
        renderer.plain(raw);
        self.end(renderer);
        Ok(())
    }

    /// Bytes that read as `shown`, and are replaced as a whole.
    pub(super) fn shown(
        &self,
        renderer: &mut Renderer<'_, '_>,
        shown: &[u8],
        raw: Span,
        encode: fn(&[u8], &[u8], &mut Vec<u8>),
    ) -> Result<(), Malformed> {
        self.begin(renderer, raw, Form::Number(encode))?;
        // Nothing can stand for no byte: a value without any is one that its schema gives.
        if !raw.is_empty() {
            renderer.reads_as(shown, raw);
        }
        self.end(renderer);
        Ok(())
    }
}

/// A short text, without an allocation.
pub(super) struct Short {
    bytes: [u8; 64],
    len: usize,
}

impl Short {
    /// What is formatted, up to 64 bytes of it.
    pub(super) fn new(what: fmt::Arguments<'_>) -> Self {
        let mut bytes = [0; 64];
        let mut rest = &mut bytes[..];
        // What does not fit is left out; callers format what fits.
        let _ = rest.write_fmt(what);
        let len = 64 - rest.len();
        Self { bytes, len }
    }

    /// A number in decimal; far from 1 with an exponent.
    pub(super) fn float(number: f64) -> Self {
        let size = number.abs();
        if size == 0.0 || (1e-7..1e21).contains(&size) {
            Self::new(format_args!("{number}"))
        } else {
            Self::new(format_args!("{number:e}"))
        }
    }

    /// The text.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn varints_there_and_back() {
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX - 1, u64::MAX] {
            let mut bytes = Vec::new();
            write_varint(number, &mut bytes);
            let mut cursor = Cursor::new(&bytes);
            assert_eq!(cursor.varint(), Ok(number));
            assert!(cursor.is_done());
            assert_eq!(Cursor::new(&bytes[..bytes.len() - 1]).varint(), Err(Malformed::truncated(bytes.len() - 1)));
            assert_eq!(zigzag(unzigzag(number)), number);
        }
        // 300, as the Protocol Buffers documentation ("Encoding") writes it.
        assert_eq!(Cursor::new(&[0xac, 0x02]).varint(), Ok(300));
        assert!(Cursor::new(&[0xff; 11]).varint().is_err());
        assert!(Cursor::new(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02]).varint().is_err());
        assert_eq!([0, -1, 1, -2, 2].map(zigzag), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn lengths_beyond_the_end_are_refused() {
        let mut cursor = Cursor::new(b"abc");
        assert_eq!(cursor.take(u64::MAX), Err(Malformed::truncated(3)));
        assert_eq!(cursor.take(3), Ok(Span::new(0, 3)));
        assert_eq!(cursor.byte(), Err(Malformed::truncated(3)));
    }

    #[test]
    fn what_is_new_is_fitted() {
        for (new, old, expected) in [
            ("[X]", "secret", "[X]***"),
            ("a [LONG] b", "a 12 b", "a [L b"),
            ("to [X] now", "to 12345 now", "to [X]** now"),
            ("same", "same", "same"),
            ("", "abc", "***"),
            ("aa", "aaaa", "aa**"),
            ("aaaa", "aa", "aa"),
        ] {
            let mut out = Vec::new();
            fitted(new.as_bytes(), old.as_bytes(), &mut out);
            assert_eq!(out, expected.as_bytes(), "{new} {old}");
        }
    }

    #[test]
    fn numbers_are_short() {
        for (number, shown) in
            [(4111111111111111.0, "4111111111111111"), (0.5, "0.5"), (-0.0, "-0"), (f64::NAN, "NaN"), (1e300, "1e300")]
        {
            assert_eq!(Short::float(number).bytes(), shown.as_bytes());
        }
        for number in [f64::MIN_POSITIVE, f64::MAX, 1.0 / 3.0e6, -9.999999999999999e20, 1.2345678901234567e-7] {
            assert_eq!(float(Short::float(number).bytes()), number);
        }
        assert_eq!((integer(b"-12"), integer(b"x"), integer(b"")), (Some(-12), None, None));
        assert_eq!((float(b"1.5"), float(b"inf"), float(b"[X]")), (1.5, 0.0, 0.0));
    }
}
