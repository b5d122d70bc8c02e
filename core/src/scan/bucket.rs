//! Sharing few buckets among many class strings.

use super::class::ClassString;

/// Buckets in all.
pub(super) const BUCKETS: usize = 16;

/// Class strings put together so that the buckets let as little through as they can.
#[derive(Clone, Debug)]
pub struct Buckets {
    pub(super) strings: Vec<ClassString>,
    /// The first bucket of inner literals.
    pub(super) first_inner: usize,
}

impl Buckets {
    /// Shares the buckets: `start` are the strings of matches, `inner` those of inner literals.
    pub fn new(start: &[ClassString], inner: &[ClassString]) -> Self {
        let inner = share(inner, inner.len().min(2));
        let start = share(start, BUCKETS - inner.len());
        let first_inner = start.len();
        Self { strings: start.into_iter().chain(inner).collect(), first_inner }
    }

    /// Some pattern is found by its inner literal.
    pub fn has_inner(&self) -> bool {
        self.first_inner < self.strings.len()
    }
}

/// Puts each string where it adds least, the most frequent first, then moves single strings while that helps.
fn share(strings: &[ClassString], buckets: usize) -> Vec<ClassString> {
    if buckets == 0 {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..strings.len()).collect();
    order.sort_by(|&a, &b| strings[b].frequency().total_cmp(&strings[a].frequency()));
    let mut home = vec![0; strings.len()];
    let mut unions = vec![ClassString::EMPTY; buckets];
    for &i in &order {
        home[i] = cheapest(&unions, &strings[i]);
        unions[home[i]] = unions[home[i]].union(&strings[i]);
    }
    for _ in 0..3 {
        for &i in &order {
            let without = strings
                .iter()
                .zip(&home)
                .enumerate()
                .filter(|&(j, (_, &bucket))| j != i && bucket == home[i])
                .fold(ClassString::EMPTY, |union, (_, (string, _))| union.union(string));
            unions[home[i]] = without;
            home[i] = cheapest(&unions, &strings[i]);
            unions[home[i]] = unions[home[i]].union(&strings[i]);
        }
    }
    unions.retain(|union| *union != ClassString::EMPTY);
    unions
}

fn cheapest(unions: &[ClassString], string: &ClassString) -> usize {
    let added = |union: &ClassString| union.union(string).frequency() - union.frequency();
    let costs: Vec<f64> = unions.iter().map(added).collect();
    (0..costs.len()).min_by(|&a, &b| costs[a].total_cmp(&costs[b])).unwrap_or(0)
}
