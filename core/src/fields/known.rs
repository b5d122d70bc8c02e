//! Names that have been looked up before: a stream has few, and many times.

use std::sync::Arc;

use super::keys::{Keys, Place};
use crate::label::LONGEST;

/// Names kept at a time, each in one of the two places that its hash says.
const KEPT: usize = 512;

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
    names: Vec<Slot<Vec<Named>>>,
    /// Names of objects, with the ways whose fields may be in them, a bit each.
    parents: Vec<Slot<Vec<u64>>>,
}

/// A name that was looked up, or none yet.
#[derive(Clone)]
struct Slot<T> {
    name: [u8; LONGEST],
    /// Bytes of the name; more than there can be where there is none.
    len: u8,
    is: T,
}

impl<T: Clone + Default> Slot<T> {
    const NONE: u8 = u8::MAX;

    fn none() -> Self {
        Self { name: [0; LONGEST], len: Self::NONE, is: T::default() }
    }

    fn holds(&self, name: &[u8]) -> bool {
        usize::from(self.len) == name.len() && &self.name[..name.len()] == name
    }

    /// Takes another name.
    fn take(&mut self, name: &[u8]) {
        self.len = name.len() as u8;
        self.name[..name.len()].copy_from_slice(name);
    }
}

/// The slot of a name: the first of its two, which it takes over where neither has it. The name that was there goes to the
/// second.
#[inline]
fn slot<'s, T: Clone + Default>(slots: &'s mut [Slot<T>], name: &[u8], look_up: impl FnOnce(&mut T)) -> &'s T {
    let at = place(name);
    if slots[at].holds(name) {
        return &slots[at].is;
    }
    if slots[at ^ 1].holds(name) {
        return &slots[at ^ 1].is;
    }
    slots.swap(at, at ^ 1);
    let slot = &mut slots[at];
    slot.take(name);
    look_up(&mut slot.is);
    &slot.is
}

impl Known {
    /// Forgets everything that was looked up among other rules than these.
    pub(crate) fn belong_to(&mut self, rules: &Arc<()>) {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, rules)) {
            self.of = Some(Arc::clone(rules));
            self.names.iter_mut().for_each(|slot| slot.len = Slot::<Vec<Named>>::NONE);
            self.parents.iter_mut().for_each(|slot| slot.len = Slot::<Vec<u64>>::NONE);
        }
    }

    /// The ways that a name belongs to, and what is known of objects.
    #[inline]
    pub(super) fn read(&mut self, name: &[u8], keys: &Keys) -> (&[Named], Parents<'_>) {
        if self.names.is_empty() {
            self.names.resize_with(KEPT, Slot::none);
            self.parents.resize_with(KEPT, Slot::none);
        }
        let ways = slot(&mut self.names, name, |ways| look_up(name, keys, ways));
        (ways, Parents(&mut self.parents))
    }
}

/// Names of objects.
pub(super) struct Parents<'k>(&'k mut [Slot<Vec<u64>>]);

impl Parents<'_> {
    /// True when the fields of a way may be in an object of that name.
    pub(super) fn hold(&mut self, name: &[u8], way: u16, keys: &Keys) -> bool {
        let ways = slot(self.0, name, |ways| keys.ways_within(name, ways));
        ways.get(usize::from(way) / 64).is_some_and(|ways| ways >> (way % 64) & 1 == 1)
    }
}

#[cold]
fn look_up(name: &[u8], keys: &Keys, ways: &mut Vec<Named>) {
    ways.clear();
    let mut except = Vec::new();
    keys.entries(name, |entry, alone, before| match entry.place {
        Place::Except => except.push(entry.way),
        Place::Whole if !alone => {}
        Place::Last | Place::Whole => {
            let inside = keys.is_within(entry.way, before);
            match ways.iter_mut().find(|named| named.way == entry.way) {
                Some(named) => {
                    named.alone |= alone;
                    named.inside |= inside;
                }
                None => ways.push(Named { way: entry.way, alone, inside }),
            }
        }
    });
    ways.retain(|named| !except.contains(&named.way));
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
    (hash >> 54) as usize % KEPT
}
