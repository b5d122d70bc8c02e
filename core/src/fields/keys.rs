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

    /// The fields of a way count in objects of those names only.
    pub(crate) fn within<'a>(&mut self, way: u16, names: impl IntoIterator<Item = &'a str>) {
        let way = usize::from(way);
        if self.within.len() <= way {
            self.within.resize_with(way + 1, HashSet::new);
        }
        self.within[way].extend(names.into_iter().map(join));
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
        let holds = |names: &HashSet<Box<[u8]>>| {
            let mut starts = key.starts().filter(|&start| start < end);
            starts.any(|start| forms(&key.text[start..end]).any(|form| names.contains(form)))
        };
        names.is_none_or(holds)
    }

    /// The ways whose fields may be in an object of that name, a bit each.
    pub(super) fn ways_within(&self, name: &Joined, ways: &mut Vec<u64>) {
        ways.clear();
        ways.resize(self.within.len().div_ceil(64), 0);
        for way in (0..self.within.len()).filter(|&way| self.is_within(way as u16, name, name.end)) {
            ways[way / 64] |= 1 << (way % 64);
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

/// A name and what it would be in the singular.
fn forms(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    let singular = name.strip_suffix(b"s").filter(|stem| stem.len() >= 3);
    let long = name.strip_suffix(b"es").filter(|stem| stem.len() >= 4);
    [Some(name), singular, long].into_iter().flatten()
}
