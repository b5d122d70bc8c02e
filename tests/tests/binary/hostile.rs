//! Payloads that lie, break off, or were never meant to be read: refused with a place, or answered; never a panic.

use privet_core::{Format, Malady, Packing, ProtobufHeader, Scratch};
use privet_tests::corpus::Rng;
use privet_tests::payloads::{
    AVRO_SCHEMA, PROTOBUF_MESSAGE, avro, cbor, msgpack, protobuf, protobuf_set, protobuf_without,
};

use super::common::{Write, default_engine, values, written};

fn formats() -> [(&'static str, Format, Write); 5] {
    let described = Format::protobuf_message(&protobuf_set(), PROTOBUF_MESSAGE, ProtobufHeader::None).unwrap();
    [
        ("msgpack", Format::msgpack(), msgpack),
        ("cbor", Format::cbor(), cbor),
        ("avro", Format::avro(AVRO_SCHEMA).unwrap(), avro),
        ("protobuf", described, protobuf),
        ("unknown", Format::protobuf(ProtobufHeader::None), protobuf_without),
    ]
}

/// The engine answers, or names a byte that there is, or the end.
fn answers(payload: &[u8], format: &Format, scratch: &mut Scratch) -> bool {
    match default_engine().redact_as(payload, format, scratch) {
        Ok(_) => true,
        Err(malformed) => {
            assert!(malformed.at <= payload.len(), "{malformed}, of {} bytes", payload.len());
            false
        }
    }
}

#[test]
fn what_breaks_off_is_refused() {
    for (name, format, write) in formats() {
        let mut scratch = Scratch::new();
        let (mut refused, mut all) = (0, 0);
        for (seed, value) in values(name).take(60) {
            let payload = written(write, &value, seed);
            for end in 0..payload.len().min(2_000) {
                refused += usize::from(!answers(&payload[..end], &format, &mut scratch));
                all += 1;
            }
        }
        // Between the fields of a message, and between values in a row, there is no telling; Avro always tells.
        assert!(refused * 10 > all * 8, "{name}: {refused} of {all} are refused");
        assert!(name != "avro" || refused == all, "{name}: {refused} of {all} are refused");
    }
}

#[test]
fn spoilt_bytes_are_refused_or_answered() {
    for (name, format, write) in formats() {
        let mut scratch = Scratch::new();
        let mut rng = Rng::named(5, name);
        let (mut refused, mut tried) = (0, 0);
        for (seed, value) in values(name).take(500) {
            let payload = written(write, &value, seed);
            for _ in 0..if payload.len() > 4_000 { 2 } else { 16 } {
                let mut spoilt = payload.clone();
                for _ in 0..1 + rng.below(3) {
                    if !spoilt.is_empty() {
                        let at = rng.below(spoilt.len() as u64) as usize;
                        spoilt[at] = rng.bits() as u8;
                    }
                }
                refused += usize::from(!answers(&spoilt, &format, &mut scratch));
                tried += 1;
            }
        }
        assert!(refused > tried / 10, "{name}: {refused} of {tried} are refused");
    }
}

#[test]
fn any_bytes_are_refused_or_answered() {
    let packed = [Packing::Gzip, Packing::Base64].map(|packing| ("packed", Format::packed(packing, Format::Text)));
    let formats = formats().into_iter().map(|(name, format, _)| (name, format)).chain(packed);
    for (name, format) in formats {
        let mut scratch = Scratch::new();
        let mut rng = Rng::named(6, name);
        for _ in 0..20_000 {
            let payload: Vec<u8> = (0..rng.below(40)).map(|_| rng.bits() as u8).collect();
            answers(&payload, &format, &mut scratch);
        }
    }
}

/// Lengths and counts of four gigabytes, and of all that there are, in twenty bytes.
#[test]
fn lengths_that_lie_are_refused() {
    let tail = b"ann.lee@exam";
    for (nth, head) in [
        &b"\xdb\xff\xff\xff\xff"[..],
        b"\xc6\xff\xff\xff\xff",
        b"\xc9\xff\xff\xff\xff\x05",
        b"\xdd\xff\xff\xff\xff",
        b"\xdf\xff\xff\xff\xff",
        b"\x7a\xff\xff\xff\xff",
        b"\x5b\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x08\xfe\xff\xff\xff\x1f",
        b"\x0a\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01",
        b"\x0c\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01",
        b"\x2a\xff\xff\xff\xff\x0f",
        b"\x2a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
    ]
    .into_iter()
    .enumerate()
    {
        let [msgpack, cbor, avro, described, unknown] = formats().map(|(_, format, _)| format);
        let formats = match nth {
            0..5 => vec![msgpack],
            5..9 => vec![cbor],
            9..12 => vec![avro],
            _ => vec![described, unknown],
        };
        for format in formats {
            let payload = [head, tail].concat();
            let error = default_engine().redact_as(&payload, &format, &mut Scratch::new()).map(|_| ()).unwrap_err();
            assert!(matches!(error.what, Malady::Truncated | Malady::Expected(_)), "{nth}: {error}");
            assert!(error.at <= payload.len());
        }
    }
}
