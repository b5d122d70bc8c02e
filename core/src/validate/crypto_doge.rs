//! Dogecoin address: base58check of a key (D) or script hash (A, 9).
//!
//! Source: <https://github.com/dogecoin/dogecoin>, the parameters of the main chain: versions 30 and 22. Proves checksum,
//! version and length.

use super::{BASE58, Check, base58check};

pub(super) fn check(text: &[u8]) -> Check {
    base58check::<25>(text, BASE58).is_some_and(|bytes| matches!(bytes[0], 30 | 22)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["DL82hHhKQnqwoHiEqkMnzZkd2AjGWwA6iF", "DNbJgsaYSqqaTUABqUhdvCLxXsLHBbrEuC", "9sbnDRiKaLxFahW2eD4MPW1RDmV4muoMyY", "A1CjYGAiWFfx7QyrgQ2mNTRLn52RiLYZTS"],
        invalid: [
            ("DL82hHhKQnqwoHiEqkMnzZkd2AjGWwA6iG", "checksum"),
            ("LbuEG2vWWk4YwvGpGnBRor2ZpUqEnSeG71", "version of Litecoin"),
            ("DL82hHhKQnqwoHiEqkMnzZkd2AjGWwA6i", "a letter short"),
        ],
        catches: 99,
    }
}
