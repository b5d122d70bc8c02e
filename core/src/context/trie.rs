//! Words as a tree of bytes, searched at every place where a word may begin.

use std::ops::Range;

use super::words::{Plain, SOFT, is_space, is_unspaced};

/// A set of words of plain text.
#[derive(Clone, Debug)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    labels: Vec<u8>,
    /// For each first byte of a word its node; 0 where no word starts so.
    first: Box<[u32; 256]>,
    heads: Heads,
}

/// Which bytes a word may start with: most tokens are turned away here.
#[derive(Clone)]
struct Heads {
    /// First three bytes, hashed.
    three: Box<[u64; Self::THREE / 64]>,
    /// Words of two bytes, and of one.
    two: Box<[u64; 1024]>,
    one: [bool; 256],
}

impl Heads {
    const THREE: usize = 1 << 15;

    fn new<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut heads = Self { three: Box::new([0; Self::THREE / 64]), two: Box::new([0; 1024]), one: [false; 256] };
        for word in words {
            match *word {
                [] => {}
                [a] => heads.one[usize::from(a)] = true,
                [a, b] => set(heads.two.as_mut_slice(), usize::from(u16::from_le_bytes([a, b]))),
                [a, b, c, ..] => set(heads.three.as_mut_slice(), Self::slot(a, b, c)),
            }
        }
        heads
    }

    fn slot(a: u8, b: u8, c: u8) -> usize {
        (u32::from_le_bytes([a, b, c, 0]).wrapping_mul(0x9e37_79b1) >> 17) as usize
    }

    /// False when no word starts like this text. A soft space may count as none, and says nothing.
    fn may_start(&self, text: &[u8]) -> bool {
        let Some(&[a, b, c]) = text.first_chunk() else { return true };
        has(self.three.as_slice(), Self::slot(a, b, c))
            || has(self.two.as_slice(), usize::from(u16::from_le_bytes([a, b])))
            || self.one[usize::from(a)]
            || b == SOFT
            || c == SOFT
    }
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

#[derive(Clone, Copy, Debug)]
struct Node {
    /// Children are the nodes from here on, one for each of `labels` in the same range.
    first: u32,
    count: u16,
    /// Tokens of that script need no space around them.
    anywhere: bool,
    word: Option<u32>,
}

/// A token that starts with a word this long and goes on for at most this much is an inflected form of it.
const STEM: usize = 5;
const ENDING: usize = 3;

impl Trie {
    /// The set of those words, which are sorted and distinct; a word's number is its position.
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a Vec<u8>>) -> Self {
        let words: Vec<&[u8]> = words.into_iter().map(Vec::as_slice).collect();
        let mut trie = Self {
            nodes: vec![Node { first: 0, count: 0, anywhere: false, word: None }],
            labels: vec![0],
            first: Box::new([0; 256]),
            heads: Heads::new(words.iter().copied()),
        };
        let mut todo = std::collections::VecDeque::from([(0_usize, 0..words.len(), 0_usize)]);
        while let Some((node, range, depth)) = todo.pop_front() {
            let mut at = range.start;
            if at < range.end && words[at].len() == depth {
                trie.nodes[node].word = Some(at as u32);
                trie.nodes[node].anywhere = needs_no_space(words[at]);
                at += 1;
            }
            trie.nodes[node].first = trie.nodes.len() as u32;
            while at < range.end {
                let label = words[at][depth];
                let end = at + words[at..range.end].partition_point(|word| word[depth] == label);
                todo.push_back((trie.nodes.len(), at..end, depth + 1));
                trie.nodes.push(Node { first: 0, count: 0, anywhere: false, word: None });
                trie.labels.push(label);
                trie.nodes[node].count += 1;
                at = end;
            }
        }
        let root = trie.nodes[0];
        for child in root.first as usize..root.first as usize + usize::from(root.count) {
            trie.first[usize::from(trie.labels[child])] = child as u32;
        }
        trie
    }

    /// Reports every word in a plain text: its number and where it stands.
    pub(super) fn search(&self, plain: &Plain, mut found: impl FnMut(u32, Range<usize>)) {
        let text = plain.text.as_slice();
        for start in plain.starts.iter().map(|&start| start as usize) {
            if self.heads.may_start(&text[start..]) {
                let token = start == 0 || is_space(text[start - 1]);
                self.walk(text, start, token, &mut found);
            }
        }
    }

    fn walk(&self, text: &[u8], start: usize, token: bool, found: &mut impl FnMut(u32, Range<usize>)) {
        let first = self.first[usize::from(text[start])];
        if first != 0 {
            self.follow(text, start, start + 1, first as usize, token, found);
        }
    }

    /// Goes on from a node that was reached at `end`. A soft space is a space, or nothing: both ways are followed.
    fn follow(
        &self,
        text: &[u8],
        start: usize,
        mut end: usize,
        mut at: usize,
        token: bool,
        found: &mut impl FnMut(u32, Range<usize>),
    ) {
        loop {
            let node = &self.nodes[at];
            if let Some(word) = node.word
                && (node.anywhere || (token && ends(text, start, end)))
            {
                found(word, start..end);
            }
            let Some(&next) = text.get(end) else { return };
            if next == SOFT
                && let Some(joined) = text.get(end + 1).and_then(|&next| self.child(node, next))
            {
                self.follow(text, start, end + 2, joined, token, found);
            }
            let Some(child) = self.child(node, if next == SOFT { b' ' } else { next }) else { return };
            (at, end) = (child, end + 1);
        }
    }

    fn child(&self, node: &Node, label: u8) -> Option<usize> {
        let first = node.first as usize;
        self.labels[first..first + usize::from(node.count)]
            .iter()
            .position(|&there| there == label)
            .map(|at| first + at)
    }
}

/// True when the token ends at `end`, or goes on as an inflected form would.
fn ends(text: &[u8], start: usize, end: usize) -> bool {
    let rest = text[end..].iter().take_while(|&&byte| !is_space(byte)).count();
    rest == 0 || (rest == 1 && text[end] == b's') || (end - start >= STEM && rest <= ENDING)
}

/// True for words with a letter of a script without spaces.
fn needs_no_space(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| word.chars().any(is_unspaced))
}
