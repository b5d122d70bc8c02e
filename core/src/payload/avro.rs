//! Avro, binary encoding (Apache Avro specification 1.12), read by the schema that it was written with.
//!
//! Values without their names are nothing but bytes: the names of fields come from the schema. A symbol of an enum can
//! only become another symbol, and bytes of a fixed size keep their number.

mod logical;
mod schema;

use super::binary::{Cursor, Place, Short, as_is, fitted, float, integer, kept, unzigzag, write_varint, zigzag};
use super::format::{Format, Structured, Walk};
use super::render::{Container, Form, Malformed, Name, Renderer};
use super::schema_error::SchemaError;
use schema::{Schema, Type, TypeId};

impl Format {
    /// Avro of that schema, a JSON text, with nothing before it.
    ///
    /// # Errors
    ///
    /// The schema cannot be read; the error says where in it.
    pub fn avro(schema: &str) -> Result<Self, SchemaError> {
        Ok(Avro::format(Header::None, vec![(0, Schema::parse(schema)?)]))
    }

    /// Avro of that schema after the header of single objects: a marker and a fingerprint of the schema, which is not
    /// checked.
    ///
    /// # Errors
    ///
    /// As [`Format::avro`].
    pub fn avro_single_object(schema: &str) -> Result<Self, SchemaError> {
        Ok(Avro::format(Header::SingleObject, vec![(0, Schema::parse(schema)?)]))
    }

    /// Avro after the header of Confluent's registry: a zero, and the id of one of these schemas in four bytes.
    ///
    /// # Errors
    ///
    /// As [`Format::avro`]; the place starts with the id of the schema.
    pub fn avro_registry<S: AsRef<str>>(schemas: impl IntoIterator<Item = (u32, S)>) -> Result<Self, SchemaError> {
        let parse = |(id, text): (u32, S)| Ok((id, Schema::parse(text.as_ref()).map_err(|error| error.within(id))?));
        Ok(Avro::format(Header::Registry, schemas.into_iter().map(parse).collect::<Result<_, _>>()?))
    }
}

/// What stands before the value.
#[derive(Clone, Copy)]
enum Header {
    None,
    SingleObject,
    Registry,
}

struct Avro {
    header: Header,
    schemas: Vec<(u32, Schema)>,
}

impl Avro {
    fn format(header: Header, schemas: Vec<(u32, Schema)>) -> Format {
        Format::Structured(Structured::new("avro", Self { header, schemas }))
    }

    /// Reads the header: which schema the value has.
    fn schema(&self, cursor: &mut Cursor<'_>) -> Result<&Schema, Malformed> {
        let start = cursor.at();
        let id = match self.header {
            Header::None => 0,
            Header::SingleObject => {
                // The fingerprint has eight bytes.
                let header: [u8; 10] = cursor.array()?;
                if header[..2] != [0xc3, 0x01] {
                    return Err(Malformed::expected(start, "the marker of an Avro single object"));
                }
                0
            }
            Header::Registry => {
                if cursor.byte()? != 0 {
                    return Err(Malformed::expected(start, "the zero before the id of a schema"));
                }
                u32::from_be_bytes(cursor.array()?)
            }
        };
        let found = self.schemas.iter().find(|(of, _)| *of == id);
        found.map(|(_, schema)| schema).ok_or(Malformed::expected(start + 1, "the id of a known schema"))
    }
}

impl Walk for Avro {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        let mut cursor = Cursor::new(renderer.payload());
        let schema = self.schema(&mut cursor)?;
        value(schema, schema.root(), &mut cursor, renderer, Place::Value(Name::None))?;
        if cursor.is_done() { Ok(()) } else { Err(Malformed::expected(cursor.at(), "the end of the payload")) }
    }
}

fn value<'p, 'r>(
    schema: &Schema,
    of: TypeId,
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, 'r>,
    place: Place<'_>,
) -> Result<(), Malformed> {
    let start = cursor.at();
    match schema.of(of) {
        Type::Null => place.shown(renderer, b"", cursor.since(start), kept),
        Type::Boolean => {
            let shown: &[u8] = match cursor.byte()? {
                0 => b"false",
                1 => b"true",
                _ => return Err(Malformed::expected(start, "an Avro boolean")),
            };
            place.shown(renderer, shown, cursor.since(start), write_false)
        }
        Type::Int => {
            let shown = Short::new(format_args!("{}", int(cursor)?));
            place.shown(renderer, shown.bytes(), cursor.since(start), write_int)
        }
        Type::Long => {
            let shown = Short::new(format_args!("{}", long(cursor)?));
            place.shown(renderer, shown.bytes(), cursor.since(start), write_long)
        }
        Type::Float => {
            let shown = Short::new(format_args!("{}", f32::from_le_bytes(cursor.array()?)));
            place.shown(renderer, shown.bytes(), cursor.since(start), write_float)
        }
        Type::Double => {
            let shown = Short::float(f64::from_le_bytes(cursor.array()?));
            place.shown(renderer, shown.bytes(), cursor.since(start), write_double)
        }
        Type::Logical(logical) => logical::value(*logical, cursor, renderer, place),
        Type::Bytes | Type::String => bytes(cursor, renderer, place),
        Type::Fixed(size) => {
            let raw = cursor.take(*size)?;
            place.begin(renderer, raw, Form::Whole(fitted))?;
            renderer.plain(raw);
            place.end(renderer);
            Ok(())
        }
        Type::Enum(symbols) => {
            let index = long(cursor)?;
            let symbol = usize::try_from(index).ok().and_then(|index| symbols.get(index));
            let symbol = symbol.ok_or(Malformed::expected(start, "a symbol of the enum"))?;
            // The only symbol says nothing.
            let write = if symbols.len() > 1 { write_other } else { kept };
            place.shown(renderer, symbol.as_bytes(), cursor.since(start), write)
        }
        Type::Union(branches) => {
            let index = long(cursor)?;
            let branch = usize::try_from(index).ok().and_then(|index| branches.get(index));
            let branch = *branch.ok_or(Malformed::expected(start, "a branch of the union"))?;
            value(schema, branch, cursor, renderer, place)
        }
        Type::Record(fields) => {
            renderer.open(place.name(), Container::Object, start)?;
            for (name, of) in fields {
                value(schema, *of, cursor, renderer, Place::Value(Name::Given(name.as_bytes())))?;
            }
            renderer.close();
            Ok(())
        }
        Type::Array(items) => {
            renderer.open(place.name(), Container::List, start)?;
            blocks(cursor, renderer, |cursor, renderer| {
                value(schema, *items, cursor, renderer, Place::Value(Name::None))
            })?;
            renderer.close();
            Ok(())
        }
        Type::Map(values) => {
            renderer.open(place.name(), Container::Object, start)?;
            blocks(cursor, renderer, |cursor, renderer| {
                bytes(cursor, renderer, Place::Key)?;
                value(schema, *values, cursor, renderer, Place::Value(Name::Key))
            })?;
            renderer.close();
            Ok(())
        }
    }
}

/// The items of an array or a map: blocks of so many, up to one of none. A negative count is followed by the length of
/// its block in bytes.
fn blocks<'p, 'r>(
    cursor: &mut Cursor<'p>,
    renderer: &mut Renderer<'p, 'r>,
    mut item: impl FnMut(&mut Cursor<'p>, &mut Renderer<'p, 'r>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let mut items = |count: u64, cursor: &mut Cursor<'p>, renderer: &mut Renderer<'p, 'r>| {
        for _ in 0..count {
            let start = cursor.at();
            item(cursor, renderer)?;
            // Nothing in it: nor is there in the others, however many they are.
            if cursor.at() == start {
                break;
            }
        }
        Ok(())
    };
    loop {
        let start = cursor.at();
        let count = long(cursor)?;
        if count == 0 {
            return Ok(());
        }
        if count > 0 {
            items(count.unsigned_abs(), cursor, renderer)?;
            continue;
        }
        let len = length(cursor)?;
        let frame = renderer.frame(cursor.since(start), write_block_head);
        let body = cursor.take(len)?;
        let mut within = cursor.within(body);
        items(count.unsigned_abs(), &mut within, renderer)?;
        if !within.is_done() {
            return Err(Malformed::expected(within.at(), "the end of the block"));
        }
        renderer.end_frame(frame, body.end);
    }
}

fn write_block_head(old: &[u8], len: usize, out: &mut Vec<u8>) {
    let count = old.iter().position(|&byte| byte < 0x80).map_or(0, |last| last + 1);
    out.extend_from_slice(&old[..count]);
    write_varint(zigzag(len as i64), out);
}

/// Bytes after their length.
fn bytes(cursor: &mut Cursor<'_>, renderer: &mut Renderer<'_, '_>, place: Place<'_>) -> Result<(), Malformed> {
    let start = cursor.at();
    let len = length(cursor)?;
    let frame = renderer.frame(cursor.since(start), |_, len, out| write_varint(zigzag(len as i64), out));
    let body = cursor.take(len)?;
    place.begin(renderer, body, Form::Text(as_is))?;
    renderer.plain(body);
    place.end(renderer);
    renderer.end_frame(frame, body.end);
    Ok(())
}

fn long(cursor: &mut Cursor<'_>) -> Result<i64, Malformed> {
    cursor.varint().map(unzigzag)
}

fn int(cursor: &mut Cursor<'_>) -> Result<i32, Malformed> {
    let start = cursor.at();
    i32::try_from(long(cursor)?).map_err(|_| Malformed::expected(start, "a number of at most 32 bits"))
}

fn length(cursor: &mut Cursor<'_>) -> Result<u64, Malformed> {
    let start = cursor.at();
    u64::try_from(long(cursor)?).map_err(|_| Malformed::expected(start, "a length"))
}

fn write_int(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let number = integer(new).and_then(|number| i32::try_from(number).ok()).unwrap_or(0);
    write_varint(zigzag(i64::from(number)), out);
}

fn write_long(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let number = integer(new).and_then(|number| i64::try_from(number).ok()).unwrap_or(0);
    write_varint(zigzag(number), out);
}

fn write_float(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let number = float(new) as f32;
    out.extend_from_slice(&if number.is_finite() { number } else { 0.0 }.to_le_bytes());
}

fn write_double(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&float(new).to_le_bytes());
}

fn write_false(_new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    out.push(0);
}

/// The first symbol; the second in place of the first.
fn write_other(_new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    write_varint(zigzag(i64::from(old == [0])), out);
}

#[cfg(test)]
mod tests;
