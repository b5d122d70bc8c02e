//! Protocol Buffers, read by prost-reflect.

use privet_core::{Format, ProtobufHeader};
use privet_tests::payloads::{PROTOBUF_MESSAGE, Value, protobuf, protobuf_set, protobuf_without};
use prost_reflect::{DescriptorPool, DynamicMessage, MapKey, ReflectMessage, Value as Field};

use super::common;

fn format() -> Format {
    Format::protobuf_message(&protobuf_set(), PROTOBUF_MESSAGE, ProtobufHeader::None).unwrap()
}

/// All fields of a message, set or not: a number that becomes 0 is as one that is not set. Maps come in no order: they are sorted by their ends, which masking leaves alone.
fn value(message: &DynamicMessage) -> Value {
    Value::List(message.descriptor().fields().map(|field| of(&message.get_field(&field))).collect())
}

fn of(field: &Field) -> Value {
    match field {
        Field::Bool(truth) => Value::Truth(*truth),
        Field::I64(number) => Value::Integer(*number),
        Field::F64(number) => Value::Float(*number),
        Field::String(text) => Value::Text(text.clone()),
        Field::Bytes(bytes) => Value::Bytes(bytes.to_vec()),
        Field::Message(message) => value(message),
        Field::List(items) => Value::List(items.iter().map(of).collect()),
        Field::Map(fields) => {
            let name = |key: &MapKey| match key {
                MapKey::String(name) => name.clone(),
                other => panic!("{other:?}"),
            };
            let mut fields: Vec<_> = fields.iter().map(|(key, field)| (name(key), of(field))).collect();
            fields.sort_by_key(|(name, _)| name.chars().next_back());
            Value::Object(fields)
        }
        other => panic!("{other:?}"),
    }
}

fn read(payload: &[u8]) -> Value {
    let pool = DescriptorPool::decode(&protobuf_set()[..]).unwrap();
    let message = pool.get_message_by_name(PROTOBUF_MESSAGE).unwrap();
    let message = DynamicMessage::decode(message, payload).unwrap();
    assert_eq!(message.unknown_fields().count(), 0);
    value(&message)
}

#[test]
fn structure_is_kept() {
    common::structure_is_kept("protobuf", &format(), protobuf, read);
}

/// Nobody has described it to the filter; the parser of others knows.
#[test]
fn structure_is_kept_without_a_description() {
    common::structure_is_kept("unknown", &Format::protobuf(ProtobufHeader::None), protobuf, read);
}

#[test]
fn markers_are_found_everywhere() {
    common::markers_are_found_everywhere("protobuf", &format(), protobuf, true);
}

#[test]
fn markers_are_found_everywhere_without_a_description() {
    let format = Format::protobuf(ProtobufHeader::None);
    common::markers_are_found_everywhere("unknown", &format, protobuf_without, false);
    common::markers_are_found_everywhere("unknown map", &format, protobuf, true);
}

#[test]
fn nothing_else_changes() {
    common::nothing_else_changes("protobuf", &format(), protobuf);
    common::nothing_else_changes("unknown", &Format::protobuf(ProtobufHeader::None), protobuf_without);
}

#[test]
fn headers_stay() {
    let payload = b"\x2a\x13ann.lee@example.com";
    let with = |header, before: &[u8]| {
        let format = Format::protobuf_message(&protobuf_set(), PROTOBUF_MESSAGE, header).unwrap();
        common::masked(&[before, payload].concat(), &format)
    };
    assert_eq!(with(ProtobufHeader::None, b""), b"\x2a\x0f[EMAIL_ADDRESS]");
    assert_eq!(with(ProtobufHeader::Registry, b"\0\0\0\0\x07\0"), b"\0\0\0\0\x07\0\x2a\x0f[EMAIL_ADDRESS]");
    assert_eq!(with(ProtobufHeader::Grpc, b"\0\0\0\0\x15"), b"\0\0\0\0\x11\x2a\x0f[EMAIL_ADDRESS]");
}
