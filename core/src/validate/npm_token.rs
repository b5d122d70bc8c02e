//! npm tokens: a prefix, 30 random letters and digits, and six that are their CRC-32 in base 62.
//!
//! Source: "Announcing npm's new access token format",
//! <https://github.blog/2021-09-23-announcing-npms-new-access-token-format/>, which takes over the format of GitHub's own.
//! Tokens after a name in an `.npmrc` have no check: `Unverified`.

use super::{Check, ends_in_crc32};

pub(super) fn check(text: &[u8]) -> Check {
    match text.strip_prefix(b"npm_") {
        Some(token) => ends_in_crc32(token),
        None => placeholder(text).map_or(Check::Valid, |()| Check::Invalid),
    }
}

/// `Some` for a text that stands for a token: one letter repeated.
fn placeholder(text: &[u8]) -> Option<()> {
    text.windows(2).all(|pair| pair[0] == pair[1]).then_some(())
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [concat!("npm_", "EXAMPLE0EXAMPLE1EXAMPLE2EXAMPL17SpSL"), "EXAMPLE-0example-0EXAMPLE"],
        invalid: [
            (concat!("npm_", "EXAMPLE0EXAMPLE1EXAMPLE2EXAMPL17SpSM"), "checksum"),
            (concat!("npm_", "EXAMPLE0EXAMPLE1EXAMPLE3EXAMPL17SpSL"), "one digit of the body"),
            ("npm_", "nothing after the prefix"),
            ("xxxxxxxxxxxxxxxxxxxx", "a placeholder"),
        ],
        catches: 50,
    }
}
