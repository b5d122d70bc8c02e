//! Litecoin address: base58check of a key (L) or script hash (M), or a bech32 witness program (ltc1).
//!
//! Source: <https://github.com/litecoin-project/litecoin>, the parameters of the main chain: versions 48 and 50, prefix `ltc`.
//! Script hashes that begin with 3, as Bitcoin's do, are left to that. Proves checksum, version and length.

use super::{BASE58, Check, base58check, witness_program};

pub(super) fn check(text: &[u8]) -> Check {
    match text {
        [b'L' | b'M', rest @ ..] if !rest.starts_with(b"TC") => {
            base58check::<25>(text, BASE58).is_some_and(|bytes| matches!(bytes[0], 48 | 50))
        }
        _ => witness_program(b"ltc", text).is_some(),
    }
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["LbuEG2vWWk4YwvGpGnBRor2ZpUqEnSeG71", "MApHYFk6He3x8fjRVibm5VKMykvWQFkyRV", "ltc1quuq0zkhglx96kftyfrcddf275tczqt9nzj6t4m", "ltc1ppl7hlj440xrg5fpqxak9tg4nk50ypy9cc4mnp9p4x5jqhaaraxgqwaqu5t"],
        invalid: [
            ("LbuEG2vWWk4YwvGpGnBRor2ZpUqEnSeG72", "checksum"),
            ("ltc1quuq0zkhglx96kftyfrcddf275tczqt9nzj6t4n", "bech32 checksum"),
            ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "version of Bitcoin"),
            ("LbuEG2vWWk4YwvGpGnBRor2ZpUqEnSeG7", "a letter short"),
        ],
        catches: 99,
    }
}
