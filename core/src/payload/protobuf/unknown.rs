//! Fields without a description: what their bytes look like.

use super::super::binary::{Cursor, Place, Short, fitted};
use super::super::render::{Form, Malformed, Renderer};
use super::descriptor::Types;
use super::number::{Scalar, write_any, write_double, write_fixed32, write_fixed64};
use super::wire::{self, FIXED32, FIXED64, LEN, VARINT};
use super::{message, message::text};

/// Doubles that a number of 64 bits is read as; small integers have the bits of far smaller ones.
const DOUBLES: std::ops::Range<f64> = 1e-6..1e17;

pub(super) fn field<'p>(
    number: u32,
    wire: u8,
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let start = cursor.at();
    match wire {
        VARINT => {
            let (shown, _) = Scalar::Uint64.read(cursor)?;
            place.shown(renderer, shown.bytes(), cursor.since(start), write_any)
        }
        FIXED32 => {
            let (shown, _) = Scalar::Fixed32.read(cursor)?;
            place.shown(renderer, shown.bytes(), cursor.since(start), write_fixed32)
        }
        FIXED64 => {
            let bytes = cursor.array()?;
            let double = f64::from_le_bytes(bytes);
            if DOUBLES.contains(&double.abs()) {
                return place.shown(renderer, Short::float(double).bytes(), cursor.since(start), write_double);
            }
            let shown = Short::new(format_args!("{}", u64::from_le_bytes(bytes)));
            place.shown(renderer, shown.bytes(), cursor.since(start), write_fixed64)
        }
        LEN => delimited(cursor, renderer, place),
        _ => message::object(&Types::default(), None, Some(number), place.name(), cursor, renderer),
    }
}

fn delimited<'p>(cursor: &mut Cursor<'p>, renderer: &mut Renderer<'p, '_>, place: Place<'_>) -> Result<(), Malformed> {
    let mut body = cursor.clone();
    let len = body.varint()?;
    let body = body.take(len)?;
    if body.is_empty() || !wire::is_message(cursor.within(body)) {
        return text(cursor, renderer, place);
    }
    let bytes = cursor.bytes(body);
    // The first field, delimited, has the tag of a line break, which few texts start with.
    if bytes[0] == b'\n' || !is_text(bytes) {
        return message::nested(&Types::default(), None, cursor, renderer, place);
    }
    // Whichever it is, no length within is wrong when this one stays.
    cursor.varint()?;
    cursor.take(len)?;
    place.begin(renderer, body, Form::Whole(fitted))?;
    renderer.plain(body);
    place.end(renderer);
    Ok(())
}

/// Characters, and no other control characters than those that lay out a text.
fn is_text(bytes: &[u8]) -> bool {
    let laid_out = |character: char| !character.is_control() || matches!(character, '\t' | '\n' | '\r');
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(laid_out))
}
