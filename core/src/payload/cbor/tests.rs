use super::*;
use crate::payload::render::Malady;
use crate::payload::testing::{render, text, written};

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn read(hex: &str) -> String {
    text(&Format::cbor(), &bytes(hex))
}

/// RFC 8949, appendix A: the encoded items, and how they read here.
#[test]
fn examples_of_the_standard() {
    for (hex, expected) in [
        ("00", "0"),
        ("17", "23"),
        ("1818", "24"),
        ("1903e8", "1000"),
        ("1b000000e8d4a51000", "1000000000000"),
        ("1bffffffffffffffff", "18446744073709551615"),
        ("c249010000000000000000", "18446744073709551616"),
        ("3bffffffffffffffff", "-18446744073709551616"),
        ("c349010000000000000000", "-18446744073709551617"),
        ("20", "-1"),
        ("3903e7", "-1000"),
        ("f90000", "0"),
        ("f98000", "-0"),
        ("f93c00", "1"),
        ("fb3ff199999999999a", "1.1"),
        ("f93e00", "1.5"),
        ("f97bff", "65504"),
        ("fa47c35000", "100000"),
        ("fb7e37e43c8800759c", "1e300"),
        ("f90001", "5.960464477539063e-8"),
        ("f90400", "0.00006103515625"),
        ("f9c400", "-4"),
        ("f97c00", "inf"),
        ("f97e00", "NaN"),
        ("f4", "false"),
        ("f5", "true"),
        ("f6", ""),
        ("f0", ""),
        ("f8ff", ""),
        ("c074323031332d30332d32315432303a30343a30305a", "2013-03-21T20:04:00Z"),
        ("c11a514b67b0", "2013-03-21T20:04:00Z"),
        ("c1fb41d452d9ec200000", "1363896240.5"),
        ("d74401020304", "\u{1}\u{2}\u{3}\u{4}"),
        ("d82076687474703a2f2f7777772e6578616d706c652e636f6d", "http://www.example.com"),
        ("6449455446", "IETF"),
        ("62c3bc", "\u{fc}"),
        ("5f42010243030405ff", "\u{1}\u{2}\u{3}\u{4}\u{5}"),
        ("7f657374726561646d696e67ff", "streaming"),
        ("7fff", ""),
    ] {
        assert_eq!(read(hex), format!("\"{expected}\","), "{hex}");
    }
    for (hex, expected) in [
        ("80", "[],"),
        ("8301820203820405", r#"["1",["2","3",],["4","5",],],"#),
        ("a0", "{},"),
        ("a201020304", r#"{"1":"2","3":"4",},"#),
        ("a26161016162820203", r#"{"a":"1","b":["2","3",],},"#),
        ("9fff", "[],"),
        ("9f018202039f0405ffff", r#"["1",["2","3",],["4","5",],],"#),
        ("bf61610161629f0203ffff", r#"{"a":"1","b":["2","3",],},"#),
        ("bf6346756ef563416d7421ff", r#"{"Fun":"true","Amt":"-2",},"#),
        // Appendix A shows tag 24 before 6449455446: an item in a byte string.
        ("d818456449455446", r#"["IETF",],"#),
        ("a1820102f6", r#"{["1","2",],"",},"#),
        ("0001", r#""0","1","#),
    ] {
        assert_eq!(read(hex), expected, "{hex}");
    }
}

#[test]
fn what_is_no_cbor_inside_is_bytes() {
    assert_eq!(read("d81842ff61"), "\"\u{fffd}a\",");
    assert_eq!(read("a1d81842ff61f6"), "{\"\u{fffd}a\",\"\",},");
}

#[test]
fn new_values_keep_their_type() {
    for (old, shown, new, expected) in [
        ("1818", "24", "[X]", "00"),
        ("1818", "24", "-1000", "3903e7"),
        ("1818", "24", "18446744073709551616", "00"),
        ("00", "0", "1000", "1903e8"),
        ("f93e00", "1.5", "[X]", "f90000"),
        ("f93e00", "1.5", "1.1", "fb3ff199999999999a"),
        ("f93e00", "1.5", "100000", "fa47c35000"),
        ("fa47c35000", "100000", "x", "fa00000000"),
        ("fa47c35000", "100000", "1.1", "fa3f8ccccd"),
        ("fb3ff199999999999a", "1.1", "x", "fb0000000000000000"),
        ("f5", "true", "x", "f4"),
        ("c249010000000000000000", "18446744073709551616", "x", "40"),
        ("c249010000000000000000", "18446744073709551616", "18446744073709551617", "49010000000000000001"),
        ("c349010000000000000000", "-18446744073709551617", "x", "40"),
        ("c349010000000000000000", "-18446744073709551617", "-256", "41ff"),
        ("c11a514b67b0", "2013-03-21T20:04:00Z", "[DATE]", "00"),
        ("c11a514b67b0", "2013-03-21T20:04:00Z", "1970-01-01T00:00:24Z", "1818"),
        ("7f657374726561646d696e67ff", "streaming", "x", "7f6178ff"),
        ("5f4101ff", "\u{1}", "ab", "5f426162ff"),
    ] {
        let out = written(&Format::cbor(), &bytes(old), shown, new);
        assert_eq!(out, bytes(expected), "{old} {new}");
    }
    let mut head = Vec::new();
    write_length(&bytes("7900ff"), 23, &mut head);
    write_length(&bytes("58ff"), 256, &mut head);
    assert_eq!(head, bytes("77590100"));
}

#[test]
fn what_is_wrong_is_named() {
    let error = |hex: &str| render(&Format::cbor(), &bytes(hex)).map(|_| ()).unwrap_err();
    assert_eq!(error("8201"), Malformed::truncated(2));
    assert_eq!(error("5bffffffffffffffff00"), Malformed::truncated(10));
    assert_eq!(error("9bffffffffffffffff00"), Malformed::truncated(10));
    assert_eq!(error("bf6161"), Malformed::truncated(3));
    for (hex, at) in [("1c", 0), ("001d", 1), ("1f", 0), ("ff", 0), ("df", 0), ("82ff", 1), ("bf6161ff", 3)] {
        assert_eq!(error(hex), Malformed::expected(at, "a CBOR data item"), "{hex}");
    }
    assert_eq!(error("5f6161ff"), Malformed::expected(1, "a chunk of the string"));
    assert_eq!(error("5f5f4101ffff"), Malformed::expected(1, "a chunk of the string"));
    assert_eq!(error("f817"), Malformed::expected(0, "a CBOR simple value"));
    assert!(matches!(error(&"81".repeat(100)).what, Malady::TooDeep(64)));
    let mut nested = bytes("00");
    for _ in 0..100 {
        let mut outer = vec![0xd8, 24];
        write_head(BYTES, nested.len() as u64, &mut outer);
        outer.extend_from_slice(&nested);
        nested = outer;
    }
    let deep = render(&Format::cbor(), &nested).map(|_| ()).unwrap_err();
    assert!(matches!(deep.what, Malady::TooDeep(64)));
    assert!(error(&"c1".repeat(10_000)).what == Malady::Truncated);
}
