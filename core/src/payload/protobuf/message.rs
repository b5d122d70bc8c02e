//! Messages and their fields, by their description.

use super::super::binary::{Cursor, Place, Short, as_is, write_varint};
use super::super::render::{Container, Form, Malformed, Name, Renderer};
use super::descriptor::{Field, Kind, MessageId, Types};
use super::number::{Scalar, write_other};
use super::unknown;
use super::wire::{self, END_GROUP, GROUP, LEN, VARINT};
use crate::span::Span;

/// A message as an object: up to the end of the cursor's part, or of the group of that number.
pub(super) fn object<'p>(
    types: &Types,
    of: Option<MessageId>,
    group: Option<u32>,
    name: Name<'_>,
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, '_>,
) -> Result<(), Malformed> {
    renderer.open(name, Container::Object, cursor.at())?;
    let entry = of.is_some_and(|of| types.is_entry(of));
    // The key of an entry is read, and its value is not.
    let mut keyed = false;
    while group.is_some() || !cursor.is_done() {
        let start = cursor.at();
        let (number, wire) = wire::tag(cursor)?;
        if wire == END_GROUP {
            if group != Some(number) {
                return Err(Malformed::expected(start, "a field of a message"));
            }
            break;
        }
        let known = of.and_then(|of| types.field(of, number));
        let known = known.filter(|known| known.kind.takes(wire));
        let unnamed = Short::new(format_args!("field_{number}"));
        let name = known.map_or(unnamed.bytes(), |known| known.name.as_bytes());
        let place = match number {
            1 if entry && !keyed && known.is_some_and(|known| known.kind.is_key(wire)) => Place::Key,
            2 if keyed => Place::Value(Name::Key),
            _ => Place::Value(Name::Given(name)),
        };
        if keyed && number != 2 {
            no_value(start, renderer)?;
        }
        keyed = matches!(place, Place::Key);
        match known {
            Some(known) => field(types, known, number, wire, cursor, renderer, place)?,
            None => unknown::field(number, wire, cursor, renderer, place)?,
        }
    }
    if keyed {
        no_value(cursor.at(), renderer)?;
    }
    renderer.close();
    Ok(())
}

/// What a key has that has no value.
fn no_value(at: usize, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
    renderer.value(Name::Key, Span::new(at, at), Form::Text(as_is))?;
    renderer.end_value();
    Ok(())
}

/// A field whose kind takes bytes of that type.
fn field<'p>(
    types: &Types,
    of: &Field,
    number: u32,
    wire: u8,
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    match (of.kind, wire) {
        (Kind::Scalar(_) | Kind::Enum(_), LEN) => packed(types, of, cursor, renderer, place),
        (Kind::Scalar(_) | Kind::Enum(_), _) => single(types, of, cursor, renderer, place),
        (Kind::Message(of), GROUP) => object(types, Some(of), Some(number), place.name(), cursor, renderer),
        (Kind::Message(of), _) => nested(types, Some(of), cursor, renderer, place),
        (Kind::Text, _) => text(cursor, renderer, place),
    }
}

/// A number, or a symbol.
fn single(
    types: &Types,
    of: &Field,
    cursor: &mut Cursor<'_>,
    renderer: &mut Renderer<'_, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let start = cursor.at();
    let symbol = match of.kind {
        Kind::Enum(of) => types.symbol(of, cursor.clone().varint()? as i32),
        _ => None,
    };
    let scalar = if let Kind::Scalar(scalar) = of.kind { scalar } else { Scalar::Int32 };
    let (shown, write) = scalar.read(cursor)?;
    match symbol {
        Some(symbol) => place.shown(renderer, symbol.as_bytes(), cursor.since(start), write_other),
        None => place.shown(renderer, shown.bytes(), cursor.since(start), write),
    }
}

/// Numbers one after the other.
fn packed<'p>(
    types: &Types,
    of: &Field,
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    delimited(cursor, renderer, |body, cursor, renderer| {
        renderer.open(place.name(), Container::List, body.start)?;
        let mut cursor = cursor.within(body);
        while !cursor.is_done() {
            single(types, of, &mut cursor, renderer, Place::Value(Name::None))?;
        }
        renderer.close();
        Ok(())
    })
}

/// A message after its length.
pub(super) fn nested<'p>(
    types: &Types,
    of: Option<MessageId>,
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    delimited(cursor, renderer, |body, cursor, renderer| {
        object(types, of, None, place.name(), &mut cursor.within(body), renderer)
    })
}

/// Text or bytes after their length.
pub(super) fn text<'p>(
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, '_>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    delimited(cursor, renderer, |body, _, renderer| place.plain(renderer, body))
}

fn delimited<'p, 'r>(
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, 'r>,
    read: impl FnOnce(Span, &Cursor<'p>, &mut Renderer<'p, 'r>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let start = cursor.at();
    let len = cursor.varint()?;
    let frame = renderer.frame(cursor.since(start), |_, len, out| write_varint(len as u64, out));
    let body = cursor.take(len)?;
    read(body, cursor, renderer)?;
    renderer.end_frame(frame, body.end);
    Ok(())
}

impl Kind {
    /// True when a field of this kind may have bytes of that type: lists of numbers are packed or are not.
    fn takes(&self, wire: u8) -> bool {
        match self {
            Self::Scalar(scalar) => wire == scalar.wire() || wire == LEN,
            Self::Enum(_) => wire == VARINT || wire == LEN,
            Self::Message(_) => wire == LEN || wire == GROUP,
            Self::Text => wire == LEN,
        }
    }

    /// True when it can be the key of an entry.
    fn is_key(&self, wire: u8) -> bool {
        match self {
            Self::Scalar(scalar) => wire == scalar.wire(),
            Self::Text => true,
            _ => false,
        }
    }
}
