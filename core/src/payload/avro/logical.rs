//! Logical types of Avro: numbers and bytes that a person reads as something else.

use super::super::binary::{Cursor, Place, Short, write_varint, zigzag};
use super::super::render::{Malformed, Renderer};
use super::super::time;
use super::schema::Logical;
use super::{int, length, long, write_int, write_long};

/// Longest decimal that is read as a number, in bytes; a longer one is shown as the bytes that it is.
const MAX_DECIMAL: usize = 16;

pub(super) fn value(
    of: Logical,
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let start = cursor.at();
    match of {
        Logical::Date => {
            let days = int(cursor)?;
            let shown = time::date(i64::from(days)).unwrap_or_else(|| Short::new(format_args!("{days}")));
            place.shown(renderer, shown.bytes(), cursor.since(start), write_date)
        }
        Logical::Moment { per_second } => {
            let number = long(cursor)?;
            let (seconds, rest) = (number.div_euclid(per_second), number.rem_euclid(per_second));
            let shown = time::timestamp(seconds, (rest * (1_000_000_000 / per_second)) as u32);
            let shown = shown.unwrap_or_else(|| Short::new(format_args!("{number}")));
            let write = match per_second {
                1_000 => write_moment::<1_000>,
                1_000_000 => write_moment::<1_000_000>,
                _ => write_moment::<1_000_000_000>,
            };
            place.shown(renderer, shown.bytes(), cursor.since(start), write)
        }
        Logical::Decimal { scale } => {
            let len = length(cursor)?;
            let body = cursor.take(len)?;
            match decimal(cursor.bytes(body), scale) {
                Some(shown) => place.shown(renderer, shown.bytes(), cursor.since(start), write_zero),
                None => as_bytes(start, cursor, renderer, place),
            }
        }
        Logical::FixedDecimal { size, scale } => {
            let raw = cursor.take(size)?;
            match decimal(cursor.bytes(raw), scale) {
                Some(shown) => place.shown(renderer, shown.bytes(), raw, write_zeros),
                None => place.shown(renderer, cursor.bytes(raw), raw, write_zeros),
            }
        }
        Logical::Uuid => {
            let uuid: [u8; 16] = cursor.array()?;
            place.shown(renderer, hex(uuid).bytes(), cursor.since(start), write_uuid)
        }
    }
}

/// A decimal of more digits than a number here has: its bytes as they are.
fn as_bytes(
    start: usize,
    cursor: &Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let raw = cursor.since(start);
    place.shown(renderer, cursor.bytes(raw), raw, write_zero)
}

/// The number that bytes in two's complement are, the highest first, with `scale` digits after the point.
fn decimal(bytes: &[u8], scale: u32) -> Option<Short> {
    if bytes.len() > MAX_DECIMAL {
        return None;
    }
    let negative = bytes.first().is_some_and(|&byte| byte >= 0x80);
    let number = bytes.iter().fold(if negative { -1 } else { 0 }, |number: i128, &byte| number << 8 | i128::from(byte));
    let Some(unit) = 10_u128.checked_pow(scale).filter(|_| scale > 0) else {
        return Some(Short::new(format_args!("{number}")));
    };
    let (sign, size, scale) = (if negative { "-" } else { "" }, number.unsigned_abs(), scale as usize);
    Some(Short::new(format_args!("{sign}{}.{:0scale$}", size / unit, size % unit)))
}

fn hex(uuid: [u8; 16]) -> Short {
    let number = u128::from_be_bytes(uuid);
    let part = |from: u32, digits: u32| number >> (4 * (32 - from - digits)) & ((1 << (4 * digits)) - 1);
    Short::new(format_args!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        part(0, 8),
        part(8, 4),
        part(12, 4),
        part(16, 4),
        part(20, 12)
    ))
}

/// Days from 1970-01-01; 0 where the new text is neither a date nor a number.
fn write_date(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    match time::read_date(new) {
        Some(days) => write_int(Short::new(format_args!("{days}")).bytes(), old, out),
        None => write_int(new, old, out),
    }
}

/// Parts of a second from 1970-01-01; 0 where the new text is neither a time nor a number.
fn write_moment<const PER_SECOND: i64>(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    let parts = time::read_timestamp(new).and_then(|(seconds, nanos)| {
        seconds.checked_mul(PER_SECOND)?.checked_add(i64::from(nanos) / (1_000_000_000 / PER_SECOND))
    });
    match parts {
        Some(parts) => write_long(Short::new(format_args!("{parts}")).bytes(), old, out),
        None => write_long(new, old, out),
    }
}

/// A decimal of one byte, which is zero.
fn write_zero(_new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_varint(zigzag(1), out);
    out.push(0);
}

fn write_zeros(_new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    out.resize(out.len() + old.len(), 0);
}

/// The new one where the text is one; zeros elsewhere.
fn write_uuid(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let mut digits = [0; 32];
    let hyphens = new.len() == 36 && [8, 13, 18, 23].iter().all(|&at| new[at] == b'-');
    let hex = new.iter().filter(|&&byte| byte != b'-');
    let fits = hyphens && hex.clone().count() == 32;
    let number = fits.then(|| {
        digits.iter_mut().zip(hex).for_each(|(digit, &byte)| *digit = byte);
        u128::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()
    });
    out.extend_from_slice(&number.flatten().unwrap_or(0).to_be_bytes());
}
