//! MessagePack, by its specification (msgpack.org, `spec.md`), with the extension of timestamps.
//!
//! Several values may follow each other. A key may be of any type; one that is an array or a map is a value among the
//! others here.

use super::binary::{Cursor, Place, Short, float, integer, kept};
use super::format::{Format, Structured, Walk};
use super::render::{Container, Malformed, Name, Renderer};
use super::time;
use crate::span::Span;

impl Format {
    /// MessagePack: one value or more.
    pub fn msgpack() -> Self {
        Self::Structured(Structured::new("msgpack", Msgpack))
    }
}

struct Msgpack;

impl Walk for Msgpack {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        let mut cursor = Cursor::new(renderer.payload());
        while !cursor.is_done() {
            value(&mut cursor, renderer, Place::Value(Name::None))?;
        }
        Ok(())
    }
}

/// The extension type of timestamps, which is -1.
const TIMESTAMP: u8 = 0xff;

fn value(cursor: &mut Cursor<'_>, renderer: &mut Renderer<'_, '_>, place: Place<'_>) -> Result<(), Malformed> {
    let start = cursor.at();
    let head = cursor.byte()?;
    match head {
        0x80..=0x8f => map(u64::from(head & 15), start, cursor, renderer, place),
        0x90..=0x9f => array(u64::from(head & 15), start, cursor, renderer, place),
        0xa0..=0xbf => text(u64::from(head & 31), start, write_text_head, cursor, renderer, place),
        0xc0 => place.shown(renderer, b"", cursor.since(start), kept),
        0xc2 => place.shown(renderer, b"false", cursor.since(start), write_false),
        0xc3 => place.shown(renderer, b"true", cursor.since(start), write_false),
        0xc4..=0xc6 => {
            let len = cursor.big_endian(1 << (head - 0xc4))?;
            text(len, start, write_bytes_head, cursor, renderer, place)
        }
        0xc7..=0xc9 => {
            let len = cursor.big_endian(1 << (head - 0xc7))?;
            extension(len, start, cursor, renderer, place)
        }
        0xca => {
            let number = f32::from_be_bytes(cursor.array()?);
            place.shown(renderer, Short::new(format_args!("{number}")).bytes(), cursor.since(start), write_single)
        }
        0xcb => {
            let number = f64::from_be_bytes(cursor.array()?);
            place.shown(renderer, Short::float(number).bytes(), cursor.since(start), write_double)
        }
        0xd4..=0xd8 => extension(1 << (head - 0xd4), start, cursor, renderer, place),
        0xd9..=0xdb => {
            let len = cursor.big_endian(1 << (head - 0xd9))?;
            text(len, start, write_text_head, cursor, renderer, place)
        }
        0xdc | 0xdd => {
            let count = cursor.big_endian(2 << (head - 0xdc))?;
            array(count, start, cursor, renderer, place)
        }
        0xde | 0xdf => {
            let count = cursor.big_endian(2 << (head - 0xde))?;
            map(count, start, cursor, renderer, place)
        }
        0xc1 => Err(Malformed::expected(start, "a MessagePack type")),
        0x00..=0x7f | 0xcc..=0xcf | 0xd0..=0xd3 | 0xe0..=0xff => {
            let number = number(head, cursor)?;
            place.shown(renderer, Short::new(format_args!("{number}")).bytes(), cursor.since(start), write_integer)
        }
    }
}

fn array(
    count: u64,
    start: usize,
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    renderer.open(place.name(), Container::List, start)?;
    for _ in 0..count {
        value(cursor, renderer, Place::Value(Name::None))?;
    }
    renderer.close();
    Ok(())
}

fn map(
    count: u64,
    start: usize,
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    renderer.open(place.name(), Container::Object, start)?;
    for _ in 0..count {
        let container = matches!(cursor.peek()?, 0x80..=0x9f | 0xdc..=0xdf);
        value(cursor, renderer, if container { Place::Value(Name::None) } else { Place::Key })?;
        value(cursor, renderer, Place::Value(if container { Name::None } else { Name::Key }))?;
    }
    renderer.close();
    Ok(())
}

/// Bytes after a head that tells how many.
fn text(
    len: u64,
    start: usize,
    write_head: fn(&[u8], usize, &mut Vec<u8>),
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let head = cursor.since(start);
    let body = cursor.take(len)?;
    let frame = renderer.frame(head, write_head);
    place.plain(renderer, body)?;
    renderer.end_frame(frame, body.end);
    Ok(())
}

fn extension(
    len: u64,
    start: usize,
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let kind = cursor.byte()?;
    let mut ahead = cursor.clone();
    let body = ahead.take(len)?;
    if kind == TIMESTAMP
        && let Some(shown) = moment(cursor.bytes(body))
    {
        *cursor = ahead;
        return place.shown(renderer, shown.bytes(), Span::new(start, body.end), write_moment);
    }
    text(len, start, write_extension_head, cursor, renderer, place)
}

/// A timestamp, in one of its three forms.
fn moment(body: &[u8]) -> Option<Short> {
    let number = |bytes: &[u8]| bytes.iter().fold(0, |number: u64, &byte| number << 8 | u64::from(byte));
    let (seconds, nanos) = match body.len() {
        4 => (number(body) as i64, 0),
        8 => ((number(body) & 0x3_ffff_ffff) as i64, number(body) >> 34),
        12 => (number(&body[4..]) as i64, number(&body[..4])),
        _ => return None,
    };
    time::timestamp(seconds, u32::try_from(nanos).ok().filter(|&nanos| nanos < 1_000_000_000)?)
}

fn number(head: u8, cursor: &mut Cursor<'_>) -> Result<i128, Malformed> {
    Ok(match head {
        0xcc..=0xcf => i128::from(cursor.big_endian(1 << (head - 0xcc))?),
        0xd0..=0xd3 => {
            let bytes = 1 << (head - 0xd0);
            let unused = 64 - 8 * bytes as u32;
            i128::from((cursor.big_endian(bytes)? << unused) as i64 >> unused)
        }
        fixed => i128::from(fixed as i8),
    })
}

/// The types of numbers that have a byte of their own: the byte, the numbers that fit, the bytes that follow.
const INTEGERS: [(u8, i128, i128, usize); 8] = [
    (0xcc, 0, u8::MAX as i128, 1),
    (0xcd, 0, u16::MAX as i128, 2),
    (0xce, 0, u32::MAX as i128, 4),
    (0xcf, 0, u64::MAX as i128, 8),
    (0xd0, i8::MIN as i128, i8::MAX as i128, 1),
    (0xd1, i16::MIN as i128, i16::MAX as i128, 2),
    (0xd2, i32::MIN as i128, i32::MAX as i128, 4),
    (0xd3, i64::MIN as i128, i64::MAX as i128, 8),
];

/// In the type that it had where it fits, else in the smallest that it fits.
fn write_integer(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    let range = i128::from(i64::MIN)..=i128::from(u64::MAX);
    let number = integer(new).filter(|number| range.contains(number)).unwrap_or(0);
    if old.len() == 1 && (-32..=127).contains(&number) {
        return out.push(number as u8);
    }
    let fits = |&&(_, least, most, _): &&(u8, i128, i128, usize)| (least..=most).contains(&number);
    let same = INTEGERS.iter().filter(|(head, ..)| *head == old[0]).find(fits);
    if let Some(&(head, _, _, bytes)) = same.or_else(|| INTEGERS.iter().find(fits)) {
        out.push(head);
        out.extend_from_slice(&number.to_be_bytes()[16 - bytes..]);
    }
}

fn write_single(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let number = float(new) as f32;
    out.push(0xca);
    out.extend_from_slice(&if number.is_finite() { number } else { 0.0 }.to_be_bytes());
}

fn write_double(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.push(0xcb);
    out.extend_from_slice(&float(new).to_be_bytes());
}

fn write_false(_new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.push(0xc2);
}

/// In the form that it had where it fits, else in the longest one.
fn write_moment(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    let (seconds, nanos) = time::read_timestamp(new).unwrap_or((0, 0));
    match old {
        [0xd6, ..] if nanos == 0 && u32::try_from(seconds).is_ok() => {
            out.extend([0xd6, TIMESTAMP]);
            out.extend_from_slice(&(seconds as u32).to_be_bytes());
        }
        [0xd7, ..] if (0..1 << 34).contains(&seconds) => {
            out.extend([0xd7, TIMESTAMP]);
            out.extend_from_slice(&(u64::from(nanos) << 34 | seconds as u64).to_be_bytes());
        }
        _ => {
            out.extend([0xc7, 12, TIMESTAMP]);
            out.extend_from_slice(&nanos.to_be_bytes());
            out.extend_from_slice(&seconds.to_be_bytes());
        }
    }
}

fn write_text_head(old: &[u8], len: usize, out: &mut Vec<u8>) {
    if old[0] < 0xd9 && len < 32 {
        out.push(0xa0 | len as u8);
    } else {
        write_head([0xd9, 0xda, 0xdb], old[0], len, out);
    }
}

fn write_bytes_head(old: &[u8], len: usize, out: &mut Vec<u8>) {
    write_head([0xc4, 0xc5, 0xc6], old[0], len, out);
}

fn write_extension_head(old: &[u8], len: usize, out: &mut Vec<u8>) {
    let fixed = (0xd4..=0xd8).contains(&old[0]) && len.is_power_of_two() && len <= 16;
    if fixed {
        out.push(0xd4 + len.ilog2() as u8);
    } else {
        write_head([0xc7, 0xc8, 0xc9], old[0], len, out);
    }
    out.extend(old.last());
}

/// A length of 1, 2 or 4 bytes: of as many as there were, or more where it does not fit.
fn write_head(heads: [u8; 3], old: u8, len: usize, out: &mut Vec<u8>) {
    let had = heads.iter().position(|&head| head == old).unwrap_or(0);
    let needs = if len < 1 << 8 { 0 } else { 1 + usize::from(len >= 1 << 16) };
    let size = had.max(needs);
    out.push(heads[size]);
    out.extend_from_slice(&(len as u32).to_be_bytes()[4 - (1 << size)..]);
}

#[cfg(test)]
mod tests;
