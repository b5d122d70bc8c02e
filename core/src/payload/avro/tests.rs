use super::*;
use crate::payload::render::Malady;
use crate::payload::testing::{render, text, written};

fn read(schema: &str, payload: &[u8]) -> String {
    text(&Format::avro(schema).unwrap(), payload)
}

fn error(schema: &str, payload: &[u8]) -> Malformed {
    render(&Format::avro(schema).unwrap(), payload).map(|_| ()).unwrap_err()
}

/// The examples of the Avro specification 1.12, "Binary Encoding".
#[test]
fn examples_of_the_specification() {
    for (number, payload) in
        [(0, &b"\x00"[..]), (-1, b"\x01"), (1, b"\x02"), (-2, b"\x03"), (2, b"\x04"), (-64, b"\x7f"), (64, b"\x80\x01")]
    {
        assert_eq!(read("\"long\"", payload), format!("\"{number}\","));
    }
    assert_eq!(read("\"string\"", b"\x06foo"), "\"foo\",");
    let record =
        r#"{"type":"record","name":"test","fields":[{"name":"a","type":"long"},{"name":"b","type":"string"}]}"#;
    assert_eq!(read(record, b"\x36\x06foo"), r#"{"a":"27","b":"foo",},"#);
    assert_eq!(read(r#"{"type":"array","items":"long"}"#, b"\x04\x06\x36\x00"), r#"["3","27",],"#);
    let union = r#"["null","string"]"#;
    assert_eq!(read(union, b"\x00"), "\"\",");
    assert_eq!(read(union, b"\x02\x02a"), "\"a\",");
}

#[test]
fn every_type_reads() {
    for (schema, payload, expected) in [
        (r#""boolean""#, &b"\x01"[..], r#""true","#),
        (r#"{"type":"int"}"#, b"\x01", r#""-1","#),
        (r#"{"type":{"type":"int"}}"#, b"\x01", r#""-1","#),
        (r#""float""#, b"\x00\x00\xc0\x3f", r#""1.5","#),
        (r#""double""#, b"\x00\x00\x00\x00\x00\x00\xf8\x3f", r#""1.5","#),
        (r#""bytes""#, b"\x04hi", r#""hi","#),
        (r#"{"type":"fixed","name":"F","size":3}"#, b"abc", r#""abc","#),
        (r#"{"type":"fixed","name":"F","size":0}"#, b"", r#""","#),
        (r#"{"type":"enum","name":"E","symbols":["A","B"]}"#, b"\x02", r#""B","#),
        (r#"{"type":"map","values":"int"}"#, b"\x02\x02k\x04\x00", r#"{"k":"2",},"#),
        (r#"{"type":"map","values":"int"}"#, b"\x01\x06\x02k\x04\x00", r#"{"k":"2",},"#),
        (r#"{"type":"array","items":"int"}"#, b"\x03\x04\x02\x04\x02\x06\x00", r#"["1","2","3",],"#),
        (r#"{"type":"array","items":"null"}"#, b"\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01\x00", r#"["",],"#),
        (r#"{"type":"int","logicalType":"date"}"#, b"\x02", r#""1970-01-02","#),
        (r#"{"type":"long","logicalType":"timestamp-millis"}"#, b"\x01", r#""1969-12-31T23:59:59.999000000Z","#),
        (r#"{"type":"long","logicalType":"timestamp-micros"}"#, b"\x80\x89\x7a", r#""1970-01-01T00:00:01Z","#),
        (r#"{"type":"bytes","logicalType":"decimal","precision":4,"scale":2}"#, b"\x04\x04\xd2", r#""12.34","#),
        (r#"{"type":"bytes","logicalType":"decimal","precision":4,"scale":2}"#, b"\x02\xff", r#""-0.01","#),
        (r#"{"type":"fixed","name":"D","size":2,"logicalType":"decimal"}"#, b"\x04\xd2", r#""1234","#),
        (
            r#"{"type":"fixed","name":"U","size":16,"logicalType":"uuid"}"#,
            b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f",
            r#""00010203-0405-0607-0809-0a0b0c0d0e0f","#,
        ),
        (r#"{"type":"string","logicalType":"uuid"}"#, b"\x02u", r#""u","#),
        // A meaning that is not known: the type without it.
        (r#"{"type":"int","logicalType":"timestamp-millis"}"#, b"\x02", r#""1","#),
    ] {
        assert_eq!(read(schema, payload), expected, "{schema}");
    }
}

#[test]
fn names_are_found_from_where_they_are_used() {
    let list = r#"{"type":"record","name":"a.Node","aliases":["Old"],"fields":[
        {"name":"v","type":"int"},
        {"name":"e","type":{"type":"enum","name":"E","symbols":["X"]}},
        {"name":"next","type":["null","Node"]},
        {"name":"old","type":["null","Old","a.E"]}]}"#;
    let expected = r#"{"v":"1","e":"X","next":{"v":"2","e":"X","next":"","old":"",},"old":"X",},"#;
    assert_eq!(read(list, b"\x02\x00\x02\x04\x00\x00\x00\x04\x00"), expected);
    for (schema, message) in [
        ("{", "schema: EOF while parsing an object at line 1 column 1"),
        ("7", "schema: a type is a name, a list or an object"),
        (r#""Foo""#, "schema: no type `Foo` is defined before"),
        (r#"["int",["null"]]"#, "schema, at [1]: a union is a branch of a union"),
        (r#"[]"#, "schema: a union has no branch"),
        (r#"{"type":"array"}"#, "schema: there is no `items`"),
        (r#"{"type":"map","values":"x"}"#, "schema, at .values: no type `x` is defined before"),
        (r#"{"type":"enum","name":"E","symbols":[1]}"#, "schema: `symbols` is no list of names"),
        (r#"{"type":"fixed","name":"E","size":-1}"#, "schema: `size` is no number of bytes"),
        (r#"{"type":"fixed","name":"int","size":1}"#, "schema: the name `int` is taken"),
        (
            r#"{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":["null","Q"]}]}"#,
            "schema, at .fields[1].type[1]: no type `Q` is defined before",
        ),
        (r#"{"type":"record","name":"R","fields":[{"type":"int"}]}"#, "schema, at .fields[0]: a field has no name"),
    ] {
        assert_eq!(Format::avro(schema).unwrap_err().to_string(), message, "{schema}");
    }
    let of_many = Format::avro_registry([(7, "\"int\""), (8, "\"x\"")]).unwrap_err();
    assert_eq!(of_many.to_string(), "schema, at 8: no type `x` is defined before");
}

#[test]
fn new_values_keep_their_type() {
    for (schema, old, shown, new, expected) in [
        (r#""int""#, &b"\x04"[..], "2", "[X]", &b"\x00"[..]),
        (r#""int""#, b"\x04", "2", "2147483648", b"\x00"),
        (r#""long""#, b"\x04", "2", "-64", b"\x7f"),
        (r#""boolean""#, b"\x01", "true", "[X]", b"\x00"),
        (r#""float""#, b"\x00\x00\xc0\x3f", "1.5", "x", b"\x00\x00\x00\x00"),
        (r#""double""#, b"\x00\x00\x00\x00\x00\x00\xf8\x3f", "1.5", "-1.5", b"\x00\x00\x00\x00\x00\x00\xf8\xbf"),
        (r#"{"type":"fixed","name":"F","size":3}"#, b"abc", "abc", "[LONG]", b"[LO"),
        (r#"{"type":"enum","name":"E","symbols":["A","B"]}"#, b"\x02", "B", "[X]", b"\x00"),
        (r#"{"type":"enum","name":"E","symbols":["A","B"]}"#, b"\x00", "A", "[X]", b"\x02"),
        (r#"{"type":"enum","name":"E","symbols":["A"]}"#, b"\x00", "A", "[X]", b"\x00"),
        (r#"{"type":"int","logicalType":"date"}"#, b"\x02", "1970-01-02", "[X]", b"\x00"),
        (r#"{"type":"int","logicalType":"date"}"#, b"\x02", "1970-01-02", "1970-01-03", b"\x04"),
        (
            r#"{"type":"long","logicalType":"timestamp-millis"}"#,
            b"\x00",
            "1970-01-01T00:00:00Z",
            "1970-01-01T00:00:01",
            b"\xd0\x0f",
        ),
        (r#"{"type":"bytes","logicalType":"decimal","scale":2}"#, b"\x04\x04\xd2", "12.34", "[X]", b"\x02\x00"),
        (
            r#"{"type":"fixed","name":"U","size":16,"logicalType":"uuid"}"#,
            b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f",
            "00010203-0405-0607-0809-0a0b0c0d0e0f",
            "[UUID]",
            &[0; 16],
        ),
    ] {
        assert_eq!(written(&Format::avro(schema).unwrap(), old, shown, new), expected, "{schema} {new}");
    }
    let mut head = Vec::new();
    write_block_head(b"\x81\x01\x04", 64, &mut head);
    assert_eq!(head, b"\x81\x01\x80\x01");
}

#[test]
fn headers() {
    let registry = Format::avro_registry([(7, "\"int\""), (0x0102_0304, "\"string\"")]).unwrap();
    assert_eq!(text(&registry, b"\x00\x00\x00\x00\x07\x02"), "\"1\",");
    assert_eq!(text(&registry, b"\x00\x01\x02\x03\x04\x02x"), "\"x\",");
    let error = |payload: &[u8]| render(&registry, payload).map(|_| ()).unwrap_err();
    assert_eq!(error(b"\x00\x00\x00\x00\x08\x02"), Malformed::expected(1, "the id of a known schema"));
    assert_eq!(error(b"\x01\x00\x00\x00\x07\x02"), Malformed::expected(0, "the zero before the id of a schema"));
    assert_eq!(error(b"\x00\x00"), Malformed::truncated(2));
    let object = Format::avro_single_object("\"int\"").unwrap();
    assert_eq!(text(&object, b"\xc3\x01fingerpr\x02"), "\"1\",");
    assert!(render(&object, b"\xc3\x02fingerpr\x02").is_err());
}

#[test]
fn what_is_wrong_is_named() {
    assert_eq!(error(r#""string""#, b"\xfe\xff\xff\xff\x0fab"), Malformed::truncated(7));
    assert_eq!(error(r#""string""#, b"\x01"), Malformed::expected(0, "a length"));
    assert_eq!(error(r#""int""#, b"\x02\x02"), Malformed::expected(1, "the end of the payload"));
    assert_eq!(error(r#""int""#, b"\xfe\xff\xff\xff\xff\x01"), Malformed::expected(0, "a number of at most 32 bits"));
    assert_eq!(error(r#""boolean""#, b"\x02"), Malformed::expected(0, "an Avro boolean"));
    assert_eq!(error(r#"["null"]"#, b"\x02"), Malformed::expected(0, "a branch of the union"));
    assert_eq!(error(r#"{"type":"enum","name":"E","symbols":["A"]}"#, b"\x02").at, 0);
    let array = r#"{"type":"array","items":"int"}"#;
    assert_eq!(error(array, b"\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01\x02"), Malformed::truncated(11));
    assert_eq!(error(array, b"\x01\x04\x02\x02\x00"), Malformed::expected(3, "the end of the block"));
    assert_eq!(error(array, b"\x03\x02\x02\x02\x00"), Malformed::truncated(3));
    assert_eq!(error(array, b"\x01\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01\x02").what, Malady::Truncated);
    let nest = r#"{"type":"record","name":"R","fields":[{"name":"r","type":["null","R"]}]}"#;
    assert_eq!(error(nest, &[2; 100]).what, Malady::TooDeep(64));
    let endless = r#"{"type":"record","name":"R","fields":[{"name":"r","type":"R"}]}"#;
    assert_eq!(error(endless, b"").what, Malady::TooDeep(64));
}

/// Records that hold two of the next: from no byte of the payload come more values than memory has.
#[test]
fn what_a_schema_gives_is_bounded() {
    let mut schema = r#"{"type":"record","name":"R0","fields":[]}"#.to_owned();
    for nth in 1..40 {
        let below = nth - 1;
        schema = format!(
            r#"{{"type":"record","name":"R{nth}","fields":[{{"name":"a","type":{schema}}},{{"name":"b","type":"R{below}"}}]}}"#
        );
    }
    assert!(matches!(error(&schema, b"").what, Malady::TooMany(_)));
}
