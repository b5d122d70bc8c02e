//! Laws of payloads of binary formats: whatever the bytes, an answer, and one that can be read again.

use std::sync::OnceLock;

use privet_core::{Format, Packing, ProtobufHeader, Redacted, Scratch};

use super::engines::{Masking, maskings};
use crate::corpus::Rng;
use crate::payloads::{self, AVRO_SCHEMA, PROTOBUF_MESSAGE, Value};

/// MessagePack. The first byte chooses the policy, as for all formats here.
pub fn msgpack_laws(data: &[u8]) {
    laws(&Format::msgpack(), data);
}

/// CBOR.
pub fn cbor_laws(data: &[u8]) {
    laws(&Format::cbor(), data);
}

/// Avro, of the schema that holds anything; with a bit of the first byte, after the header of a registry.
pub fn avro_laws(data: &[u8]) {
    static FORMATS: OnceLock<[Format; 2]> = OnceLock::new();
    let formats = FORMATS.get_or_init(|| {
        let bare = Format::avro(AVRO_SCHEMA).expect("a good schema");
        [bare, Format::avro_registry([(7, AVRO_SCHEMA)]).expect("a good schema")]
    });
    laws(&formats[which(data, 2)], data);
}

/// Protocol Buffers: by bits of the first byte with a description or without, after headers or not.
pub fn protobuf_laws(data: &[u8]) {
    static FORMATS: OnceLock<[Format; 4]> = OnceLock::new();
    let formats = FORMATS.get_or_init(|| {
        let described = |header| Format::protobuf_message(&payloads::protobuf_set(), PROTOBUF_MESSAGE, header);
        [
            Format::protobuf(ProtobufHeader::None),
            described(ProtobufHeader::None).expect("a good set"),
            Format::protobuf(ProtobufHeader::Grpc),
            described(ProtobufHeader::Registry).expect("a good set"),
        ]
    });
    laws(&formats[which(data, 4)], data);
}

/// gzip, zstd and base64, of text or of MessagePack, within each other, and told by themselves.
pub fn packed_laws(data: &[u8]) {
    static FORMATS: OnceLock<[Format; 6]> = OnceLock::new();
    let formats = FORMATS.get_or_init(|| {
        [
            Format::packed(Packing::Base64, Format::Text),
            Format::packed(Packing::Gzip, Format::Text),
            Format::packed(Packing::Base64, Format::msgpack()),
            Format::packed(Packing::Base64, Format::packed(Packing::Gzip, Format::Text)),
            Format::packed(Packing::Zstd, Format::Text),
            Format::Auto,
        ]
    });
    laws(&formats[which(data, 6)], data);
}

/// One of `many`, by bits of the first byte that the policy does not look at.
fn which(data: &[u8], many: usize) -> usize {
    usize::from(data.first().copied().unwrap_or(0) >> 5) % many
}

fn laws(format: &Format, data: &[u8]) {
    let Some((first, payload)) = data.split_first() else { return };
    let Masking { engine, .. } = &maskings()[usize::from(first & 31) % maskings().len()];
    let mut scratch = Scratch::new();
    let masked = match engine.redact_as(payload, format, &mut scratch) {
        Ok(Redacted::Clean(same)) => {
            assert!(std::ptr::eq(same, payload), "a clean payload is not handed on as it is");
            return;
        }
        Ok(Redacted::Masked(masked)) => masked.to_vec(),
        Ok(Redacted::Blocked) => panic!("no policy here blocks anything"),
        Err(_) => return,
    };
    // The same again, with buffers that have seen something.
    let again = engine.redact_as(payload, format, &mut scratch).map(|redacted| redacted.bytes() == masked);
    assert!(again == Ok(true), "the same payload is masked in two ways");
    // A text of which only what follows a finding is left may start as something packed does, and still is a text.
    let told_anew = matches!(format, Format::Auto) && starts_packed(&masked) && !starts_packed(payload);
    let format = if told_anew { &Format::Text } else { format };
    let read = engine.redact_as(&masked, format, &mut scratch).map(|_| ());
    assert!(read.is_ok(), "a masked payload cannot be read: {read:?}");
}

/// True for the first bytes of gzip and of zstd.
fn starts_packed(payload: &[u8]) -> bool {
    payload.starts_with(b"\x1f\x8b") || payload.starts_with(b"\x28\xb5\x2f\xfd")
}

/// A made-up payload: as it should be, or with some of its bytes changed, lost or doubled.
fn generated(rng: &mut Rng, write: fn(&Value, &mut Rng, &mut Vec<u8>)) -> Vec<u8> {
    let mut data = vec![rng.bits() as u8];
    let value = Value::object(rng, 3);
    write(&value, rng, &mut data);
    for _ in 0..rng.pick(&[0, 0, 1, 1, 4]) {
        let at = rng.below(data.len() as u64) as usize;
        match rng.below(4) {
            0 => data.truncate(at + 1),
            1 => data.insert(at, rng.bits() as u8),
            2 => data[at] = rng.pick(&[0, 1, 0x7f, 0x80, 0xff, 0xdb, 0x5b, 0x9f]),
            _ => data[at] = rng.bits() as u8,
        }
    }
    data
}

/// For [`msgpack_laws`].
pub fn msgpack(rng: &mut Rng) -> Vec<u8> {
    generated(rng, payloads::msgpack)
}

/// For [`cbor_laws`].
pub fn cbor(rng: &mut Rng) -> Vec<u8> {
    generated(rng, payloads::cbor)
}

/// For [`avro_laws`].
pub fn avro(rng: &mut Rng) -> Vec<u8> {
    let mut data = generated(rng, payloads::avro);
    if which(&data, 2) == 1 {
        data.splice(1..1, [0, 0, 0, 0, 7]);
    }
    data
}

/// For [`protobuf_laws`].
pub fn protobuf(rng: &mut Rng) -> Vec<u8> {
    let write = if rng.one_in(2) { payloads::protobuf } else { payloads::protobuf_without };
    let mut data = generated(rng, write);
    match which(&data, 4) {
        2 => {
            let len = (data.len() - 1) as u8;
            data.splice(1..1, [0, 0, 0, 0, len]);
        }
        3 => drop(data.splice(1..1, [0, 0, 0, 0, 7, 0])),
        _ => {}
    }
    data
}

/// For [`packed_laws`]: base64 of a text, a payload, or a gzip member whose bytes are not compressed; or that itself; or a
/// zstd frame of such bytes; now and then spoilt.
pub fn packed(rng: &mut Rng) -> Vec<u8> {
    let data = generated(rng, payloads::msgpack);
    let (first, body) = (data[0], &data[1..]);
    let mut body = match which(&data, 6) {
        1 => gzip(body),
        3 => base64(&gzip(body)),
        4 => zstd(body),
        5 if rng.one_in(2) => zstd(&gzip(body)),
        5 => gzip(&zstd(body)),
        _ => base64(body),
    };
    if rng.one_in(4) && !body.is_empty() {
        let at = rng.below(body.len() as u64) as usize;
        body[at] = rng.bits() as u8;
    }
    [&[first], &body[..]].concat()
}

/// RFC 4648 §4, with padding.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits: usize, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or(0)));
        out.extend((0..4).map(|at| if at > three.len() { b'=' } else { ALPHABET[bits >> (18 - 6 * at) & 63] }));
    }
    out
}

/// RFC 1952, around one stored block of RFC 1951.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let bytes = &bytes[..bytes.len().min(0xffff)];
    let len = bytes.len() as u16;
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1];
    out.extend(len.to_le_bytes());
    out.extend((!len).to_le_bytes());
    out.extend(bytes);
    let crc = bytes.iter().fold(!0, |crc: u32, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    });
    out.extend((!crc).to_le_bytes());
    out.extend(u32::from(len).to_le_bytes());
    out
}

/// RFC 8878, around one raw block, without a check.
fn zstd(bytes: &[u8]) -> Vec<u8> {
    let bytes = &bytes[..bytes.len().min(0xffff)];
    let [a, b, c, _] = ((bytes.len() as u32) << 3 | 1).to_le_bytes();
    let mut out = vec![0x28, 0xb5, 0x2f, 0xfd, 0, 0x58, a, b, c];
    out.extend(bytes);
    out
}
