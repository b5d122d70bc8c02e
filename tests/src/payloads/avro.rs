//! Avro, by the specification's "Binary Encoding".

use super::Value;
use crate::corpus::Rng;

/// A record that can hold any value.
pub const AVRO_SCHEMA: &str = r#"{
    "type": "record", "name": "made.up.Any", "aliases": ["Some"],
    "fields": [{"name": "is", "type": ["null", "boolean", "long", "double", "string", "bytes",
        {"type": "array", "items": "Any"}, {"type": "map", "values": "made.up.Any"}]}]
}"#;

/// Appends the value, of [`AVRO_SCHEMA`]. Lists come in blocks, some with their size.
pub fn avro(value: &Value, rng: &mut Rng, out: &mut Vec<u8>) {
    match value {
        Value::Nothing => long(0, out),
        Value::Truth(truth) => {
            long(1, out);
            out.push(u8::from(*truth));
        }
        Value::Integer(number) => {
            long(2, out);
            long(*number, out);
        }
        Value::Float(number) => {
            long(3, out);
            out.extend(number.to_le_bytes());
        }
        Value::Text(text) => {
            long(4, out);
            bytes(text.as_bytes(), out);
        }
        Value::Bytes(held) => {
            long(5, out);
            bytes(held, out);
        }
        Value::List(items) => {
            long(6, out);
            blocks(items, rng, out, avro);
        }
        Value::Object(fields) => {
            long(7, out);
            blocks(fields, rng, out, |(name, value), rng, out| {
                bytes(name.as_bytes(), out);
                avro(value, rng, out);
            });
        }
    }
}

fn blocks<T>(items: &[T], rng: &mut Rng, out: &mut Vec<u8>, mut write: impl FnMut(&T, &mut Rng, &mut Vec<u8>)) {
    let mut rest = items;
    while !rest.is_empty() {
        let (block, after) = rest.split_at(1 + rng.below(rest.len() as u64) as usize);
        let mut body = Vec::new();
        block.iter().for_each(|item| write(item, rng, &mut body));
        if rng.one_in(2) {
            long(-(block.len() as i64), out);
            long(body.len() as i64, out);
        } else {
            long(block.len() as i64, out);
        }
        out.extend(body);
        rest = after;
    }
    long(0, out);
}

fn bytes(bytes: &[u8], out: &mut Vec<u8>) {
    long(bytes.len() as i64, out);
    out.extend(bytes);
}

/// Zigzag, then seven bits a byte.
fn long(number: i64, out: &mut Vec<u8>) {
    let mut code = if number < 0 { 2 * (-(number + 1)) as u64 + 1 } else { 2 * number as u64 };
    while code > 127 {
        out.push((code % 128) as u8 + 128);
        code /= 128;
    }
    out.push(code as u8);
}
