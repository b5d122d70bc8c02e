//! Addresses in plain bech32: Cardano (`addr1`, `stake1`) and Cosmos with its kin (`cosmos1`, `osmo1`).
//!
//! Source: BIP 173, <https://github.com/bitcoin/bips>; <https://cips.cardano.org/cip/CIP-19> for Cardano, whose addresses are
//! longer than the BIP allows. Proves the checksum.

use super::{BECH32_REST, Check, bech32};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(at) = text.iter().rposition(|&byte| byte == b'1') else { return Check::Invalid };
    let (prefix, data) = (&text[..at], &text[at + 1..]);
    (data.len() >= 38 && bech32(prefix, data) == Some(BECH32_REST)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["addr1q9wgksv2l59vry59jm59fa628vkm55yfj7eljtgv0e56kax4xn3dfnx0qhp8wsfrlhgqyesm6g9aetj3ln24shgwty7qzv2jxn", "addr1vy058xavsz52mmpnpjp8lyg56h2fjdtu85un7kvvastlx8qrhp5y2", "stake1u9cq9h5pkxur9mnh0ftmn4075uttvp40rqzddhd3sgwyuws575jsu", "cosmos1ppx5mqrr2lu3t9u8zulufw2259t57s55c9m8se"],
        invalid: [
            ("addr1vy058xavsz52mmpnpjp8lyg56h2fjdtu85un7kvvastlx8qrhp5y3", "checksum"),
            ("cosmos1ppx5mqrr2lu3t9u8zulufw2259t57s55c9m8sf", "checksum"),
            ("cosmos1ppx5m", "short"),
            ("osmo1ppx5mqrr2lu3t9u8zulufw2259t57s55c9m8se", "prefix of another chain"),
        ],
        catches: 99,
    }
}
