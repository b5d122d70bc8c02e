//! Names that have been looked up before: a stream has few, and many times.

use std::sync::Arc;

use super::keys::{Keys, Place};
use crate::label::LONGEST;

/// Names kept at a time, each in the place that its hash says.
const KEPT: usize = 256;

/// A way that a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Index of the way.
    pub(super) way: u16,
    /// The name is all of the key.
    pub(super) alone: bool,
    /// The words before the name are those of an object that it would have to be in.
    pub(super) inside: bool,
}

/// What names are. What is kept changes what a name costs, never what it says.
#[derive(Default)]
pub(crate) struct Known {
    /// The rules whose fields they are.
    of: Option<Arc<()>>,
    kept: Vec<Kept>,
}

#[derive(Clone, Default)]
struct Kept {
    name: Vec<u8>,
    /// Looked up at all.
    read: bool,
    ways: Vec<Named>,
}

impl Known {
    /// Forgets everything that was looked up among other rules than these.
    pub(crate) fn belong_to(&mut self, rules: &Arc<()>) {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, rules)) {
            self.of = Some(Arc::clone(rules));
            self.kept.iter_mut().for_each(|kept| kept.read = false);
        }
    }

    /// The ways that a name belongs to.
    #[inline]
    pub(super) fn read(&mut self, name: &[u8], keys: &Keys) -> &[Named] {
        if self.kept.is_empty() {
            let empty = || Kept { name: Vec::with_capacity(LONGEST), ..Kept::default() };
            self.kept.resize_with(KEPT, empty);
        }
        let kept = &mut self.kept[place(name)];
        if !kept.read || kept.name != name {
            look_up(name, keys, kept);
        }
        &kept.ways
    }
}

#[cold]
fn look_up(name: &[u8], keys: &Keys, kept: &mut Kept) {
    kept.read = true;
    kept.name.clear();
    kept.name.extend_from_slice(name);
    kept.ways.clear();
    let mut except = Vec::new();
    keys.entries(name, |entry, alone, before| match entry.place {
        Place::Except => except.push(entry.way),
        Place::Whole if !alone => {}
        Place::Last | Place::Whole => {
            let inside = keys.is_within(entry.way, before);
            match kept.ways.iter_mut().find(|named| named.way == entry.way) {
                Some(named) => {
                    named.alone |= alone;
                    named.inside |= inside;
                }
                None => kept.ways.push(Named { way: entry.way, alone, inside }),
            }
        }
    });
    kept.ways.retain(|named| !except.contains(&named.way));
}

/// A place for each name; many share one.
#[inline]
fn place(name: &[u8]) -> usize {
    let word = |bytes: &[u8]| match bytes.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => bytes.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    let mix = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = mix(mix(name.len() as u64, word(name)), word(&name[name.len().saturating_sub(8)..]));
    (hash >> 56) as usize % KEPT
}
