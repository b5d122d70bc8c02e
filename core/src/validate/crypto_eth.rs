//! Ethereum address: `0x` and 20 bytes in hexadecimal.
//!
//! Source: EIP-55, <https://eips.ethereum.org/EIPS/eip-55>: in mixed case the Keccak-256 of the lower-case digits says
//! which letters are capitals. One case carries no checksum: `Unverified`. Refused: what starts with eight zero bytes (no
//! address, precompiled contracts) and one digit repeated. Proves the checksum, not that the account was ever used.

pub(super) mod keccak;

use super::Check;

pub(super) fn check(text: &[u8]) -> Check {
    let Some((b"0x" | b"0X", digits)) = text.split_at_checked(2) else { return Check::Invalid };
    let Ok(digits) = <&[u8; 40]>::try_from(digits) else { return Check::Invalid };
    let repeated = digits.iter().all(|digit| digit.eq_ignore_ascii_case(&digits[0]));
    if !digits.iter().all(u8::is_ascii_hexdigit) || repeated || digits.starts_with(&[b'0'; 16]) {
        return Check::Invalid;
    }
    if !digits.iter().any(u8::is_ascii_uppercase) || !digits.iter().any(u8::is_ascii_lowercase) {
        return Check::Unverified;
    }
    let hash = keccak::keccak_256(&digits.to_ascii_lowercase());
    let nibbles = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let capitals =
        |(digit, nibble): (&u8, u8)| !digit.is_ascii_alphabetic() || digit.is_ascii_uppercase() == (nibble > 7);
    digits.iter().zip(nibbles).all(capitals).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        // The EIP's own.
        valid: [
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
            "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
        ],
        unverified: [
            "0xde709f2102306220921060314715629080e2fb77", "0x52908400098527886E0F7030069857D2E4169EE7",
        ],
        invalid: [
            ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed", "capitals"),
            ("0x0000000000000000000000000000000000000001", "precompiled contract"),
            ("0xffffffffffffffffffffffffffffffffffffffff", "one digit repeated"),
            ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", "39 digits"),
            ("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed00", "no prefix"),
        ],
        catches: 99,
    }
}
