//! Monero address: a version, two keys of 32 bytes, for some a payment id of 8, and four bytes of Keccak-256, in base58 of
//! blocks: eight bytes are eleven letters, the last five are seven.
//!
//! Source: <https://docs.getmonero.org/public-address/standard-address/>, main network: versions 18 (standard), 42
//! (subaddress) and 19 (integrated). Proves checksum, version and length.

use super::crypto_eth::keccak::keccak_256;
use super::{BASE58, Check, base58};

/// Bytes of an address with a payment id, and without.
const INTEGRATED: usize = 77;
const STANDARD: usize = 69;

pub(super) fn check(text: &[u8]) -> Check {
    let mut bytes = [0; INTEGRATED];
    let len = match text.len() {
        95 => STANDARD,
        106 => INTEGRATED,
        _ => return Check::Invalid,
    };
    for (from, to) in text.chunks(11).zip(bytes[..len].chunks_mut(8)) {
        match to.len() {
            8 => match base58::<8>(from, BASE58) {
                Some(block) => to.copy_from_slice(&block),
                None => return Check::Invalid,
            },
            _ => match base58::<5>(from, BASE58) {
                Some(block) => to.copy_from_slice(&block),
                None => return Check::Invalid,
            },
        }
    }
    let Some((body, sum)) = bytes[..len].split_last_chunk::<4>() else { return Check::Invalid };
    let version = if len == STANDARD { matches!(body[0], 18 | 42) } else { body[0] == 19 };
    (version && keccak_256(body).starts_with(sum)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["48MHwSNvTHwWjJo121bRA7aVVJgvfH8RmY5Vbnn6ZbiUWp3jK5LEesJUPsRN1xjLYciF9yS6BgqnL8EdH5Kh1r6zHemwcPL", "84MY9kVoNfpRiJbwb6eXMgdEJ4DMGZzscVE2eSLT7SsCZbLK3YNowV7fusTRZQhzPD9U6mP3zSbMcYvAgKoR4nrgT8ZrGV4", "4HtdzvcaDqLSY4psspNvUo5ZFBuy4fttxToPn4iW7KshYEqD6i8VzDnTDgA4agYuL17aBYfYBLymeBRfQMupqC1NYeKtcewt1mbRyX8qSY"],
        invalid: [
            ("48MHwSNvTHwWjJo121bRA7aVVJgvfH8RmY5Vbnn6ZbiUWp3jK5LEesJUPsRN1xjLYciF9yS6BgqnL8EdH5Kh1r6zHemwcPM", "checksum"),
            ("48MHwSNvTHwWjJo121bRA7aVVJgvfH8RmY5Vbnn6ZbiUWp3jK5LEesJUPsRN1xjLYciF9yS6BgqnL8EdH5Kh1r6zHemwcP", "a letter short"),
        ],
        catches: 99,
    }
}
