//! Bitcoin address: base58check of a key or script hash, or a bech32 witness program.
//!
//! Source: <https://github.com/bitcoin/bips>: BIP 13 (script hash), BIP 173 (bech32), BIP 350 (bech32m). Base58check ends
//! in the first four bytes of SHA-256 taken twice; bech32 in six characters of a BCH code. Main network only. Proves the
//! checksum, the version and the length, not that anything was ever paid there.

use super::{BASE58, Check, base58check, witness_program};

pub(super) fn check(text: &[u8]) -> Check {
    let version = |version| base58check::<25>(text, BASE58).is_some_and(|bytes| bytes[0] == version);
    match text.first() {
        Some(b'1') => version(0),
        Some(b'3') => version(5),
        _ => witness_program(b"bc", text).is_some(),
    }
    .into()
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
