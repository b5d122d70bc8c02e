//! Names of fields, in plain words.

use std::collections::{HashMap, HashSet};

use crate::words::{Plain, SOFT};

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
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    names: HashMap<Box<[u8]>, Vec<Entry>>,
    /// For each way the objects that its fields must be in; none for everywhere.
    within: Vec<HashSet<Box<[u8]>>>,
}

/// Most words of a key that are read as a name: more stand before it.
const MAX_WORDS: usize = 8;

impl Keys {
    /// Adds a name of a way.
    pub(crate) fn add(&mut self, name: &str, way: u16, place: Place) {
        let joined = join(name);
        if !joined.is_empty() {
            self.names.entry(joined.into()).or_default().push(Entry { way, place });
        }
    }

    /// The fields of a way count in objects of those names only.
    pub(crate) fn within<'a>(&mut self, way: u16, names: impl IntoIterator<Item = &'a str>) {
        let way = usize::from(way);
        if self.within.len() <= way {
            self.within.resize_with(way + 1, HashSet::new);
        }
        self.within[way].extend(names.into_iter().map(|name| join(name).into()));
    }

    /// The ways whose fields may be in an object of that name, a bit each.
    pub(super) fn ways_within(&self, name: &[u8], ways: &mut Vec<u64>) {
        ways.clear();
        ways.resize(self.within.len().div_ceil(64), 0);
        for way in (0..self.within.len()).filter(|&way| self.is_within(way as u16, name)) {
            ways[way / 64] |= 1 << (way % 64);
        }
    }

    /// True when the last words of a key name an object that the fields of a way may be in; for a way that may be
    /// anywhere, always.
    pub(super) fn is_within(&self, way: u16, key: &[u8]) -> bool {
        let names = self.within.get(usize::from(way)).filter(|names| !names.is_empty());
        names.is_none_or(|names| endings(key).any(|(_, name)| forms(&name).any(|form| names.contains(form))))
    }

    /// The entries that a key ends in, each with whether it is all of the key, and the words before it.
    pub(super) fn entries(&self, key: &[u8], mut each: impl FnMut(Entry, bool, &[u8])) {
        for (before, name) in endings(key) {
            for form in forms(&name) {
                for &entry in self.names.get(form).into_iter().flatten() {
                    each(entry, before.is_empty(), &before);
                }
            }
        }
    }
}

/// A name as plain words, run together.
pub(crate) fn join(name: &str) -> Vec<u8> {
    let mut plain = Plain::default();
    plain.read(name.as_bytes());
    plain.text.retain(|&byte| byte != b' ' && byte != SOFT);
    plain.text
}

/// The last words of a key, run together, from the fewest to the most, each after the words before them. A number at the
/// end is not part of a name.
fn endings(key: &[u8]) -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> {
    let mut plain = Plain::default();
    plain.read(key);
    let text = plain.text;
    let mut words: Vec<&[u8]> = text.split(|&byte| byte == b' ' || byte == SOFT).collect();
    while words.len() > 1 && words.last().is_some_and(|word| word.iter().all(u8::is_ascii_digit)) {
        words.pop();
    }
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let last = words.len();
    for index in (last.saturating_sub(MAX_WORDS)..last).rev() {
        // In scripts without spaces a name may start at any letter of the word.
        let inner = words[index].iter().enumerate().rev().filter(|&(at, &byte)| at > 0 && byte >= 0xe0);
        starts.extend(inner.map(|(at, _)| (index, at)));
        starts.push((index, 0));
    }
    let all: Vec<_> = starts
        .into_iter()
        .map(|(index, at)| {
            let before = [words[..index].join(&b' '), words[index][..at].to_vec()].join(&b' ');
            let name = [&words[index][at..], &words[index + 1..].concat()].concat();
            (before.trim_ascii().to_vec(), name)
        })
        .collect();
    all.into_iter()
}

/// A name and what it would be in the singular.
fn forms(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    let singular = name.strip_suffix(b"s").filter(|stem| stem.len() >= 3);
    let long = name.strip_suffix(b"es").filter(|stem| stem.len() >= 4);
    [Some(name), singular, long].into_iter().flatten()
}
