//! Protocol Buffers, by the description of a message, or by what the bytes look like without one.
//!
//! Fields have the names of the description, or `field_` and their number. A field that the description does not have,
//! or has with another type of bytes, is read as without one.

mod descriptor;
mod message;
mod number;
mod unknown;
mod wire;

use super::binary::{Cursor, unzigzag};
use super::format::{Format, Structured, Walk};
use super::render::{Malformed, Name, Renderer};
use super::schema_error::SchemaError;
use descriptor::{MessageId, Types};

/// What stands before a message of Protocol Buffers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProtobufHeader {
    /// Nothing.
    #[default]
    None,
    /// The header of Confluent's registry: a zero, the id of a schema, and which message of it. It is skipped.
    Registry,
    /// A flag and a length, as in gRPC: any number of messages. What is compressed is refused.
    Grpc,
}

impl Format {
    /// Protocol Buffers without a description: a part that reads as a message from start to end, and not as text, is one;
    /// others are text or bytes. One that reads as both is text, and keeps its length when it changes, so that it is right
    /// either way; but where it starts as a message does whose first field is text or a message, it is one.
    pub fn protobuf(header: ProtobufHeader) -> Self {
        let protobuf = Protobuf { header, types: Types::default(), root: None };
        Self::Structured(Structured::new("protobuf", protobuf))
    }

    /// Protocol Buffers of that message, by its full name. `set` is a serialized `FileDescriptorSet` that has all that the
    /// message is made of: what `protoc --include_imports --descriptor_set_out` writes.
    ///
    /// # Errors
    ///
    /// The set cannot be read, or lacks a type; the error names the message or the field.
    pub fn protobuf_message(set: &[u8], message: &str, header: ProtobufHeader) -> Result<Self, SchemaError> {
        let types = Types::parse(set)?;
        let root = types.find(message);
        let root = root.ok_or_else(|| SchemaError::new(message, "there is no message of that name"))?;
        let protobuf = Protobuf { header, types, root: Some(root) };
        Ok(Self::Structured(Structured::new("protobuf", protobuf)))
    }
}

struct Protobuf {
    header: ProtobufHeader,
    types: Types,
    root: Option<MessageId>,
}

impl Walk for Protobuf {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        let mut cursor = Cursor::new(renderer.payload());
        match self.header {
            ProtobufHeader::None => {}
            ProtobufHeader::Registry => registry(&mut cursor)?,
            ProtobufHeader::Grpc => return self.frames(&mut cursor, renderer),
        }
        self.message(&mut cursor, renderer)
    }
}

impl Protobuf {
    fn message<'p>(&self, cursor: &mut Cursor<'p>, renderer: &mut Renderer<'p, '_>) -> Result<(), Malformed> {
        message::object(&self.types, self.root, None, Name::None, cursor, renderer)
    }

    fn frames<'p>(&self, cursor: &mut Cursor<'p>, renderer: &mut Renderer<'p, '_>) -> Result<(), Malformed> {
        while !cursor.is_done() {
            let start = cursor.at();
            if cursor.byte()? != 0 {
                return Err(Malformed::expected(start, "a frame that is not compressed"));
            }
            let len = cursor.big_endian(4)?;
            let frame = renderer.frame(cursor.since(start), write_grpc_head);
            let body = cursor.take(len)?;
            self.message(&mut cursor.within(body), renderer)?;
            renderer.end_frame(frame, body.end);
        }
        Ok(())
    }
}

fn write_grpc_head(old: &[u8], len: usize, out: &mut Vec<u8>) {
    out.push(old[0]);
    out.extend_from_slice(&(len as u32).to_be_bytes());
}

/// Skips a zero, four bytes of an id, and the path to the message: how many indices, and each. No index is the first.
fn registry(cursor: &mut Cursor<'_>) -> Result<(), Malformed> {
    if cursor.byte()? != 0 {
        return Err(Malformed::expected(0, "the zero before the id of a schema"));
    }
    cursor.take(4)?;
    let start = cursor.at();
    let count = unzigzag(cursor.varint()?);
    for _ in 0..u64::try_from(count).map_err(|_| Malformed::expected(start, "the indices of a message"))? {
        cursor.varint()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
