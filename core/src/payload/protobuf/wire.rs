//! The wire format: tags, and what follows each (protobuf.dev, "Encoding").

use super::super::binary::Cursor;
use super::super::render::Malformed;

pub(super) const VARINT: u8 = 0;
pub(super) const FIXED64: u8 = 1;
pub(super) const LEN: u8 = 2;
pub(super) const GROUP: u8 = 3;
pub(super) const END_GROUP: u8 = 4;
pub(super) const FIXED32: u8 = 5;

/// The highest number of a field.
const MAX_NUMBER: u64 = (1 << 29) - 1;

/// Reads a tag: the number of a field, and the type of its bytes.
pub(super) fn tag(cursor: &mut Cursor<'_>) -> Result<(u32, u8), Malformed> {
    let start = cursor.at();
    let tag = cursor.varint()?;
    let (number, wire) = (tag >> 3, (tag & 7) as u8);
    if wire > FIXED32 || !(1..=MAX_NUMBER).contains(&number) {
        return Err(Malformed::expected(start, "the tag of a field"));
    }
    Ok((number as u32, wire))
}

/// True when the cursor's part reads as fields from start to end, and their values as bytes of the right number.
pub(super) fn is_message(mut cursor: Cursor<'_>) -> bool {
    let mut groups = Vec::new();
    while !cursor.is_done() {
        let Ok((number, wire)) = tag(&mut cursor) else { return false };
        let read = match wire {
            VARINT => cursor.varint().is_ok(),
            FIXED64 => cursor.take(8).is_ok(),
            FIXED32 => cursor.take(4).is_ok(),
            LEN => cursor.varint().and_then(|len| cursor.take(len)).is_ok(),
            GROUP => {
                groups.push(number);
                true
            }
            _ => groups.pop() == Some(number),
        };
        if !read {
            return false;
        }
    }
    groups.is_empty()
}
