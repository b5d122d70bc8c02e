//! Which groups of patterns may match at a place: a bit a group, a table a place of the class string.

use super::Haystack;
use crate::byte_set::ByteSet;

/// Groups of patterns, told apart by their first bytes and the one before.
#[derive(Clone)]
pub struct Sieve {
    before: Box<[u64; 256]>,
    before_edge: u64,
    places: Vec<Box<[u64; 256]>>,
    /// For each place, the groups that may have ended before it.
    edge: Vec<u64>,
}

impl Sieve {
    /// Most groups.
    pub const GROUPS: usize = 64;

    /// The sieve of groups given as class strings: the byte before, and the first bytes.
    pub fn new<'a>(groups: impl Iterator<Item = (&'a ByteSet, &'a [ByteSet])> + Clone) -> Self {
        let table = |set: &dyn Fn(&(&'a ByteSet, &'a [ByteSet])) -> &'a ByteSet| {
            let mut rows = Box::new([0; 256]);
            let mut edge = 0;
            for (bit, group) in groups.clone().enumerate() {
                let set = set(&group);
                set.iter().for_each(|byte| rows[usize::from(byte)] |= 1_u64 << bit);
                edge |= u64::from(set.contains_edge()) << bit;
            }
            (rows, edge)
        };
        let (before, before_edge) = table(&|group| group.0);
        let depth = groups.clone().map(|group| group.1.len()).max().unwrap_or(0);
        let (places, edge) = (0..depth).map(|place| table(&|group| &group.1[place])).unzip();
        Self { before, before_edge, places, edge }
    }

    /// A bit for each group that may match at `at`.
    ///
    /// Cost: a look-up for each of the first bytes, fewer when no group is left.
    #[inline]
    pub(super) fn groups(&self, hay: Haystack<'_>, at: usize) -> u64 {
        let mut groups = match at.checked_sub(1) {
            Some(before) => self.before[usize::from(hay.text[before])],
            None => self.before_edge,
        };
        let text = &hay.text[at..];
        for (place, rows) in self.places.iter().enumerate() {
            let Some(&byte) = text.get(place) else {
                if hay.closed {
                    groups &= self.edge[place];
                }
                continue;
            };
            groups &= rows[usize::from(byte)];
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
