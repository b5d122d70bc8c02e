//! CBOR: RFC 8949, and sequences of RFC 8742.
//!
//! A string in chunks is read as one, and becomes one chunk when it changes. Tags stay; those that say how to read what
//! they stand before are heeded: times in seconds (1), large numbers (2, 3) and CBOR in a byte string (24).

mod number;

use super::binary::{Cursor, Place, Short, kept};
use super::format::{Format, Structured, Walk};
use super::render::{Container, Form, Malformed, Name, Renderer};
use super::time;
use crate::span::Span;

impl Format {
    /// CBOR: one data item or more.
    pub fn cbor() -> Self {
        Self::Structured(Structured::new("cbor", Cbor))
    }
}

struct Cbor;

impl Walk for Cbor {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        items(&mut Cursor::new(renderer.payload()), renderer)
    }
}

/// The head of a data item.
#[derive(Clone, Copy)]
struct Head {
    major: u8,
    /// The number in it: a value, a length, a count, a tag. `None` where it is open: a break ends it.
    argument: Option<u64>,
    span: Span,
}

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;
const TAG: u8 = 6;

/// Ends what is open.
const BREAK: u8 = 0xff;

/// Tags by the registry of CBOR tags (IANA), as RFC 8949 §3.4 defines them.
const EPOCH: u64 = 1;
const BIGNUM: u64 = 2;
const NEGATIVE_BIGNUM: u64 = 3;
const ENCODED: u64 = 24;

impl Head {
    fn read(cursor: &mut Cursor<'_>) -> Result<Self, Malformed> {
        let start = cursor.at();
        let first = cursor.byte()?;
        let (major, info) = (first >> 5, first & 31);
        let argument = match info {
            0..=23 => Some(u64::from(info)),
            24..=27 => Some(cursor.big_endian(1 << (info - 24))?),
            31 if (BYTES..=MAP).contains(&major) => None,
            _ => return Err(Malformed::expected(start, "a CBOR data item")),
        };
        Ok(Self { major, argument, span: cursor.since(start) })
    }

    /// The tag right before an item, and the head of the item.
    fn tagged(cursor: &mut Cursor<'_>) -> Result<(Option<u64>, Self), Malformed> {
        let mut tag = None;
        loop {
            let head = Self::read(cursor)?;
            if head.major != TAG {
                return Ok((tag, head));
            }
            tag = head.argument;
        }
    }
}

/// Appends a head, the shortest.
fn write_head(major: u8, argument: u64, out: &mut Vec<u8>) {
    let bytes = argument.to_be_bytes();
    let (info, skip) = match argument {
        0..=23 => (argument as u8, 8),
        24..=0xff => (24, 7),
        0x100..=0xffff => (25, 6),
        0x1_0000..=0xffff_ffff => (26, 4),
        _ => (27, 0),
    };
    out.push(major << 5 | info);
    out.extend_from_slice(&bytes[skip..]);
}

fn items(cursor: &mut Cursor<'_>, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
    while !cursor.is_done() {
        item(cursor, renderer, Place::Value(Name::None))?;
    }
    Ok(())
}

fn item(cursor: &mut Cursor<'_>, renderer: &mut Renderer<'_, '_>, place: Place<'_>) -> Result<(), Malformed> {
    let (tag, head) = Head::tagged(cursor)?;
    match (head.major, head.argument, tag) {
        (ARRAY, count, _) => array(count, head, cursor, renderer, place),
        (MAP, count, _) => map(count, head, cursor, renderer, place),
        (BYTES | TEXT, None, _) => chunks(head, cursor, renderer, place),
        (BYTES, Some(len), Some(BIGNUM | NEGATIVE_BIGNUM)) => {
            let body = cursor.take(len)?;
            let negative = tag == Some(NEGATIVE_BIGNUM);
            match number::bignum(cursor.bytes(body), negative) {
                Some(shown) => {
                    let write = if negative { number::write_negative_bignum } else { number::write_bignum };
                    place.shown(renderer, shown.bytes(), Span::new(head.span.start, body.end), write)
                }
                None => string(head, body, renderer, place),
            }
        }
        (BYTES, Some(len), Some(ENCODED)) => {
            let body = cursor.take(len)?;
            encoded(head, body, cursor, renderer, place)
        }
        (BYTES | TEXT, Some(len), _) => {
            let body = cursor.take(len)?;
            string(head, body, renderer, place)
        }
        (UNSIGNED | NEGATIVE, Some(argument), _) => {
            let number = if head.major == UNSIGNED { i128::from(argument) } else { -1 - i128::from(argument) };
            let moment = i64::try_from(number).ok().filter(|_| tag == Some(EPOCH));
            match moment.and_then(|seconds| time::timestamp(seconds, 0)) {
                Some(shown) => place.shown(renderer, shown.bytes(), head.span, number::write_moment),
                None => {
                    let shown = Short::new(format_args!("{number}"));
                    place.shown(renderer, shown.bytes(), head.span, number::write_integer)
                }
            }
        }
        (_, argument, _) => simple(head, argument.unwrap_or(0), renderer, place),
    }
}

fn string(head: Head, body: Span, renderer: &mut Renderer<'_, '_>, place: Place<'_>) -> Result<(), Malformed> {
    let frame = renderer.frame(head.span, write_length);
    place.plain(renderer, body)?;
    renderer.end_frame(frame, body.end);
    Ok(())
}

fn write_length(old: &[u8], len: usize, out: &mut Vec<u8>) {
    write_head(old[0] >> 5, len as u64, out);
}

/// A string in chunks, each with its own length: what is found may lie across them.
fn chunks(
    head: Head,
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let mut again = cursor.clone();
    while chunk(head, cursor)?.is_some() {}
    place.begin(renderer, cursor.since(head.span.start), Form::Whole(write_chunk))?;
    while let Some(body) = chunk(head, &mut again)? {
        renderer.plain(body);
    }
    place.end(renderer);
    Ok(())
}

/// The next chunk; `None` for the break after the last one.
fn chunk(of: Head, cursor: &mut Cursor<'_>) -> Result<Option<Span>, Malformed> {
    if cursor.peek()? == BREAK {
        cursor.byte()?;
        return Ok(None);
    }
    match Head::read(cursor)? {
        Head { major, argument: Some(len), .. } if major == of.major => cursor.take(len).map(Some),
        head => Err(Malformed::expected(head.span.start, "a chunk of the string")),
    }
}

/// All of the string in one chunk.
fn write_chunk(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    out.push(old[0]);
    write_head(old[0] >> 5, new.len() as u64, out);
    out.extend_from_slice(new);
    out.push(BREAK);
}

/// A byte string that holds CBOR, as the tag before it says; where it does not, it is a byte string like others.
fn encoded(
    head: Head,
    body: Span,
    cursor: &Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let mark = renderer.mark();
    let frame = renderer.frame(head.span, write_length);
    // What nests deeper than may be is refused here, too: it is no other kind of string.
    renderer.open(place.name(), Container::List, head.span.start)?;
    match items(&mut cursor.within(body), renderer) {
        Ok(()) => {
            renderer.close();
            renderer.end_frame(frame, body.end);
            Ok(())
        }
        Err(malformed) if malformed.is_limit() => Err(malformed),
        Err(_) => {
            renderer.back_to(mark);
            string(head, body, renderer, place)
        }
    }
}

/// True at the end of a container: all its items are read, or a break is next, which is read.
fn ends(count: &mut Option<u64>, cursor: &mut Cursor<'_>) -> Result<bool, Malformed> {
    match count {
        Some(0) => Ok(true),
        Some(left) => {
            *left -= 1;
            Ok(false)
        }
        None if cursor.peek()? == BREAK => cursor.byte().map(|_| true),
        None => Ok(false),
    }
}

fn array(
    mut count: Option<u64>,
    head: Head,
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    renderer.open(place.name(), Container::List, head.span.start)?;
    while !ends(&mut count, cursor)? {
        item(cursor, renderer, Place::Value(Name::None))?;
    }
    renderer.close();
    Ok(())
}

fn map(
    mut count: Option<u64>,
    head: Head,
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    renderer.open(place.name(), Container::Object, head.span.start)?;
    while !ends(&mut count, cursor)? {
        // A key with items of its own is a value among the others.
        let (tag, key) = Head::tagged(&mut cursor.clone())?;
        let container = matches!(key.major, ARRAY | MAP) || tag == Some(ENCODED);
        item(cursor, renderer, if container { Place::Value(Name::None) } else { Place::Key })?;
        item(cursor, renderer, Place::Value(if container { Name::None } else { Name::Key }))?;
    }
    renderer.close();
    Ok(())
}

/// What major type 7 has: floats, and values that are words.
fn simple(head: Head, argument: u64, renderer: &mut Renderer<'_, '_>, place: Place<'_>) -> Result<(), Malformed> {
    let bits = argument;
    let number = match (head.span.len(), argument) {
        (1, 20) => return place.shown(renderer, b"false", head.span, write_false),
        (1, 21) => return place.shown(renderer, b"true", head.span, write_false),
        (1, _) | (2, 32..) => return place.shown(renderer, b"", head.span, kept),
        (2, _) => return Err(Malformed::expected(head.span.start, "a CBOR simple value")),
        (3, _) => number::half(bits as u16),
        (5, _) => f64::from(f32::from_bits(bits as u32)),
        _ => f64::from_bits(bits),
    };
    // A single is shown with the digits that it has, not with those of the double that it equals.
    let shown = match head.span.len() {
        5 => Short::new(format_args!("{}", number as f32)),
        _ => Short::float(number),
    };
    place.shown(renderer, shown.bytes(), head.span, number::write_float)
}

fn write_false(_new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.push(0xf4);
}

#[cfg(test)]
mod tests;
