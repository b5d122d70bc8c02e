//! Packed payloads: gzip, zstd and base64, and what is in them.

use privet_core::{Format, Malady, Packing, Redacted, Scratch};

use super::common::{default_engine, masked};

const BASE64: Packing = Packing::Base64;

#[test]
fn what_is_in_it_is_masked() {
    // {"email":"ann.lee@example.com"} and {"email":"[EMAIL_ADDRESS]"}
    let packed = b"eyJlbWFpbCI6ImFubi5sZWVAZXhhbXBsZS5jb20ifQ==";
    let expected = b"eyJlbWFpbCI6IltFTUFJTF9BRERSRVNTXSJ9";
    assert_eq!(masked(packed, &Format::packed(BASE64, Format::Json)), expected);
    let twice = b"ZXlKbGJXRnBiQ0k2SW1GdWJpNXNaV1ZBWlhoaGJYQnNaUzVqYjIwaWZRPT0=";
    let format = Format::packed(BASE64, Format::packed(BASE64, Format::Json));
    assert_eq!(masked(twice, &format), b"ZXlKbGJXRnBiQ0k2SWx0RlRVRkpURjlCUkVSU1JWTlRYU0o5");
    // The same in MessagePack: {"email": "ann.lee@example.com"}.
    let format = Format::packed(BASE64, Format::msgpack());
    assert_eq!(masked(b"gaVlbWFpbLNhbm4ubGVlQGV4YW1wbGUuY29t", &format), b"gaVlbWFpbK9bRU1BSUxfQUREUkVTU10=");
}

/// gzip of `text`, with or without the name of a file, as `gzip -n` and `gzip` write it but for the one stored block.
fn gzip(text: &[u8], name: Option<&str>) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, if name.is_some() { 8 } else { 0 }, 0, 0, 0, 0, 0, 0xff];
    if let Some(name) = name {
        out.extend(name.as_bytes());
        out.push(0);
    }
    let len = text.len() as u16;
    out.push(1);
    out.extend(len.to_le_bytes());
    out.extend((!len).to_le_bytes());
    out.extend(text);
    let crc = text.iter().fold(!0, |crc: u32, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    });
    out.extend((!crc).to_le_bytes());
    out.extend(u32::from(len).to_le_bytes());
    out
}

#[test]
fn gzip_is_packed_again_only_when_something_changed() {
    let format = Format::packed(Packing::Gzip, Format::Text);
    let engine = default_engine();
    let mut scratch = Scratch::new();
    let clean = gzip(b"nothing to see", Some("notes.txt"));
    match engine.redact_as(&clean, &format, &mut scratch).unwrap() {
        Redacted::Clean(same) => assert!(std::ptr::eq(same, &raw const clean[..])),
        Redacted::Masked(_) | Redacted::Blocked => panic!("packed again for nothing"),
    }
    // A check that the new member is read again: what comes out goes in.
    for (text, name) in [("write to ann.lee@example.com", None), ("nothing to see", Some("ann.lee@example.com.txt"))] {
        let packed = gzip(text.as_bytes(), name);
        let out = engine.redact_as(&packed, &format, &mut scratch).unwrap().bytes().to_vec();
        assert_ne!(out, packed);
        assert!(!out.windows(7).any(|window| window == b"ann.lee"));
        assert!(matches!(engine.redact_as(&out, &format, &mut scratch), Ok(Redacted::Clean(_))));
    }
}

/// A zstd frame of `text` in one raw block, and after a frame to be skipped that holds `note`.
fn zstd(text: &[u8], note: Option<&str>) -> Vec<u8> {
    let mut out = Vec::new();
    if let Some(note) = note {
        out.extend([0x50, 0x2a, 0x4d, 0x18]);
        out.extend((note.len() as u32).to_le_bytes());
        out.extend(note.as_bytes());
    }
    out.extend([0x28, 0xb5, 0x2f, 0xfd, 0, 0x58]);
    out.extend_from_slice(&((text.len() as u32) << 3 | 1).to_le_bytes()[..3]);
    out.extend(text);
    out
}

#[test]
fn zstd_is_packed_again_only_when_something_changed() {
    let format = Format::packed(Packing::Zstd, Format::Text);
    let engine = default_engine();
    let mut scratch = Scratch::new();
    let clean = zstd(b"nothing to see", Some("notes"));
    match engine.redact_as(&clean, &format, &mut scratch).unwrap() {
        Redacted::Clean(same) => assert!(std::ptr::eq(same, &raw const clean[..])),
        Redacted::Masked(_) | Redacted::Blocked => panic!("packed again for nothing"),
    }
    for (text, note) in [("write to ann.lee@example.com", None), ("nothing to see", Some("ann.lee@example.com"))] {
        let packed = zstd(text.as_bytes(), note);
        let out = engine.redact_as(&packed, &format, &mut scratch).unwrap().bytes().to_vec();
        assert_ne!(out, packed);
        assert!(!out.windows(7).any(|window| window == b"ann.lee"));
        assert!(matches!(engine.redact_as(&out, &format, &mut scratch), Ok(Redacted::Clean(_))));
    }
}

/// Told by their first bytes, within each other too; what is spoilt is refused, for as text nothing is found in it.
#[test]
fn packings_are_told() {
    let engine = default_engine();
    let mut scratch = Scratch::new();
    let text = br#"{"to":"ann.lee@example.com"}"#;
    let packed_note = b"\x50\x2a\x4d\x18\x01\0\0\0x";
    let all = [gzip(text, None), zstd(text, None), zstd(text, Some("x")), gzip(&zstd(text, None), None)];
    for packed in all {
        let masked = engine.redact_as(&packed, &Format::Auto, &mut scratch).unwrap().bytes().to_vec();
        assert_ne!(masked, packed);
        assert!(matches!(engine.redact_as(&masked, &Format::Auto, &mut scratch), Ok(Redacted::Clean(_))));
        // What ends behind a frame that is to be skipped is whole.
        for end in (4..packed.len()).filter(|&end| packed[..end] != packed_note[..]) {
            assert!(engine.redact_as(&packed[..end], &Format::Auto, &mut scratch).is_err(), "cut at {end}");
        }
    }
    // A payload may unpack to another without an end.
    let deep = |depth| (0..depth).fold(text.to_vec(), |inner, _| zstd(&inner, None));
    assert!(matches!(engine.redact_as(&deep(4), &Format::Auto, &mut scratch), Ok(Redacted::Masked(_))));
    let refused = engine.redact_as(&deep(5), &Format::Auto, &mut scratch).map(|_| ()).unwrap_err();
    assert_eq!(refused.what, Malady::TooDeep(4));
}

#[test]
fn packings_within_each_other_are_counted() {
    let mut format = Format::Text;
    for _ in 0..4 {
        format = Format::packed(BASE64, format);
    }
    assert_eq!(masked(b"", &format), b"");
    let deeper = Format::packed(BASE64, format);
    let refused = default_engine().redact_as(b"", &deeper, &mut Scratch::new()).map(|_| ()).unwrap_err();
    assert_eq!(refused.what, Malady::TooDeep(4));
}

/// A value within a payload that is base64 of a text: the text is masked, and wrapped again.
#[test]
fn values_that_are_wrapped_are_masked() {
    // {"data": base64 of "ann.lee@example.com", "id": base64 of "nothing to see here"}
    let payload = b"\x82\xa4data\xbcYW5uLmxlZUBleGFtcGxlLmNvbQ==\xa2id\xbcbm90aGluZyB0byBzZWUgaGVyZQ==";
    let out = masked(payload, &Format::msgpack());
    assert_eq!(out, b"\x82\xa4data\xb4W0VNQUlMX0FERFJFU1Nd\xa2id\xbcbm90aGluZyB0byBzZWUgaGVyZQ==");
    // In a string of CBOR in chunks, and beside an address.
    let payload = b"\x82\x7f\x6aYW5uLmxlZU\x72BleGFtcGxlLmNvbQ==\xff\x73ann.lee@example.com";
    let out = masked(payload, &Format::cbor());
    assert_eq!(out, b"\x82\x7f\x74W0VNQUlMX0FERFJFU1Nd\xff\x6f[EMAIL_ADDRESS]");
}
