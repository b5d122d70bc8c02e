use super::super::binary::write_varint;
use super::*;
use crate::payload::render::Malady;
use crate::payload::testing::{render, text, written};

fn read(payload: &[u8]) -> String {
    text(&Format::protobuf(ProtobufHeader::None), payload)
}

/// A field that is delimited.
fn delimited(number: u8, body: &[u8]) -> Vec<u8> {
    let mut field = vec![number << 3 | 2];
    write_varint(body.len() as u64, &mut field);
    field.extend_from_slice(body);
    field
}

fn varint(number: u8, value: u64) -> Vec<u8> {
    let mut field = vec![number << 3];
    write_varint(value, &mut field);
    field
}

/// A `FieldDescriptorProto`, within a `DescriptorProto`.
fn field(name: &str, number: u64, code: u64, type_name: &str) -> Vec<u8> {
    let parts = [delimited(1, name.as_bytes()), varint(3, number), varint(5, code), delimited(6, type_name.as_bytes())];
    delimited(2, &parts.concat())
}

/// A set: a package `p` with an enum `E` and a message `M` that has a field of every type, its number that of the type;
/// a map (20), packed numbers (21) and symbols (22).
fn set() -> Vec<u8> {
    let of_enum = [
        delimited(1, b"E"),
        delimited(2, &[delimited(1, b"NONE"), varint(2, 0)].concat()),
        delimited(2, &[delimited(1, b"SOME"), varint(2, 5)].concat()),
    ];
    let names = "double float int64 uint64 int32 fixed64 fixed32 bool string group message bytes uint32 enum sfixed32 \
                 sfixed64 sint32 sint64";
    let mut message = delimited(1, b"M");
    for (name, code) in names.split(' ').zip(1..) {
        let type_name = match code {
            10 | 11 => ".p.M",
            14 => ".p.E",
            _ => "",
        };
        message.extend(field(name, code, code, type_name));
    }
    let entry =
        [delimited(1, b"MapEntry"), field("key", 1, 9, ""), field("value", 2, 9, ""), delimited(7, &varint(7, 1))];
    message.extend(delimited(3, &entry.concat()));
    message.extend(field("map", 20, 11, ".p.M.MapEntry"));
    message.extend(field("packed", 21, 3, ""));
    message.extend(field("symbols", 22, 14, ".p.E"));
    let file = [delimited(1, b"p.proto"), delimited(2, b"p"), delimited(4, &message), delimited(5, &of_enum.concat())];
    delimited(1, &file.concat())
}

fn described(header: ProtobufHeader) -> Format {
    Format::protobuf_message(&set(), "p.M", header).unwrap()
}

/// The examples of protobuf.dev, "Encoding".
#[test]
fn examples_of_the_documentation() {
    assert_eq!(read(b"\x08\x96\x01"), r#"{"field_1":"150",},"#);
    assert_eq!(read(b"\x12\x07testing"), r#"{"field_2":"testing",},"#);
    assert_eq!(read(b"\x1a\x03\x08\x96\x01"), r#"{"field_3":{"field_1":"150",},},"#);
    assert_eq!(read(b"\x22\x05hello\x28\x01\x28\x02"), r#"{"field_4":"hello","field_5":"1","field_5":"2",},"#);
}

#[test]
fn fields_without_a_description_look_like_something() {
    assert_eq!(read(b""), "{},");
    assert_eq!(read(b"\x0a\x00"), r#"{"field_1":"",},"#);
    assert_eq!(read(b"\x0d\x01\x00\x00\x00"), r#"{"field_1":"1",},"#);
    assert_eq!(read(b"\x09\x01\x00\x00\x00\x00\x00\x00\x00"), r#"{"field_1":"1",},"#);
    let double = [b"\x09".to_vec(), 4155552671.0_f64.to_le_bytes().to_vec()].concat();
    assert_eq!(read(&double), r#"{"field_1":"4155552671",},"#);
    assert_eq!(read(b"\x0b\x10\x05\x0c"), r#"{"field_1":{"field_2":"5",},},"#);
    // `\n\x03abc` could be a text; as the first field it is a message. `pa` could be a message; it is a text.
    assert_eq!(read(b"\x12\x05\x0a\x03abc"), r#"{"field_2":{"field_1":"abc",},},"#);
    assert_eq!(read(b"\x12\x02pa"), r#"{"field_2":"pa",},"#);
    assert_eq!(read(b"\x12\x02\xffa"), "{\"field_2\":\"\u{fffd}a\",},");
}

#[test]
fn every_type_of_a_description_reads() {
    let payload = [
        [b"\x09".to_vec(), 1.5_f64.to_le_bytes().to_vec()].concat(),
        [b"\x15".to_vec(), 1.5_f32.to_le_bytes().to_vec()].concat(),
        varint(3, u64::MAX),
        varint(4, u64::MAX),
        varint(5, u64::MAX),
        [b"\x31".to_vec(), 7_u64.to_le_bytes().to_vec()].concat(),
        [b"\x3d".to_vec(), 7_u32.to_le_bytes().to_vec()].concat(),
        varint(8, 1),
        delimited(9, b"text"),
        b"\x53\x40\x00\x54".to_vec(),
        delimited(11, &varint(8, 0)),
        delimited(12, b"pa"),
        varint(13, 7),
        varint(14, 5),
        varint(14, 6),
        [b"\x7d".to_vec(), (-7_i32).to_le_bytes().to_vec()].concat(),
    ];
    let expected = r#"{"double":"1.5","float":"1.5","int64":"-1","uint64":"18446744073709551615","int32":"-1","fixed64":"7",
        "fixed32":"7","bool":"true","string":"text","group":{"bool":"false",},"message":{"bool":"false",},"bytes":"pa",
        "uint32":"7","enum":"SOME","enum":"6","sfixed32":"-7",},"#;
    assert_eq!(text(&described(ProtobufHeader::None), &payload.concat()), expected.replace("\n        ", ""));
    let read = |payload: &[u8]| text(&described(ProtobufHeader::None), payload);
    assert_eq!(read(b"\x81\x01\xff\xff\xff\xff\xff\xff\xff\xff\x88\x01\x01\x90\x01\x03"), {
        r#"{"sfixed64":"-1","sint32":"-1","sint64":"-2",},"#
    });
    assert_eq!(read(b"\xa2\x01\x06\x0a\x01k\x12\x01v"), r#"{"map":{"k":"v",},},"#);
    assert_eq!(read(b"\xa2\x01\x03\x0a\x01k\xa2\x01\x03\x12\x01v"), r#"{"map":{"k":"",},"map":{"value":"v",},},"#);
    assert_eq!(read(b"\xa2\x01\x06\x12\x01v\x0a\x01k"), r#"{"map":{"value":"v","k":"",},},"#);
    assert_eq!(read(b"\xaa\x01\x03\x01\x96\x01\xb2\x01\x02\x05\x00"), {
        r#"{"packed":["1","150",],"symbols":["SOME","NONE",],},"#
    });
    // More bits than the type has.
    assert_eq!(read(b"\x28\xdf\xba\xbe\xbd\x0f\x40\x05"), r#"{"int32":"4155481439","bool":"5",},"#);
    // What the description does not have, or has as another type of bytes.
    assert_eq!(read(b"\xf8\x01\x05\x48\x05"), r#"{"field_31":"5","field_9":"5",},"#);
}

#[test]
fn new_values_keep_their_type() {
    let format = described(ProtobufHeader::None);
    for (old, shown, new, expected) in [
        (&b"\x18\x05"[..], "5", "[X]", &b"\x00"[..]),
        (b"\x18\x05", "5", "-1", b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"),
        (b"\x20\x05", "5", "-1", b"\x00"),
        (b"\x28\x05", "5", "2147483648", b"\x00"),
        (b"\x40\x01", "true", "[X]", b"\x00"),
        (b"\x70\x05", "SOME", "[X]", b"\x00"),
        (b"\x70\x00", "NONE", "[X]", b"\x01"),
        (b"\x15\x00\x00\xc0\x3f", "1.5", "x", b"\x00\x00\x00\x00"),
        (b"\x7d\x07\x00\x00\x00", "7", "-1", b"\xff\xff\xff\xff"),
        (b"\x88\x01\x01", "-1", "-2", b"\x03"),
        (b"\xf8\x01\x05", "5", "-1", b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"),
        (b"\xf8\x01\x05", "5", "x", b"\x00"),
        // Reads as a message, too: the length stays.
        (b"\xfa\x01\x02pa", "pa", "[LONG]", b"[L"),
        (b"\xfa\x01\x02xa", "xa", "[LONG]", b"[L"),
        (b"\xfa\x01\x05hallo", "hallo", "[LONG]", b"[LONG]"),
    ] {
        assert_eq!(written(&format, old, shown, new), expected, "{} {new}", old.escape_ascii());
    }
}

#[test]
fn headers() {
    let registry = described(ProtobufHeader::Registry);
    assert_eq!(text(&registry, b"\x00\x00\x00\x00\x07\x00\x40\x01"), r#"{"bool":"true",},"#);
    assert_eq!(text(&registry, b"\x00\x00\x00\x00\x07\x04\x02\x00\x40\x01"), r#"{"bool":"true",},"#);
    let error = |payload: &[u8]| render(&registry, payload).map(|_| ()).unwrap_err();
    assert_eq!(error(b"\x01\x00\x00\x00\x07\x00").at, 0);
    assert_eq!(error(b"\x00\x00\x00\x00\x07\x01"), Malformed::expected(5, "the indices of a message"));
    assert_eq!(error(b"\x00\x00\x00\x00\x07\xfe\xff\xff\xff\xff\x01").what, Malady::Truncated);
    let grpc = described(ProtobufHeader::Grpc);
    let frames = b"\x00\x00\x00\x00\x02\x40\x01\x00\x00\x00\x00\x00";
    assert_eq!(text(&grpc, frames), r#"{"bool":"true",},{},"#);
    assert!(render(&grpc, b"\x01\x00\x00\x00\x00").is_err());
    assert!(render(&grpc, b"\x00\xff\xff\xff\xff").is_err());
}

#[test]
fn what_is_wrong_is_named() {
    for format in [Format::protobuf(ProtobufHeader::None), described(ProtobufHeader::None)] {
        let error = |payload: &[u8]| render(&format, payload).map(|_| ()).unwrap_err();
        assert_eq!(error(b"\x4a\xff\xff\xff\xff\x0fab"), Malformed::truncated(8));
        assert_eq!(error(b"\x00"), Malformed::expected(0, "the tag of a field"));
        assert_eq!(error(b"\x40\x01\x0e"), Malformed::expected(2, "the tag of a field"));
        assert_eq!(error(b"\x0c"), Malformed::expected(0, "a field of a message"));
        assert_eq!(error(b"\x53\x40\x01"), Malformed::truncated(3));
        assert_eq!(error(&[0x53; 100]).what, Malady::TooDeep(64));
        let mut nested = varint(8, 1);
        for _ in 0..100 {
            nested = delimited(11, &nested);
        }
        assert_eq!(error(&nested).what, Malady::TooDeep(64));
    }
}

#[test]
fn sets_that_cannot_be_used() {
    let error =
        |set: &[u8], message| Format::protobuf_message(set, message, ProtobufHeader::None).unwrap_err().to_string();
    assert_eq!(error(&set(), "p.X"), "schema, at p.X: there is no message of that name");
    assert_eq!(error(&set(), "p.E"), "schema, at p.E: there is no message of that name");
    assert_eq!(error(b"\x0a\x05", "M"), "schema: no FileDescriptorSet: ends too early, at byte 2");
    let message = [delimited(1, b"M"), field("f", 1, 11, ".q.N")].concat();
    let lacks = delimited(1, &delimited(4, &message));
    assert_eq!(error(&lacks, "M"), "schema, at M.f: type `.q.N` is not in the set");
    let message = [delimited(1, b"M"), field("f", 1, 99, "")].concat();
    assert_eq!(error(&delimited(1, &delimited(4, &message)), "M"), "schema, at M.f: there is no type of fields 99");
    let cut = set();
    for end in 0..cut.len() {
        let _ = Format::protobuf_message(&cut[..end], "p.M", ProtobufHeader::None).is_ok();
    }
}
