//! Bitcoin Cash address: `bitcoincash:`, a version byte and a hash of 20 bytes in letters of bech32, and eight letters of a
//! longer code.
//!
//! Source: <https://reference.cash/protocol/blockchain/encoding/cashaddr>. Proves the checksum, of hashes of 20 bytes.

use super::{Check, bech32_value};

const GENERATOR: [u64; 5] = [0x98_f2bc_8e61, 0x79_b76d_99e2, 0xf3_3e5f_b3c4, 0xae_2eab_e2a8, 0x1e_4f43_e470];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((prefix, data)) = text.split_at_checked(12) else { return Check::Invalid };
    let mixed = data.iter().any(u8::is_ascii_lowercase) && data.iter().any(u8::is_ascii_uppercase);
    if mixed || data.len() != 42 || !prefix.eq_ignore_ascii_case(b"bitcoincash:") {
        return Check::Invalid;
    }
    // The colon enters the code as a zero.
    let start = b"bitcoincash".iter().map(|byte| u64::from(byte & 31)).chain([0]).fold(1, step);
    let code = data.iter().try_fold(start, |code, &byte| Some(step(code, u64::from(bech32_value(byte)?))));
    (code == Some(1)).into()
}

fn step(code: u64, value: u64) -> u64 {
    let top = code >> 35;
    let next = (code & 0x07_ffff_ffff) << 5 ^ value;
    GENERATOR.iter().enumerate().fold(next, |next, (i, term)| if top >> i & 1 == 1 { next ^ term } else { next })
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["bitcoincash:qqz30639n2ym65kyl6mltg3y960xa520ssj5fjla0c", "bitcoincash:prn4s47pcy48264h75wg9z9gslkspgz59uam3kwyn8", "BITCOINCASH:QQZ30639N2YM65KYL6MLTG3Y960XA520SSJ5FJLA0C"],
        invalid: [
            ("bitcoincash:qqz30639n2ym65kyl6mltg3y960xa520ssj5fjla0d", "checksum"),
            ("bitcoincash:qqz30639n2ym65kyl6mltg3y960xa520ssj5fjla0", "a letter short"),
            ("bchtest:qqz30639n2ym65kyl6mltg3y960xa520ssj5fjla0c", "test network"),
        ],
        catches: 100,
    }
}
