//! Patterns that start with one of some words: found where words start, by a tree of the first bytes.
//!
//! Thousands of words in few buckets would let nearly every word through. Here each word of a text costs a look at its first
//! four bytes, and only those that are the first four of some pattern are followed in the tree.

use crate::finding::{GroupId, Opening};
use crate::marks::{Block, Marked};
use crate::span::Span;

/// Fewest bytes of a prefix: what is looked at first.
pub const SHORTEST: usize = 4;

/// The prefixes of all such patterns, folded: see [`fold`].
#[derive(Clone, Default)]
pub struct Prefixes {
    /// A bit for each hash of the first bytes of a prefix; empty where there is no prefix.
    heads: Vec<u64>,
    nodes: Vec<Node>,
    /// The last byte of what each node stands for.
    labels: Vec<u8>,
    groups: Vec<GroupId>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    /// Children are the nodes from here on.
    first: u32,
    count: u16,
    /// How many of `groups`, from where on, have their prefix end here.
    ends: u16,
    groups: u32,
}

/// Slots of heads.
const SLOTS: usize = 1 << 16;

/// The letters of either case as one; what else it makes alike costs a closer look.
pub fn fold(byte: u8) -> u8 {
    byte | 0x20
}

impl Prefixes {
    /// The tree of those folded prefixes, each of [`SHORTEST`] bytes at least, with the groups whose patterns start so.
    pub fn new(mut prefixes: Vec<(Vec<u8>, GroupId)>) -> Self {
        prefixes.sort_unstable();
        prefixes.dedup();
        if prefixes.is_empty() {
            return Self::default();
        }
        let mut heads = vec![0; SLOTS / 64];
        for head in prefixes.iter().filter_map(|(prefix, _)| prefix.first_chunk()) {
            let slot = slot(u32::from_le_bytes(*head));
            heads[slot / 64] |= 1 << (slot % 64);
        }
        let empty = Node { first: 0, count: 0, ends: 0, groups: 0 };
        let mut tree = Self { heads, nodes: vec![empty], labels: vec![0], groups: Vec::new() };
        let mut todo = std::collections::VecDeque::from([(0, 0..prefixes.len(), 0)]);
        while let Some((node, range, depth)) = todo.pop_front() {
            let mut at: usize = range.start;
            tree.nodes[node].groups = tree.groups.len() as u32;
            while at < range.end && prefixes[at].0.len() == depth {
                tree.groups.push(prefixes[at].1);
                tree.nodes[node].ends += 1;
                at += 1;
            }
            tree.nodes[node].first = tree.nodes.len() as u32;
            while at < range.end {
                let label = prefixes[at].0[depth];
                let end = at + prefixes[at..range.end].partition_point(|(prefix, _)| prefix[depth] == label);
                todo.push_back((tree.nodes.len(), at..end, depth + 1));
                tree.nodes.push(empty);
                tree.labels.push(label);
                tree.nodes[node].count += 1;
                at = end;
            }
        }
        tree
    }

    /// Appends what opens in `part`, in ascending order: at letters with no letter or digit before, and at bytes beyond
    /// ASCII. Returns the first place at which something may open that goes on after an open text.
    ///
    /// Cost: a look-up for each word, and for a few of them a walk down the tree.
    pub(crate) fn scan(&self, text: Marked<'_>, part: Span, closed: bool, out: &mut Vec<Opening>) -> Option<usize> {
        if self.heads.is_empty() {
            return None;
        }
        let Marked { text, marks } = text;
        let mut open = None;
        let mut at = part.start;
        while at < part.end {
            let within = if part.end - at >= 64 { u64::MAX } else { (1 << (part.end - at)) - 1 };
            let word = |block: &Block| block.letters | block.digits;
            let [words, letters, foreign] = marks.all_from(at, |block| [word(block), block.letters, block.foreign]);
            let before = at.checked_sub(1).map_or(words << 1, |before| marks.from(before, word));
            let mut starts = (letters & !before | foreign) & within;
            while starts != 0 {
                let start = at + starts.trailing_zeros() as usize;
                starts &= starts - 1;
                match text[start..].first_chunk::<SHORTEST>() {
                    Some(head) => {
                        let slot = slot(u32::from_le_bytes(head.map(fold)));
                        if self.heads[slot / 64] >> (slot % 64) & 1 == 0 {
                            continue;
                        }
                    }
                    None if closed => continue,
                    None => {}
                }
                if self.follow(text, start, out) && !closed {
                    open = open.or(Some(start));
                }
            }
            at += 64;
        }
        open
    }

    /// Walks down the tree; true where the text ended first.
    fn follow(&self, text: &[u8], start: usize, out: &mut Vec<Opening>) -> bool {
        let mut node = &self.nodes[0];
        for &byte in &text[start..] {
            let first = node.first as usize;
            let labels = &self.labels[first..first + usize::from(node.count)];
            let Some(child) = labels.iter().position(|&label| label == fold(byte)) else { return false };
            node = &self.nodes[first + child];
            let groups = &self.groups[node.groups as usize..][..usize::from(node.ends)];
            out.extend(groups.iter().map(|&group| Opening { at: start, group }));
        }
        node.count > 0
    }
}

fn slot(head: u32) -> usize {
    (head.wrapping_mul(0x9e37_79b1) >> 16) as usize % SLOTS
}

impl std::fmt::Debug for Prefixes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Prefixes({} nodes)", self.nodes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::Marks;

    fn opened(prefixes: &[&str], text: &str, closed: bool) -> (Vec<(usize, u16)>, Option<usize>) {
        let prefixes = prefixes.iter().zip(0..).map(|(prefix, at)| (prefix.bytes().map(fold).collect(), GroupId(at)));
        let tree = Prefixes::new(prefixes.collect());
        let (mut marks, mut out) = (Marks::default(), Vec::new());
        marks.fill(text.as_bytes());
        let marked = Marked { text: text.as_bytes(), marks: &marks };
        let open = tree.scan(marked, Span::new(0, text.len()), closed, &mut out);
        (out.into_iter().map(|Opening { at, group }| (at, group.0)).collect(), open)
    }

    #[test]
    fn words_open() {
        let prefixes = ["name", "name is", "născut", "names", "我叫"];
        let text = "Name is x, sname, 1name, a_NAME: Născut; 他我叫";
        let at = |word: &str| text.find(word).unwrap();
        let found = [(0, 0), (0, 1), (at("NAME:"), 0), (at("Născut"), 2), (at("我叫"), 4)];
        assert_eq!(opened(&prefixes, text, true), (found.to_vec(), None));
    }

    #[test]
    fn what_the_end_cuts_is_open() {
        for (text, open) in
            [("a na", Some(2)), ("a name", Some(2)), ("a name ", Some(2)), ("a nam,", None), ("a names", None)]
        {
            assert_eq!(opened(&["name", "name is", "names"], text, false).1, open, "{text}");
        }
    }

    /// Every place of a long text, against a plain search.
    #[test]
    fn every_place() {
        let prefixes = ["born", "born on", "dob:"];
        let text: String = (0..200).map(|i| ["born ", "bo", "dob: ", "1born on ", "-born on "][i * i % 5]).collect();
        let lower = text.to_lowercase();
        let starts = (0..text.len()).filter(|&at| at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric());
        let naive: Vec<(usize, u16)> = starts
            .flat_map(|at| (0..3).map(move |group| (at, group)))
            .filter(|&(at, group)| lower[at..].starts_with(prefixes[usize::from(group)]))
            .collect();
        assert_eq!(opened(&prefixes, &text, true).0, naive);
    }
}
