use super::*;

fn format(packing: Packing) -> Packed {
    match Format::packed(packing, Format::Text) {
        Format::Packed(packed) => packed,
        other => panic!("{other:?} is not packed"),
    }
}

fn unpack(packing: Packing, packed: &[u8]) -> Result<Vec<u8>, Malformed> {
    let mut plain = Vec::new();
    format(packing).unpack(packed, &mut plain, &mut Vec::new()).map(|()| plain)
}

fn pack(packing: Packing, old: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    format(packing).pack(old, plain, &mut out).unwrap();
    out
}

/// RFC 4648 §10, and the same with the alphabet for addresses and without padding.
#[test]
fn base64_there_and_back() {
    for (packed, plain) in [
        ("", ""),
        ("Zg==", "f"),
        ("Zm8=", "fo"),
        ("Zm9v", "foo"),
        ("Zm9vYg==", "foob"),
        ("Zm9vYmE=", "fooba"),
        ("Zm9vYmFy", "foobar"),
        ("Zm9vYmE", "fooba"),
        ("Zm9vYg\n", "foob"),
        (" Zm9vYg==\r\n", "foob"),
        ("fn5-fn4_", "~~~~~?"),
        ("fn5+fn4/", "~~~~~?"),
        ("fn5-fg", "~~~~"),
        ("fn5+fg", "~~~~"),
        ("fn5-fg==", "~~~~"),
    ] {
        let decoded = unpack(Packing::Base64, packed.as_bytes()).unwrap();
        assert_eq!(decoded, plain.as_bytes(), "{packed:?}");
        assert_eq!(pack(Packing::Base64, packed.as_bytes(), &decoded), packed.as_bytes(), "{packed:?}");
    }
    assert_eq!(unpack(Packing::Base64, b" Zm9.Ym"), Err(Malformed::expected(4, "base64")));
    assert_eq!(unpack(Packing::Base64, b"fn5-fn4/"), Err(Malformed::expected(7, "base64")));
    assert_eq!(unpack(Packing::Base64, b"Zm9vY"), Err(Malformed::truncated(5)));
    assert_eq!(unpack(Packing::Base64, b"Zh=="), Err(Malformed::expected(1, "base64")));
}

#[test]
fn values_that_are_texts_in_base64() {
    for (value, plain) in [
        ("YW5uLmxlZUBleGFtcGxlLmNvbQ==", Some("ann.lee@example.com")),
        ("YW5uLmxlZUBleGFtcGxlLmNvbQ", Some("ann.lee@example.com")),
        ("YW5uLmxlZUBleGFtcGxlLmNv", Some("ann.lee@example.co")),
        ("R3LDvMOfZSBhbiBhbGxlIOKYug==", Some("Grüße an alle ☺")),
        // Too short; a digest; a sentence; a name; not canonical.
        ("YW5uQGV4YW1wbGUuY29t", None),
        ("9f86d081884c7d659a2feaa0c55ad015", None),
        ("a sentence of many words here", None),
        ("AVeryLongNameOfSomething", None),
        ("YW5uLmxlZUBleGFtcGxlLmNvbR==", None),
    ] {
        let mut decoded = Vec::new();
        let found = unpacks(value.as_bytes(), &mut decoded).then_some(&decoded[..]);
        assert_eq!(found, plain.map(str::as_bytes), "{value}");
    }
}

#[test]
fn escapes_within_base64() {
    for (value, letters) in [
        ("fn5+fn4/", Some("fn5+fn4/")),
        (r"fn5+fn4\/fg==", Some("fn5+fn4/fg==")),
        (r"fn5\u002Bfn4\u002ffg\u003d\u003D", Some("fn5+fn4/fg==")),
        (r"fn5\u002bfn4\\/fg==", Some("fn5+fn4/fg==")),
        (r"fn5\nfn4", None),
        (r"fn5\u0041", None),
        (r"fn5\u00", None),
        (r"fn5\", None),
    ] {
        assert_eq!(unescaped(value.as_bytes(), &mut Vec::new()), letters.map(str::as_bytes), "{value}");
    }
}

#[test]
fn gzip_there_and_back() {
    for plain in [&b""[..], b"a", &b"some text ".repeat(100)] {
        let packed = pack(Packing::Gzip, b"", plain);
        assert_eq!(unpack(Packing::Gzip, &packed).unwrap(), plain);
        let twice = [&packed[..], &packed[..]].concat();
        assert_eq!(unpack(Packing::Gzip, &twice).unwrap(), [plain, plain].concat());
        for end in 0..packed.len() {
            assert!(unpack(Packing::Gzip, &packed[..end]).is_err(), "cut at {end}");
        }
        let mut spoilt = packed.clone();
        let last = spoilt.len() - 5;
        spoilt[last] ^= 1;
        assert_eq!(unpack(Packing::Gzip, &spoilt), Err(Malformed::expected(0, "gzip")));
        assert!(unpack(Packing::Gzip, &[&packed[..], b"\0"].concat()).is_err());
    }
}

#[test]
fn what_is_beside_is_told() {
    let mut packed = Vec::new();
    let mut writer = GzBuilder::new().filename("name").comment("said").extra(b"more".to_vec());
    writer = writer.mtime(5);
    let mut member = writer.write(&mut packed, Compression::fast());
    member.write_all(b"text").unwrap();
    member.try_finish().unwrap();
    drop(member);
    let (mut plain, mut beside) = (Vec::new(), Vec::new());
    format(Packing::Gzip).unpack(&packed, &mut plain, &mut beside).unwrap();
    assert_eq!((&plain[..], &beside[..]), (&b"text"[..], &b"name\nsaid\nmore\n"[..]));
}

/// Zeros shrink to a thousandth: the error names the limit, and no more than that was made room for.
#[test]
fn a_bomb_is_an_error() {
    let mut bomb = Vec::new();
    let mut member = GzBuilder::new().write(&mut bomb, Compression::default());
    member.write_all(&vec![0; 1 << 20]).unwrap();
    member.try_finish().unwrap();
    drop(member);
    let most = bomb.len() * MAX_RATIO;
    let mut plain = Vec::new();
    let refused = format(Packing::Gzip).unpack(&bomb, &mut plain, &mut Vec::new());
    assert_eq!(refused, Err(Malformed { at: 0, what: Malady::TooLarge(most) }));
    assert!(plain.capacity() <= most);
    // What is packed here is never refused here.
    for len in [FREE_UNPACKED, FREE_UNPACKED + 1, 1 << 20] {
        assert_eq!(unpack(Packing::Gzip, &pack(Packing::Gzip, b"", &vec![0; len])).unwrap().len(), len);
    }
    let mut members = Vec::new();
    for _ in 0..200 {
        members.extend(pack(Packing::Gzip, b"", &b"0123456789abcdef".repeat(8192)));
    }
    let refused = unpack(Packing::Gzip, &members).unwrap_err();
    assert!(matches!(refused.what, Malady::TooLarge(limit) if limit <= MAX_UNPACKED));
}
