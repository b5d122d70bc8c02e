//! TRON address: base58check of 20 bytes with the version 65, which makes it begin with T.
//!
//! Source: <https://developers.tron.network/docs/account>. Proves checksum, version and length.

use super::{BASE58, Check, base58check};

pub(super) fn check(text: &[u8]) -> Check {
    base58check::<25>(text, BASE58).is_some_and(|bytes| bytes[0] == 65).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["TPcFM4yJgrDhR6wCXfdeFbehcCTkitJFBY", "TQjUfRxjY64Y9NHHo3ZWdAiCRiGrYEo32P", "TRhG2Gt2tjiv8cST8rw7E5YckQmxf463R1"],
        invalid: [
            ("TPcFM4yJgrDhR6wCXfdeFbehcCTkitJFBZ", "checksum"),
            ("TPcFM4yJgrDhR6wCXfdeFbehcCTkitJFB", "a letter short"),
            ("DL82hHhKQnqwoHiEqkMnzZkd2AjGWwA6iF", "version of Dogecoin"),
        ],
        catches: 99,
    }
}
