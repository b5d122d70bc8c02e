//! Which groups of patterns may match at a place: a bit a group, a table a place of the class string.

use super::Haystack;
use crate::byte_set::ByteSet;

/// Groups of patterns, told apart by their first bytes and the one before.
#[derive(Clone)]
pub struct Sieve {
    before: Place,
    places: Vec<Place>,
}

/// For one place of the class strings, the groups that accept each byte there, and the edge of the text.
#[derive(Clone)]
struct Place {
    bytes: [u64; 256],
    edge: u64,
}

impl Place {
    fn new<'a>(sets: impl Iterator<Item = &'a ByteSet>) -> Self {
        let mut place = Self { bytes: [0; 256], edge: 0 };
        for (bit, set) in sets.enumerate() {
            set.iter().for_each(|byte| place.bytes[usize::from(byte)] |= 1_u64 << bit);
            place.edge |= u64::from(set.contains_edge()) << bit;
        }
        place
    }
}

impl Sieve {
    /// Most groups.
    pub const GROUPS: usize = 64;

    /// The sieve of groups given as class strings: the byte before, and the first bytes.
    pub fn new(groups: &[(ByteSet, &[ByteSet])]) -> Self {
        debug_assert!(groups.len() <= Self::GROUPS, "a group has a bit of its own");
        let depth = groups.iter().map(|(_, at)| at.len()).max().unwrap_or(0);
        let place = |k: usize| Place::new(groups.iter().map(move |(_, at)| &at[k]));
        Self { before: Place::new(groups.iter().map(|(before, _)| before)), places: (0..depth).map(place).collect() }
    }

    /// A bit for each group that may match at `at`.
    ///
    /// Cost: a look-up for each of the first bytes, fewer when no group is left.
    #[inline]
    pub(super) fn groups(&self, hay: Haystack<'_>, at: usize) -> u64 {
        let mut groups = match at.checked_sub(1) {
            Some(before) => self.before.bytes[usize::from(hay.text[before])],
            None => self.before.edge,
        };
        let text = &hay.text[at..];
        for (k, place) in self.places.iter().enumerate() {
            let Some(&byte) = text.get(k) else {
                if hay.closed {
                    groups &= place.edge;
                }
                continue;
            };
            groups &= place.bytes[usize::from(byte)];
            if groups == 0 {
                break;
            }
        }
        groups
    }
}

impl std::fmt::Debug for Sieve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sieve({} places)", self.places.len())
    }
}
