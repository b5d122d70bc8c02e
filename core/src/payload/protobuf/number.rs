//! Numbers of Protocol Buffers as text, and back: a new text that is no number of the type becomes 0.

use super::super::binary::{Cursor, Short, float, integer, unzigzag, write_varint, zigzag};
use super::super::render::Malformed;
use super::wire::{FIXED32, FIXED64, VARINT};

/// How a new value is written.
pub(super) type Write = fn(&[u8], &[u8], &mut Vec<u8>);

/// A type of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scalar {
    Double,
    Float,
    Int64,
    Uint64,
    Int32,
    Fixed64,
    Fixed32,
    Bool,
    Uint32,
    Sfixed32,
    Sfixed64,
    Sint32,
    Sint64,
}

impl Scalar {
    /// The type of its bytes.
    pub(super) fn wire(self) -> u8 {
        match self {
            Self::Double | Self::Fixed64 | Self::Sfixed64 => FIXED64,
            Self::Float | Self::Fixed32 | Self::Sfixed32 => FIXED32,
            _ => VARINT,
        }
    }

    /// The next value.
    pub(super) fn read(self, cursor: &mut Cursor<'_>) -> Result<(Short, Write), Malformed> {
        let shown = |number: i128| Short::new(format_args!("{number}"));
        Ok(match self {
            Self::Double => (Short::float(f64::from_le_bytes(cursor.array()?)), write_double),
            Self::Float => (Short::new(format_args!("{}", f32::from_le_bytes(cursor.array()?))), write_float),
            Self::Int64 => (shown(i128::from(cursor.varint()? as i64)), write_int64),
            Self::Uint64 => (shown(i128::from(cursor.varint()?)), write_uint64),
            // Parsers cut what has more bits than the type; here all of them are shown, so that nothing hides in them.
            Self::Int32 => (shown(i128::from(cursor.varint()? as i64)), write_int32),
            Self::Uint32 => (shown(i128::from(cursor.varint()?)), write_uint32),
            Self::Sint32 | Self::Sint64 => (shown(i128::from(unzigzag(cursor.varint()?))), {
                if self == Self::Sint32 { write_sint32 } else { write_sint64 }
            }),
            Self::Fixed64 => (shown(i128::from(u64::from_le_bytes(cursor.array()?))), write_fixed64),
            Self::Fixed32 => (shown(i128::from(u32::from_le_bytes(cursor.array()?))), write_fixed32),
            Self::Sfixed64 => (shown(i128::from(i64::from_le_bytes(cursor.array()?))), write_sfixed64),
            Self::Sfixed32 => (shown(i128::from(i32::from_le_bytes(cursor.array()?))), write_sfixed32),
            Self::Bool => match cursor.varint()? {
                0 => (Short::new(format_args!("false")), write_zero),
                1 => (Short::new(format_args!("true")), write_zero),
                more => (shown(i128::from(more)), write_zero),
            },
        })
    }
}

/// A varint that may be any: of its bits, or of those of a negative number.
pub(super) fn write_any(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let number = integer(new);
    let negative = number.and_then(|number| i64::try_from(number).ok()).map(|number| number as u64);
    write_varint(number.and_then(|number| u64::try_from(number).ok()).or(negative).unwrap_or(0), out);
}

/// Another symbol of an enum: the one of number 0, which most have; 1 in its place.
pub(super) fn write_other(_new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    out.push(u8::from(old.iter().all(|byte| byte & 0x7f == 0)));
}

pub(super) fn write_double(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&float(new).to_le_bytes());
}

pub(super) fn write_fixed64(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&narrow::<u64>(new).to_le_bytes());
}

pub(super) fn write_fixed32(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&narrow::<u32>(new).to_le_bytes());
}

fn write_float(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let number = float(new) as f32;
    out.extend_from_slice(&if number.is_finite() { number } else { 0.0 }.to_le_bytes());
}

fn write_int64(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_varint(narrow::<i64>(new) as u64, out);
}

fn write_uint64(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_varint(narrow(new), out);
}

/// A negative one has the bits of 64.
fn write_int32(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_varint(i64::from(narrow::<i32>(new)) as u64, out);
}

fn write_uint32(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_varint(u64::from(narrow::<u32>(new)), out);
}

fn write_sint32(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_varint(zigzag(i64::from(narrow::<i32>(new))), out);
}

fn write_sint64(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    write_varint(zigzag(narrow(new)), out);
}

fn write_sfixed64(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&narrow::<i64>(new).to_le_bytes());
}

fn write_sfixed32(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&narrow::<i32>(new).to_le_bytes());
}

fn write_zero(_new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.push(0);
}

fn narrow<T: TryFrom<i128> + Default>(new: &[u8]) -> T {
    integer(new).and_then(|number| T::try_from(number).ok()).unwrap_or_default()
}
