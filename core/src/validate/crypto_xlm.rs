//! Stellar address: base32 of a version, a key of 32 bytes and CRC-16; it begins with G, or with M and carries a number
//! of eight bytes more.
//!
//! Source: SEP 23, <https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md>. The CRC is that of
//! XMODEM, lowest byte first. Proves version and checksum.

use super::{Check, base32_crc16};

pub(super) fn check(text: &[u8]) -> Check {
    let version = match text.len() {
        56 => 6 << 3,
        69 => 12 << 3,
        _ => return Check::Invalid,
    };
    (base32_crc16(text) == Some(version)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["GD3U4HE2AJB4O5ESUGFO7CZ2EVFF3CF5KJCBUTL5STPTRDVMZSFJXZAE"],
        invalid: [
            ("GD3U4HE2AJB4O5ESUGFO7CZ2EVFF3CF5KJCBUTL5STPTRDVMZSFJXZAF", "checksum"),
            ("GD3U4HE2AJB4O5ESUGFO7CZ2EVFF3CF5KJCBUTL5STPTRDVMZSFJXZA", "a letter short"),
            ("SCVRCSHAFWOP2BGVPA7YOTE5ONZXZLIEOBYJZUA23NOFNIFWPXBVJ6QU", "a secret seed"),
        ],
        catches: 100,
    }
}
