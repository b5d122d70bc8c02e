//! Names that have been looked up before: a stream has few, and many times.

use std::sync::Arc;

use super::keys::{Joined, Keys, Place};
use crate::label::LONGEST;

/// Names kept at a time, each in one of the slots that its hash says.
const KEPT: usize = 512;

/// Slots that share a hash.
const SHARED: usize = 4;

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
    /// Names of objects and of fields, with the ways whose fields may be in them, and those that may be beside them, a bit
    /// each.
    parents: Vec<Slot<Vec<u64>>>,
    room: Room,
}

/// A name that was looked up, or none yet.
#[derive(Clone)]
struct Slot<T> {
    /// Bytes of the name; more than there can be where there is none.
    len: u8,
    /// Its ends: all of a name of up to 16 bytes.
    ends: [u64; 2],
    name: [u8; LONGEST],
    is: T,
}

impl<T: Clone + Default> Slot<T> {
    const NONE: u8 = u8::MAX;

    fn none() -> Self {
        Self { len: Self::NONE, ends: [0; 2], name: [0; LONGEST], is: T::default() }
    }

    #[inline]
    fn holds(&self, name: &[u8], ends: [u64; 2]) -> bool {
        usize::from(self.len) == name.len()
            && self.ends == ends
            && (name.len() <= 16 || &self.name[..name.len()] == name)
    }

    /// Takes another name.
    fn take(&mut self, name: &[u8], ends: [u64; 2]) {
        self.len = name.len() as u8;
        self.ends = ends;
        self.name[..name.len()].copy_from_slice(name);
    }
}

/// The slot of a name. Where there is none, it takes over the one whose name came first of those that share its hash.
#[inline]
fn slot<'s, T: Clone + Default>(slots: &'s mut [Slot<T>], name: &[u8], look_up: impl FnOnce(&mut T)) -> &'s T {
    let ends = ends(name);
    let at = place(name.len(), ends);
    if let Some(at) = holding(slots, at, name, ends) {
        return &slots[at].is;
    }
    slots[at..at + SHARED].rotate_right(1);
    let slot = &mut slots[at];
    slot.take(name, ends);
    look_up(&mut slot.is);
    &slot.is
}

/// Which of the slots from `at` on has the name.
#[inline]
fn holding<T: Clone + Default>(slots: &[Slot<T>], at: usize, name: &[u8], ends: [u64; 2]) -> Option<usize> {
    let shared = slots.get(at..at + SHARED)?;
    shared.iter().position(|slot| slot.holds(name, ends)).map(|index| at + index)
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

    /// The ways that a name belongs to, and what is known of objects; `None` for a name that was never looked up.
    #[inline]
    pub(super) fn peek(&mut self, name: &[u8]) -> Option<(&[Named], Parents<'_>)> {
        let ends = ends(name);
        let at = holding(&self.names, place(name.len(), ends), name, ends)?;
        Some((&self.names[at].is, Parents(&mut self.parents, &mut self.room)))
    }

    /// The ways that a name belongs to, and what is known of objects.
    pub(super) fn read(&mut self, name: &[u8], keys: &Keys) -> (&[Named], Parents<'_>) {
        if self.names.is_empty() {
            self.names.resize_with(KEPT, Slot::none);
            self.parents.resize_with(KEPT, Slot::none);
        }
        let room = &mut self.room;
        let ways = slot(&mut self.names, name, |ways| room.look_up(name, keys, ways));
        (ways, Parents(&mut self.parents, room))
    }
}

/// Names of objects.
pub(super) struct Parents<'k>(&'k mut [Slot<Vec<u64>>], &'k mut Room);

impl Parents<'_> {
    /// True when the fields of a way may be in an object of that name.
    pub(super) fn have(&mut self, name: &[u8], way: u16, keys: &Keys) -> bool {
        self.bit(name, usize::from(way), keys)
    }

    /// True when the fields of a way may be beside a field of that name.
    pub(super) fn have_beside(&mut self, name: &[u8], way: u16, keys: &Keys) -> bool {
        self.bit(name, keys.ways() + usize::from(way), keys)
    }

    fn bit(&mut self, name: &[u8], bit: usize, keys: &Keys) -> bool {
        let Self(slots, Room { joined, .. }) = self;
        if name.len() > LONGEST {
            return false;
        }
        let look_up = |bits: &mut Vec<u64>| {
            joined.read(name);
            keys.around_name(joined, bits);
        };
        let bits = slot(slots, name, look_up);
        bits.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }
}

/// Buffers for names that are new.
#[derive(Default)]
struct Room {
    joined: Joined,
    except: Vec<u16>,
}

impl Room {
    #[cold]
    fn look_up(&mut self, name: &[u8], keys: &Keys, ways: &mut Vec<Named>) {
        let Self { joined, except } = self;
        joined.read(name);
        ways.clear();
        except.clear();
        keys.entries(joined, |entry, start| match entry.place {
            Place::Except => except.push(entry.way),
            Place::Whole if start > 0 => {}
            Place::Last | Place::Whole => {
                let (alone, inside) = (start == 0, keys.is_within(entry.way, joined, start));
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
}

/// The first and the last eight bytes of a name; of a shorter one all of it.
#[inline]
fn ends(name: &[u8]) -> [u64; 2] {
    let half = |bytes: Option<&[u8; 4]>| u64::from(bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes)));
    match (name.first_chunk(), name.last_chunk()) {
        (Some(first), Some(last)) => [u64::from_le_bytes(*first), u64::from_le_bytes(*last)],
        _ if name.len() >= 4 => [half(name.first_chunk()), half(name.last_chunk())],
        _ => [name.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)), 0],
    }
}

/// The first of the slots for a name.
#[inline]
fn place(len: usize, [first, last]: [u64; 2]) -> usize {
    let hash = (first ^ last.rotate_left(29) ^ len as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 32) as usize % (KEPT / SHARED) * SHARED
}
