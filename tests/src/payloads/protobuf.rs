//! Protocol Buffers, by protobuf.dev, "Encoding".

use super::Value;
use crate::corpus::Rng;

/// A message that can hold any value.
pub const PROTOBUF_MESSAGE: &str = "made.up.Any";

/// The serialized `FileDescriptorSet` of:
///
/// ```proto
/// syntax = "proto3";
/// package made.up;
/// message Any {
///   bool truth = 2; int64 integer = 3; double float = 4; string text = 5; bytes bytes = 6;
///   repeated Any items = 7; map<string, Any> fields = 8; repeated sint64 numbers = 9;
/// }
/// ```
pub fn protobuf_set() -> Vec<u8> {
    let field = |name: &str, number: u64, repeated: bool, code: u64, of: &str| {
        let mut field = Vec::new();
        delimited(1, name.as_bytes(), &mut field);
        number_field(3, number, &mut field);
        number_field(4, if repeated { 3 } else { 1 }, &mut field);
        number_field(5, code, &mut field);
        if !of.is_empty() {
            delimited(6, of.as_bytes(), &mut field);
        }
        let mut out = Vec::new();
        delimited(2, &field, &mut out);
        out
    };
    let mut entry = Vec::new();
    delimited(1, b"FieldsEntry", &mut entry);
    entry.extend(field("key", 1, false, 9, ""));
    entry.extend(field("value", 2, false, 11, ".made.up.Any"));
    // `MessageOptions.map_entry`.
    delimited(7, &[0x38, 1], &mut entry);
    let mut message = Vec::new();
    delimited(1, b"Any", &mut message);
    for (name, number, repeated, code, of) in [
        ("truth", 2, false, 8, ""),
        ("integer", 3, false, 3, ""),
        ("float", 4, false, 1, ""),
        ("text", 5, false, 9, ""),
        ("bytes", 6, false, 12, ""),
        ("items", 7, true, 11, ".made.up.Any"),
        ("fields", 8, true, 11, ".made.up.Any.FieldsEntry"),
        ("numbers", 9, true, 18, ""),
    ] {
        message.extend(field(name, number, repeated, code, of));
    }
    delimited(3, &entry, &mut message);
    let (mut file, mut set) = (Vec::new(), Vec::new());
    delimited(1, b"made_up.proto", &mut file);
    delimited(2, b"made.up", &mut file);
    delimited(4, &message, &mut file);
    delimited(12, b"proto3", &mut file);
    delimited(1, &file, &mut set);
    set
}

/// Appends the value, of [`PROTOBUF_MESSAGE`]; lists of integers are packed by chance.
pub fn protobuf(value: &Value, rng: &mut Rng, out: &mut Vec<u8>) {
    let whole = |value: &Value, rng: &mut Rng| {
        let mut body = Vec::new();
        protobuf(value, rng, &mut body);
        body
    };
    match value {
        Value::Nothing => {}
        Value::Truth(truth) => number_field(2, u64::from(*truth), out),
        Value::Integer(number) => number_field(3, *number as u64, out),
        Value::Float(number) => {
            out.push(4 << 3 | 1);
            out.extend(number.to_le_bytes());
        }
        Value::Text(text) => delimited(5, text.as_bytes(), out),
        Value::Bytes(bytes) => delimited(6, bytes, out),
        Value::List(items) => {
            let mut numbers = Vec::new();
            for item in items {
                match item {
                    Value::Integer(number) if rng.one_in(2) => {
                        varint((number << 1 ^ number >> 63) as u64, &mut numbers);
                    }
                    item => delimited(7, &whole(item, rng), out),
                }
            }
            if !numbers.is_empty() {
                delimited(9, &numbers, out);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let mut entry = Vec::new();
                delimited(1, name.as_bytes(), &mut entry);
                delimited(2, &whole(value, rng), &mut entry);
                delimited(8, &entry, out);
            }
        }
    }
}

/// Appends the value as a message that nobody has described: names are left out, fields are numbered, and objects and
/// lists are messages, or groups by chance.
pub fn protobuf_without(value: &Value, rng: &mut Rng, out: &mut Vec<u8>) {
    let items: Vec<&Value> = match value {
        Value::List(items) => items.iter().collect(),
        Value::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
        other => vec![other],
    };
    for (item, number) in items.into_iter().zip(1..) {
        match item {
            Value::Nothing => {}
            Value::Truth(truth) => number_field(number, u64::from(*truth), out),
            Value::Integer(integer) => number_field(number, *integer as u64, out),
            Value::Float(float) => {
                varint(number << 3 | 1, out);
                out.extend(float.to_le_bytes());
            }
            Value::Text(text) => delimited(number, text.as_bytes(), out),
            Value::Bytes(bytes) => delimited(number, bytes, out),
            Value::List(_) | Value::Object(_) => {
                let mut body = Vec::new();
                protobuf_without(item, rng, &mut body);
                if rng.one_in(5) {
                    varint(number << 3 | 3, out);
                    out.extend(body);
                    varint(number << 3 | 4, out);
                } else {
                    delimited(number, &body, out);
                }
            }
        }
    }
}

fn number_field(number: u64, value: u64, out: &mut Vec<u8>) {
    varint(number << 3, out);
    varint(value, out);
}

fn delimited(number: u64, body: &[u8], out: &mut Vec<u8>) {
    varint(number << 3 | 2, out);
    varint(body.len() as u64, out);
    out.extend(body);
}

fn varint(mut number: u64, out: &mut Vec<u8>) {
    while number > 127 {
        out.push((number % 128) as u8 + 128);
        number /= 128;
    }
    out.push(number as u8);
}
