//! Zstandard (RFC 8878): the frames of a payload one by one, block by block, so that none unpacks to more than it may.
//!
//! What the frames say of themselves is read and checked here. The decoder gets the blocks, behind a header of ours: of no
//! dictionary, and with a window that is no larger than what may come out, whatever the frame asks for.

use std::io::Read;

use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::{Limit, grow};
use crate::payload::render::Malformed;

/// The first bytes of a frame.
pub(super) const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// What is expected wherever something else is.
const EXPECTED: &str = "zstd";

/// Bytes that a block may unpack to, however small the window.
const BLOCK: usize = 128 << 10;

/// True when the payload starts with a frame, or with one that is to be skipped.
pub(super) fn starts(payload: &[u8]) -> bool {
    payload.starts_with(&MAGIC) || payload.first_chunk().is_some_and(is_skippable)
}

/// Frames of this kind hold what the decoder knows nothing of.
fn is_skippable(magic: &[u8; 4]) -> bool {
    matches!(magic, [0x50..=0x5f, 0x2a, 0x4d, 0x18])
}

/// Appends what all frames hold, and what stands in frames that are to be skipped to `beside`, each followed by a line
/// break.
pub(super) fn unpack(packed: &[u8], plain: &mut Vec<u8>, beside: &mut Vec<u8>) -> Result<(), Malformed> {
    let limit = Limit::of(packed);
    let mut decoder = FrameDecoder::new();
    let mut at = 0;
    // Even a packing of nothing has a frame.
    loop {
        let mut rest = Rest { packed, at };
        let magic = rest.take::<4>()?;
        if magic == MAGIC {
            let header = Header::read(&mut rest)?;
            unpack_frame((at, &header), &mut rest, &mut decoder, limit, plain)?;
        } else if is_skippable(&magic) {
            let len = u32::from_le_bytes(rest.take()?);
            beside.extend_from_slice(rest.skip(len as usize)?);
            beside.push(b'\n');
        } else {
            return Err(Malformed::expected(at, EXPECTED));
        }
        at = rest.at;
        if at == packed.len() {
            return Ok(());
        }
    }
}

/// One frame with a check: not compressed where it would shrink so much that it looks like a bomb.
pub(super) fn pack(plain: &[u8], out: &mut Vec<u8>) -> Result<(), Malformed> {
    let mut again = Vec::new();
    for level in [CompressionLevel::Fastest, CompressionLevel::Uncompressed] {
        *out = compress_to_vec(plain, level);
        again.clear();
        // The encoder is young. What it writes is handed on only when it reads as what was to be written.
        if unpack(out, &mut again, &mut Vec::new()).is_ok() && again == plain {
            return Ok(());
        }
    }
    Err(Malformed::expected(0, "a payload that can be packed again"))
}

/// What is still to be read.
struct Rest<'p> {
    packed: &'p [u8],
    at: usize,
}

impl<'p> Rest<'p> {
    fn skip(&mut self, len: usize) -> Result<&'p [u8], Malformed> {
        let truncated = Malformed::truncated(self.packed.len());
        let (bytes, _) = self.packed[self.at..].split_at_checked(len).ok_or(truncated)?;
        self.at += len;
        Ok(bytes)
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let mut bytes = [0; N];
        bytes.copy_from_slice(self.skip(N)?);
        Ok(bytes)
    }
}

/// The header of a frame (§3.1.1.1).
struct Header {
    /// Bytes that are within reach of a match.
    window: u64,
    /// Bytes that the frame unpacks to, where it says so.
    content: Option<u64>,
    /// A check follows the last block.
    checked: bool,
}

impl Header {
    /// Reads a header from behind its magic bytes.
    fn read(rest: &mut Rest<'_>) -> Result<Self, Malformed> {
        let start = rest.at;
        let [descriptor] = rest.take()?;
        let single = descriptor & 0x20 != 0;
        // A reserved bit.
        if descriptor & 0x08 != 0 {
            return Err(Malformed::expected(start, EXPECTED));
        }
        let mut window = 0;
        if !single {
            let [byte] = rest.take()?;
            let base = 1 << (10 + (byte >> 3));
            window = base + base / 8 * u64::from(byte & 7);
        }
        let dictionary = rest.at;
        let id = rest.skip([0, 1, 2, 4][usize::from(descriptor & 3)])?;
        if id.iter().any(|&byte| byte != 0) {
            return Err(Malformed::expected(dictionary, "zstd without a dictionary"));
        }
        let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte));
        let content = match descriptor >> 6 {
            0 if !single => None,
            0 => Some(number(rest.skip(1)?)),
            1 => Some(number(rest.skip(2)?) + 256),
            2 => Some(number(rest.skip(4)?)),
            _ => Some(number(rest.skip(8)?)),
        };
        let window = content.filter(|_| single).unwrap_or(window);
        Ok(Self { window, content, checked: descriptor & 0x04 != 0 })
    }

    /// The header that the decoder gets: a check or none, and the window. Nothing lies further back than all that may come
    /// out, and blocks are no smaller than they may be.
    fn ours(&self, limit: Limit) -> [u8; 6] {
        let window = self.window.min(limit.most as u64).max(BLOCK as u64);
        let log = window.next_power_of_two().ilog2() as u8;
        let [a, b, c, d] = MAGIC;
        [a, b, c, d, if self.checked { 0x04 } else { 0 }, (log - 10) << 3]
    }
}

/// Appends what a frame holds; `start` is where it starts, and `rest` is behind its header.
fn unpack_frame(
    (start, header): (usize, &Header),
    rest: &mut Rest<'_>,
    decoder: &mut FrameDecoder,
    limit: Limit,
    plain: &mut Vec<u8>,
) -> Result<(), Malformed> {
    let before = plain.len();
    if header.content.is_some_and(|content| content > (limit.most - before) as u64) {
        return Err(limit.exceeded(start));
    }
    decoder.reset(&header.ours(limit)[..]).map_err(|_| Malformed::expected(start, EXPECTED))?;
    while !decoder.is_finished() {
        let at = rest.at;
        let wrong = Malformed::expected(at, EXPECTED);
        let [a, b, c] = rest.take()?;
        let head = u32::from_le_bytes([a, b, c, 0]);
        let (last, kind, size) = (head & 1 != 0, head >> 1 & 3, (head >> 3) as usize);
        // All of the block is there; the decoder could not tell what is missing from what is wrong.
        rest.skip(if kind == 1 { 1 } else { size })?;
        rest.skip(if last && header.checked { 4 } else { 0 })?;
        let block = &rest.packed[at..rest.at];
        decoder.decode_blocks(block, BlockDecodingStrategy::UptoBlocks(1)).map_err(|_| wrong)?;
        let (len, more) = (plain.len(), decoder.can_collect());
        if more > limit.most - len {
            return Err(limit.exceeded(start));
        }
        grow(plain, more, limit.most);
        plain.resize(len + more, 0);
        decoder.read_exact(&mut plain[len..]).map_err(|_| wrong)?;
    }
    if header.content.is_some_and(|content| content != (plain.len() - before) as u64) {
        return Err(Malformed::expected(start, EXPECTED));
    }
    if header.checked && decoder.get_checksum_from_data() != decoder.get_calculated_checksum() {
        return Err(Malformed::expected(rest.at - 4, "the check of what was unpacked"));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
