//! Words as a tree of bytes, searched at every place where a word may begin.

use crate::words::{Plain, SOFT, is_space, is_unspaced};

/// A set of words of plain text.
#[derive(Clone, Debug)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    labels: Vec<u8>,
    /// For each first byte of a word its node; 0 where no word starts so.
    first: Box<[u32; 256]>,
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

    /// Reports every word that starts at `start`: its number and where it ends. `token`: a token starts there.
    pub(super) fn walk<L: Letters>(&self, letters: &L, start: usize, token: bool, found: &mut impl FnMut(u32, usize)) {
        if let Step::Letter(letter, end) = letters.step(start, true) {
            let first = self.first[usize::from(letter)];
            if first != 0 {
                self.follow(letters, Reached { end, len: 1, fresh: false, node: first as usize }, token, found);
            }
        }
    }

    /// Goes on from a node. A soft space is a space, or nothing: both ways are followed.
    fn follow<L: Letters>(&self, letters: &L, mut reached: Reached, token: bool, found: &mut impl FnMut(u32, usize)) {
        loop {
            let Reached { end, len, fresh, .. } = reached;
            let node = &self.nodes[reached.node];
            if let Some(word) = node.word
                && (node.anywhere || token && letters.ends(len, end))
            {
                found(word, end);
            }
            let (label, end, fresh) = match letters.step(end, fresh) {
                Step::End => return,
                Step::Letter(letter, end) => (letter, end, false),
                Step::Space(end) => (b' ', end, true),
                Step::Soft(end) => {
                    if let Step::Letter(letter, end) = letters.step(end, true)
                        && let Some(node) = self.child(node, letter)
                    {
                        self.follow(letters, Reached { end, len: len + 2, fresh: false, node }, token, found);
                    }
                    (b' ', end, true)
                }
            };
            let Some(node) = self.child(node, label) else { return };
            reached = Reached { end, len: len + 1, fresh, node };
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

/// How far a walk has come: in the text, and in the tree.
struct Reached {
    end: usize,
    /// Letters and spaces read.
    len: usize,
    /// The last of them was a space.
    fresh: bool,
    node: usize,
}

/// A text as words are looked for in it.
pub(super) trait Letters {
    /// What stands at `at`; `fresh`: a space has just been read, or nothing yet.
    fn step(&self, at: usize, fresh: bool) -> Step;

    /// The end of the token that `at`, which is not fresh, stands in or at the end of.
    fn token_end(&self, at: usize) -> usize;

    /// True when a word of `len` letters that was read up to `at` is over, or goes on as an inflected form would.
    fn ends(&self, len: usize, at: usize) -> bool {
        let mut rest = 0;
        let mut end = at;
        while let Step::Letter(letter, next) = self.step(end, false) {
            rest += 1;
            if rest == 1 && letter == b's' && !matches!(self.step(next, false), Step::Letter(..)) {
                return true;
            }
            if len < STEM || rest > ENDING {
                return false;
            }
            end = next;
        }
        true
    }
}

/// What comes next.
pub(super) enum Step {
    /// Nothing.
    End,
    /// A letter or digit, and where the next thing stands.
    Letter(u8, usize),
    /// What stands between two tokens, and where the second starts.
    Space(usize),
    /// The same where it may count as nothing.
    Soft(usize),
}

impl Letters for Plain {
    fn step(&self, at: usize, _: bool) -> Step {
        match self.text.get(at) {
            None => Step::End,
            Some(&SOFT) => Step::Soft(at + 1),
            Some(b' ') => Step::Space(at + 1),
            Some(&letter) => Step::Letter(letter, at + 1),
        }
    }

    fn token_end(&self, at: usize) -> usize {
        at + self.text[at..].iter().take_while(|&&byte| !is_space(byte)).count()
    }
}

/// True for words with a letter of a script without spaces.
fn needs_no_space(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| word.chars().any(is_unspaced))
}
