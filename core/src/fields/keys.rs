//! Names of fields, in plain words.

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::words::{Plain, is_space};

/// How a name must stand in the key of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// As its last words.
    Last,
    /// As all of it.
    Whole,
    /// As its last words, and then the way does not count.
    Except,
}

/// An entry: the way that it is of, by its index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) way: u16,
    pub(super) place: Place,
}

/// The names of all ways: words run together, and what they are.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    names: HashMap<Box<[u8]>, Vec<Entry>>,
    /// For each way the objects that its fields must be in; none for everywhere.
    within: Vec<HashSet<Box<[u8]>>>,
    /// For each way the fields one of which must be beside its own, where they are not in such an object; none for none.
    beside: Vec<HashSet<Box<[u8]>>>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("names", &self.names.len()).finish_non_exhaustive()
    }
}

/// Most places in a key where a name is looked for, from its end on: more words stand before it.
const MAX_STARTS: usize = 16;

impl Keys {
    /// Adds a name of a way.
    pub(crate) fn add(&mut self, name: &str, way: u16, place: Place) {
        let joined = join(name);
        if !joined.is_empty() {
            self.names.entry(joined).or_default().push(Entry { way, place });
        }
    }

    /// The fields of a way count in objects of the first names only, or beside fields of the second.
    pub(crate) fn around<'a>(
        &mut self,
        way: u16,
        within: impl IntoIterator<Item = &'a str>,
        beside: impl IntoIterator<Item = &'a str>,
    ) {
        let way = usize::from(way);
        if self.within.len() <= way {
            self.within.resize_with(way + 1, HashSet::new);
            self.beside.resize_with(way + 1, HashSet::new);
        }
        self.within[way].extend(within.into_iter().map(join));
        self.beside[way].extend(beside.into_iter().map(join));
    }

    /// Ways that there are.
    pub(super) fn ways(&self) -> usize {
        self.within.len()
    }

    /// True when the fields of a way count beside others.
    pub(super) fn asks_beside(&self, way: u16) -> bool {
        self.beside.get(usize::from(way)).is_some_and(|names| !names.is_empty())
    }

    /// The entries that a key ends in, each with where its name starts in the key.
    pub(super) fn entries(&self, key: &Joined, mut each: impl FnMut(Entry, usize)) {
        for start in key.starts() {
            for form in forms(&key.text[start..key.end]) {
                self.names.get(form).into_iter().flatten().for_each(|&entry| each(entry, start));
            }
        }
    }

    /// True when the words of a key up to `end` end in an object that the fields of a way may be in; for a way that may be
    /// anywhere, always.
    pub(super) fn is_within(&self, way: u16, key: &Joined, end: usize) -> bool {
        let names = self.within.get(usize::from(way)).filter(|names| !names.is_empty());
        names.map_or_else(|| !self.asks_beside(way), |names| ends_in(names, key, end))
    }

    /// What may be around a field of that name, or in an object of it, a bit each: for each way whether its fields may be
    /// in such an object, then for each whether they may be beside such a field.
    pub(super) fn around_name(&self, name: &Joined, bits: &mut Vec<u64>) {
        bits.clear();
        bits.resize((2 * self.ways()).div_ceil(64), 0);
        let within = (0..self.ways()).filter(|&way| self.is_within(way as u16, name, name.end));
        let beside = (0..self.ways()).filter(|&way| ends_in(&self.beside[way], name, name.end));
        for bit in within.chain(beside.map(|way| self.ways() + way)) {
            bits[bit / 64] |= 1 << (bit % 64);
        }
    }
}

/// A key as plain words, run together. Buffers are kept.
#[derive(Default)]
pub(super) struct Joined {
    plain: Plain,
    text: Vec<u8>,
    /// Where names may start: words, and the letters of scripts without spaces.
    starts: Vec<usize>,
    /// Where the last word ends that is no number behind others: `address 2`.
    pub(super) end: usize,
}

impl Joined {
    /// Reads a key.
    pub(super) fn read(&mut self, key: &[u8]) {
        self.plain.read(key);
        self.text.clear();
        self.starts.clear();
        self.end = 0;
        for word in self.plain.text.split(|&byte| is_space(byte)).filter(|word| !word.is_empty()) {
            let at = self.text.len();
            self.starts.push(at);
            let glued = word.iter().enumerate().filter(|&(i, &byte)| i > 0 && byte >= 0xe0);
            self.starts.extend(glued.map(|(i, _)| at + i));
            self.text.extend_from_slice(word);
            if at == 0 || !word.iter().all(u8::is_ascii_digit) {
                self.end = self.text.len();
            }
        }
    }

    /// Where names may start, from the end of the key on.
    fn starts(&self) -> impl Iterator<Item = usize> {
        self.starts.iter().rev().copied().filter(|&start| start < self.end).take(MAX_STARTS)
    }
}

/// A name as plain words, run together.
fn join(name: &str) -> Box<[u8]> {
    let mut plain = Plain::default();
    plain.read(name.as_bytes());
    plain.text.retain(|&byte| !is_space(byte));
    plain.text.into()
}

/// True when the words of a key up to `end` end in one of the names.
fn ends_in(names: &HashSet<Box<[u8]>>, key: &Joined, end: usize) -> bool {
    let mut starts = key.starts().filter(|&start| start < end);
    starts.any(|start| forms(&key.text[start..end]).any(|form| names.contains(form)))
}

/// A name and what it would be in the singular.
fn forms(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    let singular = name.strip_suffix(b"s").filter(|stem| stem.len() >= 3);
    let long = name.strip_suffix(b"es").filter(|stem| stem.len() >= 4);
    [Some(name), singular, long].into_iter().flatten()
}
