//! Payloads that are packed: compressed, or written in base64.

mod value;
mod zstd;

use std::fmt;
use std::io::{ErrorKind, Read, Write};

use base64::alphabet;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use base64::{DecodeError, DecodeSliceError};
use flate2::bufread::GzDecoder;
use flate2::{Compression, GzBuilder};

use super::format::Format;
use super::render::{Malady, Malformed};
use crate::limits::{FREE_UNPACKED, MAX_RATIO, MAX_UNPACKED};
pub(crate) use value::{MIN_WRAPPED, is_letter, pack_text, unescaped, unpacks};

/// A way to pack a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Packing {
    /// gzip (RFC 1952), of one member or more. What is packed again has one, without a name or a time.
    Gzip,
    /// Zstandard (RFC 8878), of one frame or more, without a dictionary. What is packed again has one, with a check.
    Zstd,
    /// base64 (RFC 4648), with either alphabet, with padding or without, in one line.
    Base64,
}

/// A packing, and the format of what is in it.
#[derive(Clone)]
pub struct Packed {
    packing: Packing,
    inner: Box<Format>,
}

impl Format {
    /// What is of the format `inner` once it is unpacked. Packings may lie within each other. Places in errors are those
    /// of the bytes that were read: packed ones, or unpacked.
    #[must_use]
    pub fn packed(packing: Packing, inner: Format) -> Self {
        Self::Packed(Packed { packing, inner: Box::new(inner) })
    }
}

impl fmt::Debug for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} of {:?}", self.packing, self.inner)
    }
}

impl Packed {
    /// The format of what is in it.
    pub(crate) fn inner(&self) -> &Format {
        &self.inner
    }

    /// Unpacks a payload into `plain`, and texts that the packing has beside it into `beside`; both are emptied first.
    pub(crate) fn unpack(&self, packed: &[u8], plain: &mut Vec<u8>, beside: &mut Vec<u8>) -> Result<(), Malformed> {
        plain.clear();
        beside.clear();
        match self.packing {
            Packing::Gzip => gunzip(packed, plain, beside),
            Packing::Zstd => zstd::unpack(packed, plain, beside),
            Packing::Base64 => decode(packed, plain),
        }
    }

    /// Packs what is in a payload again, in the way that `old`, which was unpacked, was; `out` is emptied first.
    pub(crate) fn pack(&self, old: &[u8], plain: &[u8], out: &mut Vec<u8>) -> Result<(), Malformed> {
        out.clear();
        match self.packing {
            Packing::Gzip => gzip(plain, out),
            Packing::Zstd => zstd::pack(plain, out),
            Packing::Base64 => {
                encode(old, plain, out);
                Ok(())
            }
        }
    }
}

/// The packing that the first bytes of a payload tell of. No text starts with them.
pub(super) fn told(payload: &[u8]) -> Option<Packing> {
    match payload {
        [0x1f, 0x8b, 8, ..] => Some(Packing::Gzip),
        _ => zstd::starts(payload).then_some(Packing::Zstd),
    }
}

/// Appends what all members hold, and their names, comments and extra fields to `beside`, each followed by a line break.
fn gunzip(packed: &[u8], plain: &mut Vec<u8>, beside: &mut Vec<u8>) -> Result<(), Malformed> {
    let limit = Limit::of(packed);
    let mut rest = packed;
    // Even a packing of nothing has a member.
    loop {
        let at = packed.len() - rest.len();
        let mut member = GzDecoder::new(rest);
        let mut chunk = [0; 4096];
        loop {
            let read = match member.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::UnexpectedEof => {
                    return Err(Malformed::truncated(packed.len()));
                }
                Err(_) => return Err(Malformed::expected(at, "gzip")),
            };
            if read > limit.most - plain.len() {
                return Err(limit.exceeded(at));
            }
            grow(plain, read, limit.most);
            plain.extend_from_slice(&chunk[..read]);
        }
        if let Some(header) = member.header() {
            for text in [header.filename(), header.comment(), header.extra()].into_iter().flatten() {
                beside.extend_from_slice(text);
                beside.push(b'\n');
            }
        }
        rest = member.into_inner();
        if rest.is_empty() {
            return Ok(());
        }
    }
}

/// Makes room for `more` bytes: twice as much as there was, so that it is rare, and never for more than `most`.
fn grow(plain: &mut Vec<u8>, more: usize, most: usize) {
    let needed = plain.len() + more;
    if needed > plain.capacity() {
        let room = (plain.capacity() * 2).min(most).max(needed);
        plain.reserve_exact(room - plain.len());
    }
}

/// Bytes that a compressed payload may unpack to.
#[derive(Clone, Copy)]
struct Limit {
    most: usize,
}

impl Limit {
    fn of(packed: &[u8]) -> Self {
        Self { most: packed.len().saturating_mul(MAX_RATIO).clamp(FREE_UNPACKED, MAX_UNPACKED) }
    }

    /// What starts at `at` unpacks to more.
    fn exceeded(self, at: usize) -> Malformed {
        Malformed { at, what: Malady::TooLarge(self.most) }
    }
}

/// One member: not compressed where it would shrink so much that it looks like a bomb.
fn gzip(plain: &[u8], out: &mut Vec<u8>) -> Result<(), Malformed> {
    for level in [Compression::default(), Compression::none()] {
        out.clear();
        let mut member = GzBuilder::new().write(&mut *out, level);
        let written = member.write_all(plain).and_then(|()| member.try_finish());
        drop(member);
        written.map_err(|_| Malformed::expected(0, "a payload that can be packed again"))?;
        if plain.len() <= Limit::of(out).most {
            break;
        }
    }
    Ok(())
}

/// The bytes of base64, without what stands around them.
fn body(packed: &[u8]) -> &[u8] {
    packed.trim_ascii()
}

fn has_url_alphabet(body: &[u8]) -> bool {
    body.iter().any(|byte| b"-_".contains(byte))
}

const CODEC: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

fn decode(packed: &[u8], plain: &mut Vec<u8>) -> Result<(), Malformed> {
    let body = body(packed);
    let start = packed.len() - packed.trim_ascii_start().len();
    if body.len() / 4 * 3 > MAX_UNPACKED {
        return Err(Malformed { at: 0, what: Malady::TooLarge(MAX_UNPACKED) });
    }
    let alphabet = if has_url_alphabet(body) { &alphabet::URL_SAFE } else { &alphabet::STANDARD };
    plain.resize(body.len().div_ceil(4) * 3, 0);
    let decoded = GeneralPurpose::new(alphabet, CODEC).decode_slice(body, plain);
    let len = decoded.map_err(|error| match error {
        DecodeSliceError::DecodeError(DecodeError::InvalidByte(at, _) | DecodeError::InvalidLastSymbol(at, _)) => {
            Malformed::expected(start + at, "base64")
        }
        _ => Malformed::truncated(start + body.len()),
    })?;
    plain.truncate(len);
    Ok(())
}

/// In the alphabet and with the padding that `old` has; where it does not tell, what has no padding is for addresses.
fn encode(old: &[u8], plain: &[u8], out: &mut Vec<u8>) {
    let old_body = body(old);
    let standard = old_body.iter().any(|byte| b"+/".contains(byte));
    let unpadded = !old_body.len().is_multiple_of(4);
    let url = has_url_alphabet(old_body) || unpadded && !standard;
    // A body of whole fours may be either: those of addresses mostly go without.
    let padding = !unpadded && (!url || old_body.ends_with(b"="));
    let alphabet = if url { &alphabet::URL_SAFE } else { &alphabet::STANDARD };
    let codec = GeneralPurpose::new(alphabet, CODEC.with_encode_padding(padding));
    let start = old.len() - old.trim_ascii_start().len();
    out.extend_from_slice(&old[..start]);
    out.extend_from_slice(codec.encode(plain).as_bytes());
    out.extend_from_slice(&old[start + old_body.len()..]);
}

#[cfg(test)]
mod tests;
