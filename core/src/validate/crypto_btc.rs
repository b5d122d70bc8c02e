//! Bitcoin address: base58check of a key or script hash, or a bech32 witness program.
//!
//! Source: <https://github.com/bitcoin/bips>: BIP 13 (script hash), BIP 173 (bech32), BIP 350 (bech32m). Base58check ends
//! in the first four bytes of SHA-256 taken twice; bech32 in six characters of a BCH code. Main network only. Proves the
//! checksum, the version and the length, not that anything was ever paid there.

use sha2::{Digest, Sha256};

use super::Check;

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];

pub(super) fn check(text: &[u8]) -> Check {
    let valid = match text.first() {
        Some(b'1') => base58check(text, 0),
        Some(b'3') => base58check(text, 5),
        _ => bech32(text).is_some(),
    };
    valid.into()
}

/// Version, hash of 20 bytes, checksum of four.
fn base58check(text: &[u8], version: u8) -> bool {
    let Some(bytes) = base58(text) else { return false };
    let (body, checksum) = bytes.split_at(21);
    bytes[0] == version && Sha256::digest(Sha256::digest(body)).starts_with(checksum)
}

/// The 25 bytes that the text spells; every leading zero byte is one leading `1`.
fn base58(text: &[u8]) -> Option<[u8; 25]> {
    let mut bytes = [0; 25];
    for byte in text {
        let mut carry = BASE58.iter().position(|digit| digit == byte)?;
        for slot in bytes.iter_mut().rev() {
            carry += usize::from(*slot) * 58;
            *slot = carry.to_le_bytes()[0];
            carry >>= 8;
        }
        if carry != 0 {
            return None;
        }
    }
    let ones = text.iter().take_while(|&&byte| byte == b'1').count();
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    (ones == zeros).then_some(bytes)
}

/// Prefix `bc1`, version, program of 20 or 32 bytes (2 to 40 from version 1 on), checksum; upper or lower case, not both.
fn bech32(text: &[u8]) -> Option<()> {
    let mixed = text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase);
    let data = text.split_at_checked(3).filter(|(prefix, _)| !mixed && prefix.eq_ignore_ascii_case(b"bc1"))?.1;
    let value = |byte: &u8| BECH32.iter().position(|letter| *letter == byte.to_ascii_lowercase());
    // The prefix enters the code as the high bits of its letters, a zero, and the low bits.
    let mut code = [3, 3, 0, 2, 3].into_iter().fold(1, step);
    for byte in data {
        code = step(code, u32::try_from(value(byte)?).ok()?);
    }
    let version = value(data.first()?)?;
    let program = data.len().checked_sub(7)?;
    let (bytes, padding) = (program * 5 / 8, program * 5 % 8);
    let sized = if version == 0 { matches!(bytes, 20 | 32) } else { (2..=40).contains(&bytes) };
    let residue = if version == 0 { 1 } else { 0x2bc8_30a3 };
    (version <= 16 && sized && padding < 5 && code == residue).then_some(())
}

fn step(code: u32, value: u32) -> u32 {
    let top = code >> 25;
    let next = (code & 0x01ff_ffff) << 5 ^ value;
    GENERATOR.iter().enumerate().fold(next, |next, (i, term)| if top >> i & 1 == 1 { next ^ term } else { next })
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            // The first block's address; the addresses of BIP 13's and other published examples; BIP 173 and BIP 350.
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "3P14159f73E4gFr7JterCCQh9QjiTjiZrG",
            "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ],
        invalid: [
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "checksum"),
            ("1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a", "0 is not base58"),
            ("3A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "version"),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "bech32 checksum"),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", "bech32 where bech32m is due"),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8F3T4", "mixed case"),
            ("tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", "test network"),
            ("mfWyW5fc9NUj75YAnFgoRLrjxgLDn2MMth", "test network"),
        ],
        catches: 99,
    }
}
