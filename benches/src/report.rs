//! What an engine reports, and fingerprints of it.

/// A match: the rule and the bytes of the corpus. Engines that know only one end give it twice; those that know only
/// whole messages give these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Match {
    /// Index of the rule in its set.
    pub rule: u32,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

/// What a run reported: a count and a fingerprint that does not depend on the order, and for checks the whole list.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many.
    pub count: u64,
    /// Of all of them.
    pub hash: u64,
    /// All of them, where asked for.
    pub list: Option<Vec<Match>>,
    /// Fingerprint of the masked bytes, where asked for.
    pub output: Option<u64>,
}

impl Report {
    /// A report that keeps everything.
    pub fn keeping() -> Self {
        Self { list: Some(Vec::new()), output: Some(OFFSET), ..Self::default() }
    }

    /// Adds a match. Timed runs call this for every match of every engine alike.
    #[inline]
    pub fn add(&mut self, rule: usize, start: usize, end: usize) {
        let place = Match { rule: rule as u32, start: start as u32, end: end as u32 };
        self.count += 1;
        self.hash = self.hash.wrapping_add(mix(place));
        if let Some(list) = &mut self.list {
            list.push(place);
        }
    }

    /// Adds bytes that went out.
    #[inline]
    pub fn write(&mut self, bytes: &[u8]) {
        match &mut self.output {
            Some(hash) => *hash = fnv_from(*hash, bytes),
            None => {
                std::hint::black_box(bytes);
            }
        }
    }
}

fn mix(place: Match) -> u64 {
    let word = (u64::from(place.start) << 32 | u64::from(place.end)) ^ u64::from(place.rule).wrapping_mul(FACTOR);
    let word = (word ^ (word >> 29)).wrapping_mul(FACTOR);
    word ^ (word >> 32)
}

const FACTOR: u64 = 0xd6e8_feb8_6659_fd93;

/// Count and fingerprint of a list.
pub fn fingerprint(list: &[Match]) -> (u64, u64) {
    (list.len() as u64, list.iter().fold(0, |hash: u64, place| hash.wrapping_add(mix(*place))))
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over 64 bits.
pub fn fnv(bytes: &[u8]) -> u64 {
    fnv_from(OFFSET, bytes)
}

fn fnv_from(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Of all matches of a rule, the leftmost and of those the longest, and then the next after its end.
pub fn resolve(mut list: Vec<Match>) -> Vec<Match> {
    list.sort_unstable_by_key(|place| (place.rule, place.start, u32::MAX - place.end));
    let mut free = (u32::MAX, 0);
    list.retain(|place| {
        let fits = place.rule != free.0 || place.start >= free.1;
        if fits {
            free = (place.rule, place.end);
        }
        fits
    });
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(rule: u32, start: u32, end: u32) -> Match {
        Match { rule, start, end }
    }

    #[test]
    fn leftmost_longest_and_not_overlapping() {
        let list = vec![at(1, 5, 9), at(0, 3, 6), at(0, 0, 2), at(0, 0, 4), at(0, 4, 7), at(1, 9, 10)];
        assert_eq!(resolve(list), [at(0, 0, 4), at(0, 4, 7), at(1, 5, 9), at(1, 9, 10)]);
    }

    #[test]
    fn order_does_not_matter_and_everything_else_does() {
        let of = |list: &[Match]| {
            let mut report = Report::keeping();
            list.iter().for_each(|p| report.add(p.rule as usize, p.start as usize, p.end as usize));
            assert_eq!(fingerprint(list), (report.count, report.hash));
            report.hash
        };
        let (a, b) = (at(0, 1, 5), at(2, 1, 5));
        assert_eq!(of(&[a, b]), of(&[b, a]));
        for other in [at(0, 1, 6), at(0, 2, 5), at(1, 1, 5), at(0, 5, 1)] {
            assert_ne!(of(&[a, b]), of(&[other, b]));
        }
        // A pair does not cancel out.
        assert_ne!(of(&[a, a]), 0);
    }

    #[test]
    fn the_published_fingerprint() {
        assert_eq!(fnv(b"a"), 0xaf63_dc4c_8601_ec8c);
    }
}
