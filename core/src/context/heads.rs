//! How words start: most tokens are turned away by their first three letters.

use crate::marks::{Block, Marked};
use crate::span::Span;
use crate::words::SOFT;

/// The starts of all words.
#[derive(Clone)]
pub(super) struct Heads {
    /// First three bytes of plain text, hashed.
    three: Box<[u64; THREE / 64]>,
    /// Words of two bytes of plain text, and of one.
    two: Box<[u64; 1 << 10]>,
    one: [bool; 256],
    ascii: AsciiHeads,
}

/// The starts of words of ASCII, without what stands between their tokens.
#[derive(Clone)]
struct AsciiHeads {
    /// First three letters, hashed.
    three: Box<[u64; THREE / 64]>,
    /// First five letters, hashed, or as many as there are.
    five: Box<[u64; FIVE / 64]>,
    /// First two letters, and the first one.
    two: Box<[u64; PAIRS / 64]>,
    one: u32,
    /// Some word starts with a digit.
    digits: bool,
}

/// Slots of heads of three bytes.
const THREE: usize = 1 << 15;

/// Slots of heads of five letters.
const FIVE: usize = 1 << 16;

/// Pairs of letters.
const PAIRS: usize = 1 << 10;

impl Heads {
    /// The heads of those words of plain text.
    pub(super) fn new<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let ascii = AsciiHeads {
            three: Box::new([0; THREE / 64]),
            five: Box::new([0; FIVE / 64]),
            two: Box::new([0; PAIRS / 64]),
            one: 0,
            digits: false,
        };
        let (three, two) = (Box::new([0; THREE / 64]), Box::new([0; 1 << 10]));
        let mut heads = Self { three, two, one: [false; 256], ascii };
        for word in words {
            match *word {
                [a] => heads.one[usize::from(a)] = true,
                [a, b] => set(heads.two.as_mut_slice(), usize::from(u16::from_le_bytes([a, b]))),
                [a, b, c, ..] => set(heads.three.as_mut_slice(), slot(a, b, c)),
                [] => continue,
            }
            if word.is_ascii() {
                heads.ascii.add(word);
            }
        }
        heads
    }

    /// False when no word starts like this plain text. A soft space may count as none, and says nothing.
    pub(super) fn may_start(&self, text: &[u8]) -> bool {
        let Some(&[a, b, c]) = text.first_chunk() else { return true };
        has(self.three.as_slice(), slot(a, b, c))
            || has(self.two.as_slice(), usize::from(u16::from_le_bytes([a, b])))
            || self.one[usize::from(a)]
            || b == SOFT
            || c == SOFT
    }

    /// Calls `each` with the places in a part of a text of ASCII where a token starts and a word may.
    ///
    /// Cost: a look-up for each token.
    #[inline]
    pub(super) fn each_start(&self, Marked { text, marks }: Marked<'_>, part: Span, mut each: impl FnMut(usize)) {
        let mut at = part.start;
        while at < part.end {
            let within = if part.end - at >= 64 { u64::MAX } else { (1 << (part.end - at)) - 1 };
            // What the byte before each of 64 is, each of them, and the byte after each.
            let around = |pick: fn(&Block) -> u64| {
                let here = marks.from(at, pick);
                let before = at.checked_sub(1).map_or(here << 1, |before| marks.from(before, pick));
                (before, here)
            };
            let (letters_before, letters) = around(|block| block.letters);
            let (capitals_before, capitals) = around(|block| block.capitals);
            let small_after = marks.from((at + 1).min(text.len()), |block| block.letters & !block.capitals);
            let small_before = letters_before & !capitals_before;
            let mut starts =
                letters & !letters_before | capitals & small_before | capitals & capitals_before & small_after;
            if self.ascii.digits {
                let (digits_before, digits) = around(|block| block.digits);
                starts |= digits & !digits_before;
            }
            starts &= within;
            while starts != 0 {
                let start = at + starts.trailing_zeros() as usize;
                starts &= starts - 1;
                if self.ascii.may_start(&text[start..]) && !is_plural(text, start) {
                    each(start);
                }
            }
            at += 64;
        }
    }
}

impl AsciiHeads {
    fn add(&mut self, word: &[u8]) {
        self.digits |= word[0].is_ascii_digit();
        let letters: Vec<u8> = word.iter().copied().filter(|&byte| byte != b' ').collect();
        let letter = |at: usize| letters.get(at).copied();
        self.one |= 1 << (letters[0] & 31);
        match (letter(1), letter(2)) {
            (Some(b), _) => set(self.two.as_mut_slice(), pair(letters[0], b)),
            // What follows a word of one letter may be anything.
            (None, _) => (0..32).for_each(|b| set(self.two.as_mut_slice(), pair(letters[0], b))),
        }
        // A shorter word goes on with an ending, or with what comes after it.
        let any =
            |at: usize| letter(at).map_or_else(|| b"abcdefghijklmnopqrstuvwxyz0123456789".to_vec(), |byte| vec![byte]);
        for (b, c) in any(1).into_iter().flat_map(|b| any(2).into_iter().map(move |c| (b, c))) {
            set(self.three.as_mut_slice(), slot(letters[0], b, c));
            for (d, e) in any(3).into_iter().flat_map(|d| any(4).into_iter().map(move |e| (d, e))) {
                set(self.five.as_mut_slice(), slot_of_five([letters[0], b, c, d, e]));
            }
        }
    }

    /// True when some word may start like this text, which starts with a letter or digit.
    #[inline]
    fn may_start(&self, text: &[u8]) -> bool {
        let Some(&[a, b, c, d, e]) = text.first_chunk() else { return true };
        let [three, five] = [
            b.is_ascii_alphanumeric() & c.is_ascii_alphanumeric(),
            d.is_ascii_alphanumeric() & e.is_ascii_alphanumeric(),
        ];
        if three {
            let [a, b, c, d, e] = [a, b, c, d, e].map(|letter| letter | 0x20);
            return has(self.three.as_slice(), slot(a, b, c))
                && (!five || has(self.five.as_slice(), slot_of_five([a, b, c, d, e])));
        }
        // What stands between tokens may count as nothing: only what is certain turns away.
        if b.is_ascii_alphanumeric() { has(self.two.as_slice(), pair(a, b)) } else { self.one >> (a & 31) & 1 == 1 }
    }
}

/// True when the capital at `at` ends an abbreviation with the s of a plural: `SSNs`.
fn is_plural(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|before| text[before].is_ascii_uppercase());
    before && text.get(at + 1) == Some(&b's') && !text.get(at + 2).is_some_and(u8::is_ascii_alphabetic)
}

fn slot(a: u8, b: u8, c: u8) -> usize {
    (u32::from_le_bytes([a, b, c, 0]).wrapping_mul(0x9e37_79b1) >> 17) as usize
}

fn slot_of_five([a, b, c, d, e]: [u8; 5]) -> usize {
    (u64::from_le_bytes([a, b, c, d, e, 0, 0, 0]).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as usize
}

fn pair(a: u8, b: u8) -> usize {
    usize::from(a & 31) << 5 | usize::from(b & 31)
}

fn set(bits: &mut [u64], at: usize) {
    bits[at / 64] |= 1 << (at % 64);
}

fn has(bits: &[u64], at: usize) -> bool {
    bits[at / 64] >> (at % 64) & 1 == 1
}

impl std::fmt::Debug for Heads {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Heads({} of three bytes)", self.three.iter().map(|word| word.count_ones()).sum::<u32>())
    }
}
