//! A set of byte values.

use std::fmt;

/// A set of byte values, which may also hold the edge: the place before the first and after the last byte of a text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ByteSet {
    words: [u64; 4],
    edge: bool,
}

impl ByteSet {
    /// Nothing.
    pub const EMPTY: Self = Self { words: [0; 4], edge: false };
    /// Every byte and the edge.
    pub const ALL: Self = Self { words: [u64::MAX; 4], edge: true };

    /// Adds a byte.
    pub fn insert(&mut self, byte: u8) {
        self.words[usize::from(byte >> 6)] |= 1 << (byte & 63);
    }

    /// Adds the edge.
    pub fn insert_edge(&mut self) {
        self.edge = true;
    }

    /// True when it holds the byte.
    pub fn contains(&self, byte: u8) -> bool {
        self.words[usize::from(byte >> 6)] >> (byte & 63) & 1 == 1
    }

    /// True when it holds the edge.
    pub fn contains_edge(&self) -> bool {
        self.edge
    }

    /// What either holds.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut words = self.words;
        for (word, more) in words.iter_mut().zip(other.words) {
            *word |= more;
        }
        Self { words, edge: self.edge || other.edge }
    }

    /// What it does not hold.
    #[must_use]
    pub fn complement(&self) -> Self {
        Self { words: self.words.map(|word| !word), edge: !self.edge }
    }

    /// Eight bits for each of as many bytes in a row, from 0 on.
    pub(crate) fn octets(&self) -> impl Iterator<Item = u8> {
        self.words.into_iter().flat_map(u64::to_le_bytes)
    }

    /// The bytes, in order.
    pub fn iter(&self) -> impl Iterator<Item = u8> {
        self.words.into_iter().zip([0_u8, 64, 128, 192]).flat_map(|(word, base)| {
            std::iter::successors((word != 0).then_some(word), |&word| {
                Some(word & (word - 1)).filter(|&word| word != 0)
            })
            .map(move |word| base + word.trailing_zeros() as u8)
        })
    }
}

impl FromIterator<u8> for ByteSet {
    fn from_iter<I: IntoIterator<Item = u8>>(bytes: I) -> Self {
        let mut set = Self::EMPTY;
        bytes.into_iter().for_each(|byte| set.insert(byte));
        set
    }
}

impl fmt::Debug for ByteSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::ALL {
            return f.write_str("[any]");
        }
        write!(f, "[{}{}]", String::from_utf8_lossy(&self.iter().collect::<Vec<_>>()), if self.edge { "|" } else { "" })
    }
}
