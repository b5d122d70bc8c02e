//! CBOR, read by ciborium.

use privet_core::Format;
use privet_tests::payloads::{Value, cbor};

use super::common;

fn value(of: ciborium::Value) -> Value {
    match of {
        ciborium::Value::Null => Value::Nothing,
        ciborium::Value::Bool(truth) => Value::Truth(truth),
        ciborium::Value::Integer(number) => Value::Integer(i128::from(number).try_into().unwrap()),
        ciborium::Value::Float(number) => Value::Float(number),
        ciborium::Value::Text(text) => Value::Text(text),
        ciborium::Value::Bytes(bytes) => Value::Bytes(bytes),
        ciborium::Value::Array(items) => Value::List(items.into_iter().map(value).collect()),
        ciborium::Value::Map(fields) => {
            Value::Object(fields.into_iter().map(|(name, of)| (name.into_text().unwrap(), value(of))).collect())
        }
        other => panic!("{other:?}"),
    }
}

fn read(payload: &[u8]) -> Value {
    let mut rest = payload;
    let read = ciborium::from_reader(&mut rest).unwrap();
    assert!(rest.is_empty(), "{} bytes are left", rest.len());
    value(read)
}

#[test]
fn structure_is_kept() {
    common::structure_is_kept("cbor", &Format::cbor(), cbor, read);
}

#[test]
fn markers_are_found_everywhere() {
    common::markers_are_found_everywhere("cbor", &Format::cbor(), cbor, true);
}

#[test]
fn nothing_else_changes() {
    // A string in chunks becomes one, so none are written here.
    common::nothing_else_changes("cbor", &Format::cbor(), |value, rng, out| {
        let mut again = Vec::new();
        cbor(value, rng, &mut again);
        ciborium::into_writer(&ciborium::from_reader::<ciborium::Value, _>(&again[..]).unwrap(), out).unwrap();
    });
}

#[test]
fn an_address_is_found_across_chunks() {
    // (_ "ann.lee@exa", "mple.com"), in an array with a tagged text and CBOR within bytes.
    let payload =
        b"\x83\x7f\x6bann.lee@exa\x68mple.com\xff\xc0\x73ann.lee@example.com\xd8\x18\x55\x81\x73ann.lee@example.com";
    let masked = common::masked(payload, &Format::cbor());
    assert_eq!(masked, b"\x83\x7f\x6f[EMAIL_ADDRESS]\xff\xc0\x6f[EMAIL_ADDRESS]\xd8\x18\x51\x81\x6f[EMAIL_ADDRESS]");
}
