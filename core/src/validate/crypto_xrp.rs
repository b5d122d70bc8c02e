//! XRP Ledger address: base58check of an account of 20 bytes, in Ripple's order of letters; it begins with r.
//!
//! Source: <https://xrpl.org/docs/references/protocol/data-types/base58-encodings>. Proves checksum, version and length.

use super::{BASE58_RIPPLE, Check, base58check};

pub(super) fn check(text: &[u8]) -> Check {
    base58check::<25>(text, BASE58_RIPPLE).is_some_and(|bytes| bytes[0] == 0).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["rKvkcJrQ77AyyG2cmUMGoUoQdMNm7Qk2Mc", "rPL1vSn6hyiFsCeTG4BjESQMW7odmqALZz", "r3JmirrAJcHxu67KSSmp6zAU2BtuWHfMvW", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh"],
        invalid: [
            ("rKvkcJrQ77AyyG2cmUMGoUoQdMNm7Qk2Md", "checksum"),
            ("rKvkcJrQ77AyyG2cmUMGoUoQdMNm7Qk2M", "a letter short"),
            ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "letters of Bitcoin"),
        ],
        catches: 99,
    }
}
