//! Checksums of tokens and addresses: CRC, base58check, bech32.

use sha2::{Digest, Sha256};

use super::Check;

/// The letters of base58 as Bitcoin orders them, and as Ripple does.
pub(crate) const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
pub(crate) const BASE58_RIPPLE: &[u8; 58] = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BECH32: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];

/// What bech32 (BIP 173) and bech32m (BIP 350) leave of a right text.
pub(crate) const BECH32_REST: u32 = 1;
pub(crate) const BECH32M_REST: u32 = 0x2bc8_30a3;

/// CRC-32 of ISO/IEC 3309, as in zip.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
    })
}

/// Tokens in GitHub's form after their prefix: random letters and digits, then six that are their CRC-32 in base 62,
/// digits before capitals before small letters, padded with 0. The scheme is given for 36 characters: of another length
/// with another sum nothing is known.
pub(crate) fn ends_in_crc32(token: &[u8]) -> Check {
    let Some((body, sum)) = token.split_last_chunk::<6>() else { return Check::Invalid };
    if base62(crc32(body)) == *sum {
        Check::Valid
    } else if token.len() == 36 {
        Check::Invalid
    } else {
        Check::Unverified
    }
}

fn base62(mut number: u32) -> [u8; 6] {
    let mut out = [b'0'; 6];
    for place in out.iter_mut().rev() {
        *place = BASE62[(number % 62) as usize];
        number /= 62;
    }
    out
}

/// The `N` bytes that base58check spells, of which the last four are the start of SHA-256 taken twice over the others;
/// `None` when they are not. Every leading zero byte is one leading first letter.
pub(crate) fn base58check<const N: usize>(text: &[u8], alphabet: &[u8; 58]) -> Option<[u8; N]> {
    let bytes = base58::<N>(text, alphabet)?;
    let ones = text.iter().take_while(|&&byte| byte == alphabet[0]).count();
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    let (body, checksum) = bytes.split_last_chunk::<4>()?;
    (ones == zeros && Sha256::digest(Sha256::digest(body)).starts_with(checksum)).then_some(bytes)
}

/// The number that the text spells in base58, in `N` bytes; `None` when it needs more.
pub(crate) fn base58<const N: usize>(text: &[u8], alphabet: &[u8; 58]) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    for byte in text {
        let mut carry = alphabet.iter().position(|digit| digit == byte)?;
        for slot in bytes.iter_mut().rev() {
            carry += usize::from(*slot) * 58;
            *slot = carry.to_le_bytes()[0];
            carry >>= 8;
        }
        if carry != 0 {
            return None;
        }
    }
    Some(bytes)
}

/// The version before a key, when the last two of the bytes that base32 spells are the CRC-16 of the others.
pub(crate) fn base32_crc16(text: &[u8]) -> Option<u8> {
    let (mut bits, mut held, mut last, mut version, mut crc) = (0_u32, 0, [0; 2], None, 0_u16);
    let mut len = 0;
    for &byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'2'..=b'7' => byte - b'2' + 26,
            _ => return None,
        };
        bits = bits << 5 | u32::from(value);
        held += 5;
        if held >= 8 {
            held -= 8;
            let next = (bits >> held).to_le_bytes()[0];
            version = version.or(Some(next));
            // Two bytes behind, so that the sum itself stays out.
            if len >= 2 {
                crc = (0..8)
                    .fold(crc ^ u16::from(last[0]) << 8, |crc, _| crc << 1 ^ if crc >> 15 == 1 { 0x1021 } else { 0 });
            }
            last = [last[1], next];
            len += 1;
        }
    }
    let padding = bits & ((1 << held) - 1);
    version.filter(|_| len > 2 && padding == 0 && crc == u16::from_le_bytes(last))
}

/// What is left of bech32 with that prefix, in lower case and without the 1, and that data; in either case, not both.
/// `None` on any letter that is not of the code.
pub(crate) fn bech32(prefix: &[u8], data: &[u8]) -> Option<u32> {
    if data.iter().any(u8::is_ascii_lowercase) && data.iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    // The prefix enters the code as the high bits of its letters, a zero, and the low bits.
    let high = prefix.iter().map(|byte| u32::from(byte >> 5));
    let low = prefix.iter().map(|byte| u32::from(byte & 31));
    let code = high.chain([0]).chain(low).fold(1, step);
    data.iter().try_fold(code, |code, byte| Some(step(code, bech32_value(*byte)?)))
}

/// The five bits of a letter of bech32.
pub(crate) fn bech32_value(byte: u8) -> Option<u32> {
    let at = BECH32.iter().position(|letter| *letter == byte.to_ascii_lowercase())?;
    u32::try_from(at).ok()
}

fn step(code: u32, value: u32) -> u32 {
    let top = code >> 25;
    let next = (code & 0x01ff_ffff) << 5 ^ value;
    GENERATOR.iter().enumerate().fold(next, |next, (i, term)| if top >> i & 1 == 1 { next ^ term } else { next })
}

/// A witness program (BIP 141) after that prefix: version, 20 or 32 bytes (2 to 40 from version 1 on), checksum.
pub(crate) fn witness_program(prefix: &[u8], text: &[u8]) -> Option<()> {
    let (start, data) = text.split_at_checked(prefix.len() + 1)?;
    let mixed = text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase);
    let prefixed = !mixed && start[..prefix.len()].eq_ignore_ascii_case(prefix) && start[prefix.len()] == b'1';
    let rest = bech32(prefix, data)?;
    let version = bech32_value(*data.first()?)?;
    let program = data.len().checked_sub(7)?;
    let (bytes, padding) = (program * 5 / 8, program * 5 % 8);
    let sized = if version == 0 { matches!(bytes, 20 | 32) } else { (2..=40).contains(&bytes) };
    let due = if version == 0 { BECH32_REST } else { BECH32M_REST };
    (prefixed && version <= 16 && sized && padding < 5 && rest == due).then_some(())
}
