//! Numbers drawn by a key and a value: the same each time, and nothing to those without the key.

use hmac::Mac as _;

use super::Keyed;
use crate::transform::hash::sum;

/// A row of such numbers: HMAC of the value and a counter, block by block.
pub(super) struct Draw {
    /// The hash state after the value.
    keyed: Keyed,
    block: [u8; 32],
    blocks: u32,
    /// Bytes of the block that are used up.
    used: usize,
}

impl Draw {
    /// The `nth` row for that value.
    pub(super) fn new(keyed: &Keyed, nth: u32, value: &[u8]) -> Self {
        let mut keyed = keyed.clone();
        keyed.update(&nth.to_be_bytes());
        keyed.update(&(value.len() as u64).to_be_bytes());
        keyed.update(value);
        Self { keyed, block: [0; 32], blocks: 0, used: 32 }
    }

    /// A number below `bound`, which is small: the remainder of a large one is as good as even.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        if self.used == self.block.len() {
            self.block = sum(&self.keyed, &self.blocks.to_be_bytes());
            self.blocks += 1;
            self.used = 0;
        }
        let bytes = &self.block[self.used..self.used + 4];
        self.used += 4;
        bytes.iter().fold(0, |drawn, &byte| drawn << 8 | usize::from(byte)) % bound.max(1)
    }

    /// A digit.
    pub(super) fn digit(&mut self) -> u8 {
        b'0' + self.below(10) as u8
    }

    /// One of several.
    pub(super) fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }
}
