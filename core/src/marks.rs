//! What the bytes of a text are, a bit each: made once, with vectors, and asked by several stages.

/// Bytes of a block.
pub const BLOCK: usize = 64;

/// A bit for each of 64 bytes, the first one lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// ASCII digits.
    pub digits: u64,
    /// ASCII letters.
    pub letters: u64,
    /// ASCII capitals.
    pub capitals: u64,
    /// Double quotes.
    pub quotes: u64,
    /// Backslashes.
    pub escapes: u64,
    /// What stands between a name and its value: `:`, `=` and `>`.
    pub signs: u64,
    /// Brackets and braces.
    pub brackets: u64,
    /// What is not ASCII.
    pub foreign: u64,
}

/// The marks of a text. Nothing follows it: beyond the last byte no bit is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Two blocks more than the text has, so that there is one after each place of it.
    blocks: Vec<Block>,
    any: Block,
}

impl Marks {
    /// Makes room for the marks of another text.
    pub(crate) fn clear(&mut self) {
        self.blocks.clear();
        // Most texts are of this size: they need not be grown into.
        self.blocks.reserve(64);
        self.any = Block::default();
    }

    /// Adds the next 64 bytes.
    #[inline(always)]
    pub(crate) fn push(&mut self, block: Block) {
        self.any.escapes |= block.escapes;
        self.any.foreign |= block.foreign;
        self.blocks.push(block);
    }

    /// The marks of a text, without vectors.
    pub(crate) fn fill(&mut self, text: &[u8]) {
        self.clear();
        for bytes in text.chunks(BLOCK) {
            let mut all = [0; BLOCK];
            all[..bytes.len()].copy_from_slice(bytes);
            self.push(Block::of(&all));
        }
        self.end();
    }

    /// There is no more text.
    #[inline(always)]
    pub(crate) fn end(&mut self) {
        self.blocks.extend([Block::default(); 2]);
    }

    /// True when there is a backslash.
    pub(crate) fn has_escapes(&self) -> bool {
        self.any.escapes != 0
    }

    /// True when there is a byte that is not ASCII.
    pub(crate) fn has_foreign(&self) -> bool {
        self.any.foreign != 0
    }

    /// Each double quote that none follows within 24 bytes: where a long string starts, or what is between two.
    ///
    /// Cost: a few instructions for each block, not for each quote.
    #[cfg(feature = "packed")]
    #[inline(always)]
    pub(crate) fn long_strings(&self, mut each: impl FnMut(usize)) {
        for (index, pair) in self.blocks.windows(2).enumerate() {
            let after = (u128::from(pair[0].quotes) | u128::from(pair[1].quotes) << BLOCK) >> 1;
            // Whether there is one in the next 2, 4, 8, 16 and 24 bytes.
            let after = after | after >> 1;
            let after = after | after >> 2;
            let after = after | after >> 4;
            let after = after | after >> 8 | after >> 16;
            let mut long = pair[0].quotes & !(after as u64);
            while long != 0 {
                each(index * BLOCK + long.trailing_zeros() as usize);
                long &= long - 1;
            }
        }
    }

    /// The marks of the 64 bytes from `at` on, which is within the text or its end.
    #[inline(always)]
    pub(crate) fn from(&self, at: usize, pick: impl Fn(&Block) -> u64) -> u64 {
        self.all_from(at, |block| [pick(block)])[0]
    }

    /// The marks of the 64 bytes up to `at`, the last of them highest; of fewer where the text starts there.
    #[inline(always)]
    pub(crate) fn up_to(&self, at: usize, pick: impl Fn(&Block) -> u64) -> u64 {
        match at.checked_sub(BLOCK) {
            Some(from) => self.from(from, pick),
            None if at == 0 => 0,
            None => self.from(0, pick) << (BLOCK - at),
        }
    }

    /// Several marks of the same 64 bytes.
    #[inline(always)]
    pub(crate) fn all_from<const N: usize>(&self, at: usize, pick: impl Fn(&Block) -> [u64; N]) -> [u64; N] {
        let (block, shift) = (at / BLOCK, at as u32 % 64);
        let [low, high] = self.blocks[block..].first_chunk().map_or([[0; N]; 2], |[low, high]| [pick(low), pick(high)]);
        // A shift by all 64 bits is none: in two steps.
        std::array::from_fn(|kind| low[kind] >> shift | high[kind] << 1 << (63 - shift))
    }
}

/// A text with its marks.
#[derive(Clone, Copy)]
pub struct Marked<'a> {
    /// The bytes.
    pub text: &'a [u8],
    /// What they are.
    pub marks: &'a Marks,
}

/// Bytes of a string that is long: see [`Marks::long_strings`].
#[cfg(all(test, feature = "packed"))]
const QUOTELESS: usize = 24;

/// Eight bytes with their highest bits set, or the lowest.
const HIGH: u64 = 0x8080_8080_8080_8080;
const LOW: u64 = 0x0101_0101_0101_0101;

impl Block {
    /// The marks of 64 bytes, eight at a time.
    fn of(bytes: &[u8; BLOCK]) -> Self {
        let mut block = Self::default();
        let (words, _) = bytes.as_chunks::<8>();
        for (at, word) in words.iter().enumerate() {
            let word = u64::from_le_bytes(*word);
            let add = |marks: &mut u64, found: u64| {
                *marks |= (found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56 << (8 * at);
            };
            add(&mut block.digits, within(word, b'0', 10));
            add(&mut block.letters, within(word | (LOW * 0x20), b'a', 26));
            add(&mut block.capitals, within(word, b'A', 26));
            add(&mut block.quotes, within(word, b'"', 1));
            add(&mut block.escapes, within(word, b'\\', 1));
            add(&mut block.signs, within(word, b'=', 2) | within(word, b':', 1));
            let curly = word | (LOW * 0x20);
            add(&mut block.brackets, within(curly, b'{', 1) | within(curly, b'}', 1));
            add(&mut block.foreign, word & HIGH);
        }
        block
    }
}

/// The highest bit of each ASCII byte that is one of `many` from `first` on.
fn within(word: u64, first: u8, many: u8) -> u64 {
    let from = (word & !HIGH) + LOW * u64::from(0x80 - first);
    let beyond = (word & !HIGH) + LOW * u64::from(0x80 - first - many);
    from & !beyond & !word & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, byte by byte.
    fn naive(text: &[u8], is: impl Fn(u8) -> bool) -> u64 {
        text.iter().take(BLOCK).rev().fold(0, |marks, &byte| marks << 1 | u64::from(is(byte)))
    }

    #[cfg(feature = "packed")]
    #[test]
    fn strings_of_all_lengths() {
        let mut text = Vec::new();
        for len in (0..150).chain((0..150).rev()) {
            text.push(b'"');
            text.extend(std::iter::repeat_n(b'a', len));
        }
        let is_long = |&at: &usize| {
            let next = &text[at + 1..text.len().min(at + 1 + QUOTELESS)];
            text[at] == b'"' && !next.contains(&b'"')
        };
        let expected: Vec<usize> = (0..text.len()).filter(is_long).collect();
        let (mut marks, mut found) = (Marks::default(), Vec::new());
        marks.fill(&text);
        marks.long_strings(|at| found.push(at));
        assert_eq!(found, expected);
    }

    #[test]
    fn every_byte_from_every_place() {
        let text: Vec<u8> = (0..=255).chain(*b"a1\"Z\\").chain((0..=255).rev()).collect();
        let mut marks = Marks::default();
        marks.fill(&text);
        assert!(marks.has_escapes() && marks.has_foreign());
        for at in 0..=text.len() {
            let rest = &text[at..];
            let last = text[..at].iter().rev().take(BLOCK).enumerate();
            let digits = last.fold(0, |bits, (i, byte)| bits | u64::from(byte.is_ascii_digit()) << (63 - i));
            assert_eq!(marks.up_to(at, |block| block.digits), digits);
            assert_eq!(marks.from(at, |block| block.digits), naive(rest, |byte| byte.is_ascii_digit()));
            assert_eq!(marks.from(at, |block| block.letters), naive(rest, |byte| byte.is_ascii_alphabetic()));
            assert_eq!(marks.from(at, |block| block.capitals), naive(rest, |byte| byte.is_ascii_uppercase()));
            assert_eq!(marks.from(at, |block| block.quotes), naive(rest, |byte| byte == b'"'));
            assert_eq!(marks.from(at, |block| block.escapes), naive(rest, |byte| byte == b'\\'));
            assert_eq!(marks.from(at, |block| block.signs), naive(rest, |byte| b":=>".contains(&byte)));
            assert_eq!(marks.from(at, |block| block.brackets), naive(rest, |byte| b"[]{}".contains(&byte)));
            assert_eq!(marks.from(at, |block| block.foreign), naive(rest, |byte| !byte.is_ascii()));
        }
    }
}
