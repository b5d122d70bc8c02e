//! A digest, fingerprint or object id in hexadecimal, of any length.
//!
//! Source: FIPS 180-4 and RFC 1321 for the digests, git-rev-parse(1) for shortened object ids. All letters of one case
//! and at least one letter and one digit, so that no run of digits and no word is one. There is no check.

use super::Check;

pub(super) fn check(text: &[u8]) -> Check {
    let seen = text.iter().fold(0, |seen, &byte| seen | KINDS[usize::from(byte)]);
    matches!(seen, DIGIT_AND_SMALL | DIGIT_AND_CAPITAL).into()
}

const DIGIT_AND_SMALL: u8 = 1 | 2;
const DIGIT_AND_CAPITAL: u8 = 1 | 4;

/// A bit for digits, for small and for capital letters, and for what is not hexadecimal; none for colons.
static KINDS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = match byte as u8 {
            b'0'..=b'9' => 1,
            b'a'..=b'f' => 2,
            b'A'..=b'F' => 4,
            b':' => 0,
            _ => 8,
        };
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "d41d8cd98f00b204e9800998ecf8427e",
            "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709",
            "a1e2216",
            "3A:5B:0C:D1:22:9F:10:77:64:AA:BC:DE:F0:12:34:56:78:9A:BC:DE",
        ],
        invalid: [
            ("44051401359440514013594405140135", "no letter"),
            ("deadbeefdeadbeefdeadbeefdeadbeef", "no digit"),
            ("D41d8cd98f00b204e9800998ecf8427e", "both cases"),
            ("d41d8cd98f00b204e9800998ecf8427g", "not hexadecimal"),
        ],
        catches: 0,
    }
}
