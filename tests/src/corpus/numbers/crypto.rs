use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::keccak::keccak_256;
use crate::corpus::{Rng, Sample};

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// A pay-to-pubkey-hash or pay-to-script-hash address of Bitcoin.
pub(crate) fn base58(rng: &mut Rng) -> Sample {
    let mut bytes = vec![rng.pick(&[0, 5])];
    bytes.extend((0..20).map(|_| rng.bits() as u8));
    Sample::plain(base58check(&bytes))
}

fn base58check(payload: &[u8]) -> String {
    let check = Sha256::digest(Sha256::digest(payload));
    let bytes = [payload, &check[..4]].concat();
    let mut digits: Vec<usize> = Vec::new();
    for &byte in &bytes {
        let mut carry = usize::from(byte);
        for digit in digits.iter_mut().rev() {
            carry += *digit << 8;
            *digit = carry % 58;
            carry /= 58;
        }
        while carry > 0 {
            digits.insert(0, carry % 58);
            carry /= 58;
        }
    }
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    "1".repeat(zeros) + &digits.into_iter().map(|digit| char::from(BASE58[digit])).collect::<String>()
}

/// A segwit address: version 0 in Bech32 (BIP 173), version 1 in Bech32m (BIP 350).
pub(crate) fn bech32(rng: &mut Rng) -> Sample {
    let (version, length, constant) = rng.pick(&[(0, 20, 1), (0, 32, 1), (1, 32, 0x2bc8_30a3)]);
    let program: Vec<u8> = (0..length).map(|_| rng.bits() as u8).collect();
    Sample::plain(segwit(version, &program, constant))
}

fn segwit(version: u8, program: &[u8], constant: u32) -> String {
    let mut data = vec![version];
    let (mut rest, mut bits) = (0_u32, 0);
    for &byte in program {
        rest = (rest << 8 | u32::from(byte)) & 0xfff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            data.push((rest >> bits & 31) as u8);
        }
    }
    if bits > 0 {
        data.push((rest << (5 - bits) & 31) as u8);
    }
    // "bc" spread out, as the checksum wants it.
    let spread = [3, 3, 0, 2, 3].iter().chain(&data).chain(&[0; 6]);
    let check = spread.fold(1, |check, &value| polymod(check, value)) ^ constant;
    data.extend((0..6).map(|place| (check >> (5 * (5 - place)) & 31) as u8));
    "bc1".chars().chain(data.into_iter().map(|value| char::from(BECH32[value as usize]))).collect()
}

pub(crate) fn polymod(check: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = check >> 25;
    let shifted = (check & 0x01ff_ffff) << 5 ^ u32::from(value);
    GENERATOR.iter().enumerate().fold(shifted, |sum, (bit, term)| if top >> bit & 1 == 1 { sum ^ term } else { sum })
}

/// An address of Ethereum, in lower case or with the capitals of EIP-55.
pub(crate) fn ethereum(rng: &mut Rng) -> Sample {
    let hex = rng.chars("0123456789abcdef", 40);
    Sample::plain(if rng.one_in(3) { format!("0x{hex}") } else { eip_55(&hex) })
}

fn eip_55(hex: &str) -> String {
    let hash = keccak_256(hex.as_bytes()).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    let capitals = hex.chars().zip(hash.chars());
    "0x".chars().chain(capitals.map(|(c, nibble)| if nibble >= '8' { c.to_ascii_uppercase() } else { c })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_specimens() {
        let hash = [
            0x62, 0xe9, 0x07, 0xb1, 0x5c, 0xbf, 0x27, 0xd5, 0x42, 0x53, 0x99, 0xeb, 0xf6, 0xf0, 0xfb, 0x50, 0xeb, 0xb8,
            0x8f, 0x18,
        ];
        assert_eq!(base58check(&[&[0][..], &hash].concat()), "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "the first block");
        let program = [
            0x75, 0x1e, 0x76, 0xe8, 0x19, 0x91, 0x96, 0xd4, 0x54, 0x94, 0x1c, 0x45, 0xd1, 0xb3, 0xa3, 0x23, 0xf1, 0x43,
            0x3b, 0xd6,
        ];
        assert_eq!(segwit(0, &program, 1), "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "BIP 173");
        assert_eq!(
            eip_55("5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "EIP-55"
        );
    }
}
