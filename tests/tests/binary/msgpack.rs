//! MessagePack, read by rmpv.

use privet_core::Format;
use privet_tests::payloads::{Value, msgpack};

use super::common;

/// An extension becomes its bytes, in a list so that it is not taken for plain bytes.
fn value(of: rmpv::Value) -> Value {
    match of {
        rmpv::Value::Nil => Value::Nothing,
        rmpv::Value::Boolean(truth) => Value::Truth(truth),
        rmpv::Value::Integer(number) => Value::Integer(number.as_i64().unwrap()),
        rmpv::Value::F32(number) => Value::List(vec![Value::Float(f64::from(number))]),
        rmpv::Value::F64(number) => Value::Float(number),
        rmpv::Value::String(text) => Value::Text(text.into_str().unwrap()),
        rmpv::Value::Binary(bytes) => Value::Bytes(bytes),
        rmpv::Value::Array(items) => Value::List(items.into_iter().map(value).collect()),
        rmpv::Value::Map(fields) => {
            Value::Object(fields.into_iter().map(|(name, of)| (name.as_str().unwrap().to_owned(), value(of))).collect())
        }
        rmpv::Value::Ext(5, bytes) => Value::List(vec![Value::Bytes(bytes)]),
        rmpv::Value::Ext(kind, _) => panic!("extension {kind}"),
    }
}

fn read(payload: &[u8]) -> Value {
    let mut rest = payload;
    let read = rmpv::decode::read_value(&mut rest).unwrap();
    assert!(rest.is_empty(), "{} bytes are left", rest.len());
    value(read)
}

#[test]
fn structure_is_kept() {
    common::structure_is_kept("msgpack", &Format::msgpack(), msgpack, read);
}

#[test]
fn markers_are_found_everywhere() {
    common::markers_are_found_everywhere("msgpack", &Format::msgpack(), msgpack, true);
}

#[test]
fn nothing_else_changes() {
    common::nothing_else_changes("msgpack", &Format::msgpack(), msgpack);
}

#[test]
fn heads_follow_their_bodies() {
    // fixstr, str 8, bin 8 and ext 8 around the same address; a key; two values in a row.
    let payload = b"\x81\xb3ann.lee@example.com\x93\xd9\x13ann.lee@example.com\xc4\x13ann.lee@example.com\xc7\x13\x05ann.lee@example.com\xb3ann.lee@example.com";
    let masked = common::masked(payload, &Format::msgpack());
    assert_eq!(
        masked,
        b"\x81\xaf[EMAIL_ADDRESS]\x93\xd9\x0f[EMAIL_ADDRESS]\xc4\x0f[EMAIL_ADDRESS]\xc7\x0f\x05[EMAIL_ADDRESS]\xaf[EMAIL_ADDRESS]"
    );
}

/// As in Avro: the key says what the number is.
#[test]
fn names_come_from_the_keys() {
    let named = |name: &str| {
        let object = Value::Object(vec![(name.to_owned(), Value::Integer(common::NAMED))]);
        common::masked(&common::written(msgpack, &object, 1), &Format::msgpack())
    };
    assert_eq!(read(&named("pesel")), Value::Object(vec![("pesel".to_owned(), Value::Integer(0))]));
    assert_eq!(read(&named("amount")), Value::Object(vec![("amount".to_owned(), Value::Integer(common::NAMED))]));
}
