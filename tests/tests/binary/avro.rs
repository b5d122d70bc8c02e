//! Avro, read by apache-avro.

use apache_avro::Schema;
use apache_avro::reader::datum::GenericDatumReader;
use apache_avro::types::Value as Avro;
use privet_core::Format;
use privet_tests::payloads::{AVRO_SCHEMA, Value, avro};

use super::common;

/// What the field of the record that holds anything holds. Maps come in no order: they are sorted by their ends, which
/// masking leaves alone.
fn value(of: Avro) -> Value {
    match of {
        Avro::Record(mut fields) => value(fields.remove(0).1),
        Avro::Union(_, inner) => value(*inner),
        Avro::Null => Value::Nothing,
        Avro::Boolean(truth) => Value::Truth(truth),
        Avro::Long(number) => Value::Integer(number),
        Avro::Double(number) => Value::Float(number),
        Avro::String(text) => Value::Text(text),
        Avro::Bytes(bytes) => Value::Bytes(bytes),
        Avro::Array(items) => Value::List(items.into_iter().map(value).collect()),
        Avro::Map(fields) => {
            let mut fields: Vec<_> = fields.into_iter().map(|(name, of)| (name, value(of))).collect();
            fields.sort_by_key(|(name, _)| name.chars().next_back());
            Value::Object(fields)
        }
        other => panic!("{other:?}"),
    }
}

fn read(payload: &[u8]) -> Value {
    let schema = Schema::parse_str(AVRO_SCHEMA).unwrap();
    value(datum(&schema, payload))
}

fn datum(schema: &Schema, payload: &[u8]) -> Avro {
    let mut rest = payload;
    let read = GenericDatumReader::builder(schema).build().unwrap().read_value(&mut rest).unwrap();
    assert!(rest.is_empty(), "{} bytes are left", rest.len());
    read
}

fn format() -> Format {
    Format::avro(AVRO_SCHEMA).unwrap()
}

#[test]
fn structure_is_kept() {
    common::structure_is_kept("avro", &format(), avro, read);
}

#[test]
fn markers_are_found_everywhere() {
    common::markers_are_found_everywhere("avro", &format(), avro, true);
}

#[test]
fn nothing_else_changes() {
    common::nothing_else_changes("avro", &format(), avro);
}

/// Every type of the specification, with personal data where it can hold any.
#[test]
fn a_masked_record_satisfies_its_schema() {
    let schema = r#"{"type": "record", "name": "Customer", "namespace": "shop", "fields": [
        {"name": "email", "type": "string"},
        {"name": "card", "type": "long"},
        {"name": "contact", "type": {"type": "fixed", "name": "Contact", "size": 24}},
        {"name": "gender", "type": {"type": "enum", "name": "Gender", "symbols": ["FEMALE", "MALE"]}},
        {"name": "date_of_birth", "type": {"type": "int", "logicalType": "date"}},
        {"name": "next", "type": ["null", "Customer"]}]}"#;
    let mut payload = b"\x26ann.lee@example.com".to_vec();
    // 4111111111111111, in zigzag and seven bits a byte.
    payload.extend(b"\x8e\xc7\xc7\xd6\x94\xc2\xcd\x0e");
    payload.extend(b"ann.lee@example.com     ");
    payload.extend(b"\x02\xb8\x63\x00");
    let parsed = Schema::parse_str(schema).unwrap();
    let before = datum(&parsed, &payload);
    let masked = common::masked(&payload, &Format::avro(schema).unwrap());
    let after = datum(&parsed, &masked);
    let (Avro::Record(before), Avro::Record(after)) = (before, after) else { panic!("no records") };
    assert_eq!(before[1].1, Avro::Long(4_111_111_111_111_111));
    assert_eq!(after[0].1, Avro::String("[EMAIL_ADDRESS]".to_owned()));
    assert_eq!(after[1].1, Avro::Long(0));
    assert_eq!(after[2].1, Avro::Fixed(24, b"[EMAIL_ADDRESS]****     ".to_vec()));
    assert_eq!(after[5], before[5]);
}

/// A bare number is found by the name that the schema gives it; the same number under a name that says nothing stays.
#[test]
fn names_come_from_the_schema() {
    let schema = |name: &str| {
        let record = r#"{"type": "record", "name": "R", "fields": [{"name": "NAME", "type": "long"}]}"#;
        Format::avro(&record.replace("NAME", name)).unwrap()
    };
    let payload = common::written(avro, &Value::Integer(common::NAMED), 1)[1..].to_vec();
    assert_eq!(common::masked(&payload, &schema("pesel")), b"\0");
    assert_eq!(common::masked(&payload, &schema("amount")), payload);
}
