//! Secret keys of age: `AGE-SECRET-KEY-1` and 32 bytes in bech32 with its six characters of checksum.
//!
//! Source: <https://age-encryption.org/v1>; bech32 of BIP 173, <https://github.com/bitcoin/bips>. Proves the checksum.

use super::{BECH32_REST, Check, bech32};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(data) = text.strip_prefix(b"AGE-SECRET-KEY-1") else { return Check::Invalid };
    (data.len() == 58 && bech32(b"age-secret-key-", data) == Some(BECH32_REST)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["AGE-SECRET-KEY-1EXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAH43R3M"],
        invalid: [
            ("AGE-SECRET-KEY-1EXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAH43R3Q", "checksum"),
            ("AGE-SECRET-KEY-1EXAMPLEEXAMPLEQXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAH43R3M", "one letter changed"),
            ("AGE-SECRET-KEY-1EXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAH43R3", "a letter short"),
        ],
        catches: 100,
    }
}
