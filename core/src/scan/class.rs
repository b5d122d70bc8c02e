//! Strings of byte sets.

use std::sync::LazyLock;

use crate::byte_set::ByteSet;

/// Bytes of a pattern that the filter looks at.
pub const DEPTH: usize = 8;

/// What the bytes at the start of a match, and the one before them, can be. A match of the pattern that it was made
/// from always fits; much else may.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClassString {
    /// The byte before, or the edge.
    pub before: ByteSet,
    /// The first bytes, and where the match is shorter, what follows it.
    pub at: [ByteSet; DEPTH],
}

impl ClassString {
    /// The string that accepts nothing.
    pub const EMPTY: Self = Self { before: ByteSet::EMPTY, at: [ByteSet::EMPTY; DEPTH] };

    /// The string that fits wherever either does.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self { before: self.before.union(&other.before), at: std::array::from_fn(|k| self.at[k].union(&other.at[k])) }
    }

    /// An estimate of how often it fits, per byte of text, if bytes were independent.
    pub fn frequency(&self) -> f64 {
        self.at.iter().map(frequency).product::<f64>() * frequency(&self.before)
    }
}

/// The same of one byte.
pub(super) fn frequency_of_byte(byte: u8) -> f64 {
    WEIGHTS[usize::from(byte)]
}

/// The same of one place.
pub(super) fn frequency(set: &ByteSet) -> f64 {
    if *set == ByteSet::ALL {
        return 1.0;
    }
    let octets = set.octets().zip(OCTETS.iter()).filter(|&(octet, _)| octet != 0);
    octets.map(|(octet, weights)| weights[usize::from(octet)]).sum::<f64>().min(1.0)
}

/// For eight bytes in a row the weight of each choice of them: sets are weighed many times.
static OCTETS: LazyLock<Box<[[f64; 256]]>> = LazyLock::new(|| {
    let weight = |first: u8, octet: usize| {
        (0..8).filter(|bit| octet >> bit & 1 == 1).map(|bit| WEIGHTS[usize::from(first + bit)]).sum()
    };
    (0..32).map(|octets| std::array::from_fn(|octet| weight(octets * 8, octet))).collect()
});

/// Share of each byte in messages: JSON, logs and prose mixed. Digits stand in runs, so that in the places of one string
/// they depend on each other; they weigh as much as they do after another digit.
static WEIGHTS: LazyLock<[f64; 256]> = LazyLock::new(|| std::array::from_fn(|byte| weight(byte as u8)));

fn weight(byte: u8) -> f64 {
    const LETTERS: &[u8; 26] = b"etaoinsrhldcumfpgwybvkxjqz";
    match byte {
        b'0'..=b'9' => 0.05,
        b'a'..=b'z' => {
            let rank = LETTERS.iter().position(|&letter| letter == byte).unwrap_or(25);
            0.06 * 0.88_f64.powi(rank as i32)
        }
        b'A'..=b'Z' => 0.006,
        b'"' => 0.08,
        b' ' => 0.05,
        b':' | b',' => 0.03,
        b'.' | b'-' | b'_' | b'/' => 0.015,
        0x21..=0x7e => 0.003,
        _ => 0.0008,
    }
}
