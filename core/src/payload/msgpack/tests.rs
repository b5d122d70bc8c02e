use super::*;
use crate::payload::render::Malady;
use crate::payload::testing::{render, text, written};

fn read(payload: &[u8]) -> String {
    text(&Format::msgpack(), payload)
}

/// One of each type, written by hand from the tables of the specification (msgpack.org, `spec.md`).
#[test]
fn every_type_reads() {
    for (payload, expected) in [
        (&b"\xc0"[..], r#""","#),
        (b"\xc2\xc3", r#""false","true","#),
        (b"\x00\x7f\xe0\xff", r#""0","127","-32","-1","#),
        (b"\xcc\xff\xcd\xff\xff", r#""255","65535","#),
        (b"\xce\xff\xff\xff\xff", r#""4294967295","#),
        (b"\xcf\xff\xff\xff\xff\xff\xff\xff\xff", r#""18446744073709551615","#),
        (b"\xd0\x80\xd1\x80\x00", r#""-128","-32768","#),
        (b"\xd2\x80\x00\x00\x00", r#""-2147483648","#),
        (b"\xd3\x80\x00\x00\x00\x00\x00\x00\x00", r#""-9223372036854775808","#),
        (b"\xca\x3f\xc0\x00\x00", r#""1.5","#),
        (b"\xcb\x43\x2d\x36\x11\x4a\xd1\xe3\x8e", r#""4111111111111111","#),
        (b"\xa0\xa2hi\xd9\x01x\xda\x00\x01y\xdb\x00\x00\x00\x01z", r#""","hi","x","y","z","#),
        (b"\xc4\x01x\xc5\x00\x01y\xc6\x00\x00\x00\x01z", r#""x","y","z","#),
        (b"\x92\x01\x90", r#"["1",[],],"#),
        (b"\xdc\x00\x01\xa1a\xdd\x00\x00\x00\x01\xa1b", r#"["a",],["b",],"#),
        (b"\x82\xa1a\x81\x07\xa1b\xc3\xc0", r#"{"a":{"7":"b",},"true":"",},"#),
        (b"\xde\x00\x01\xa1a\x01\xdf\x00\x00\x00\x01\xa1a\x02", r#"{"a":"1",},{"a":"2",},"#),
        (b"\x81\x91\xa1k\xa1v", r#"{["k",],"v",},"#),
        (b"\xd4\x05x\xd5\x05xy", r#""x","xy","#),
        (b"\xc7\x03\x05xyz\xc8\x00\x01\x05x\xc9\x00\x00\x00\x01\x05y", r#""xyz","x","y","#),
        (b"\xd6\xff\x00\x00\x00\x01", r#""1970-01-01T00:00:01Z","#),
        (b"\xd7\xff\x00\x00\x00\x04\x00\x00\x00\x01", r#""1970-01-01T00:00:01.000000001Z","#),
        (b"\xc7\x0c\xff\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff", r#""1969-12-31T23:59:59Z","#),
        // Nanoseconds of a second and more are no time: bytes like others.
        (b"\xd7\xff\xff\xff\xff\xfcabcd", "\"\u{fffd}\u{fffd}\u{fffd}\u{fffd}abcd\","),
    ] {
        assert_eq!(read(payload), expected, "{}", payload.escape_ascii());
    }
}

#[test]
fn new_values_keep_their_type() {
    for (old, shown, new, expected) in [
        (&b"\x05"[..], "5", "[X]", &b"\x00"[..]),
        (b"\x05", "5", "-32", b"\xe0"),
        (b"\x05", "5", "300", b"\xcd\x01\x2c"),
        (b"\x05", "5", "-33", b"\xd0\xdf"),
        (b"\xce\x00\x00\x00\x05", "5", "9", b"\xce\x00\x00\x00\x09"),
        (b"\xce\x00\x00\x00\x05", "5", "x", b"\xce\x00\x00\x00\x00"),
        (b"\xce\x00\x00\x00\x05", "5", "-1", b"\xd0\xff"),
        (b"\xd3\x00\x00\x00\x00\x00\x00\x00\x05", "5", "18446744073709551615", b"\xcf\xff\xff\xff\xff\xff\xff\xff\xff"),
        (b"\xcc\x05", "5", "18446744073709551616", b"\xcc\x00"),
        (b"\xca\x3f\xc0\x00\x00", "1.5", "1e300", b"\xca\x00\x00\x00\x00"),
        (b"\xca\x3f\xc0\x00\x00", "1.5", "-1.5", b"\xca\xbf\xc0\x00\x00"),
        (b"\xcb\x3f\xf8\x00\x00\x00\x00\x00\x00", "1.5", "[X]", b"\xcb\x00\x00\x00\x00\x00\x00\x00\x00"),
        (b"\xc3", "true", "[X]", b"\xc2"),
        (b"\xd6\xff\x00\x00\x00\x01", "1970-01-01T00:00:01Z", "[DATE]", b"\xd6\xff\x00\x00\x00\x00"),
        (b"\xd6\xff\x00\x00\x00\x01", "1970-01-01T00:00:01Z", "1970-01-02", b"\xd6\xff\x00\x01\x51\x80"),
        (
            b"\xd6\xff\x00\x00\x00\x01",
            "1970-01-01T00:00:01Z",
            "1969-12-31T23:59:59.5Z",
            b"\xc7\x0c\xff\x1d\xcd\x65\x00\xff\xff\xff\xff\xff\xff\xff\xff",
        ),
    ] {
        let out = written(&Format::msgpack(), old, shown, new);
        assert_eq!(out, expected, "{} {new}: {}", old.escape_ascii(), out.escape_ascii());
    }
}

#[test]
fn heads_are_the_smallest_of_their_family_that_fits() {
    let head = |write: fn(&[u8], usize, &mut Vec<u8>), old: &[u8], len| {
        let mut out = Vec::new();
        write(old, len, &mut out);
        out
    };
    assert_eq!(head(write_text_head, b"\xa3", 31), b"\xbf");
    assert_eq!(head(write_text_head, b"\xa3", 32), b"\xd9\x20");
    assert_eq!(head(write_text_head, b"\xa3", 256), b"\xda\x01\x00");
    assert_eq!(head(write_text_head, b"\xd9\x20", 5), b"\xd9\x05");
    assert_eq!(head(write_text_head, b"\xdb\x00\x00\x00\x01", 5), b"\xdb\x00\x00\x00\x05");
    assert_eq!(head(write_text_head, b"\xd9\x20", 65_536), b"\xdb\x00\x01\x00\x00");
    assert_eq!(head(write_bytes_head, b"\xc4\x20", 255), b"\xc4\xff");
    assert_eq!(head(write_bytes_head, b"\xc4\x20", 256), b"\xc5\x01\x00");
    assert_eq!(head(write_extension_head, b"\xd8\x05", 8), b"\xd7\x05");
    assert_eq!(head(write_extension_head, b"\xd8\x05", 17), b"\xc7\x11\x05");
    assert_eq!(head(write_extension_head, b"\xc7\x03\x05", 16), b"\xc7\x10\x05");
}

#[test]
fn what_is_wrong_is_named() {
    let error = |payload: &[u8]| render(&Format::msgpack(), payload).map(|_| ()).unwrap_err();
    assert_eq!(error(b"\x92\x01"), Malformed::truncated(2));
    assert_eq!(error(b"\xdb\xff\xff\xff\xffabc"), Malformed::truncated(8));
    assert_eq!(error(b"\xdd\xff\xff\xff\xff\xc0\xc0"), Malformed::truncated(7));
    assert_eq!(error(b"\x01\xc1"), Malformed::expected(1, "a MessagePack type"));
    assert!(matches!(error(&[0x91; 100]).what, Malady::TooDeep(64)));
    assert!(render(&Format::msgpack(), b"").is_ok());
}
