//! Clustering class strings by what they let through on the sample.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::class::ClassString;
use super::sample::{Fit, Sample};

/// Strings put together.
pub(super) struct Shared {
    /// What each cluster lets through.
    pub(super) unions: Vec<ClassString>,
    /// For each string its cluster.
    pub(super) homes: Vec<usize>,
}

/// Puts each string where it adds least on the sample, the most frequent first, then moves single strings while that
/// helps.
pub(super) fn share(strings: &[ClassString], clusters: usize) -> Shared {
    // The same string of several patterns counts once.
    let mut distinct: Vec<&ClassString> = Vec::new();
    let mut index: HashMap<&ClassString, usize> = HashMap::new();
    let of: Vec<usize> = strings
        .iter()
        .map(|string| {
            *index.entry(string).or_insert_with(|| {
                distinct.push(string);
                distinct.len() - 1
            })
        })
        .collect();
    let shared = share_distinct(&distinct, clusters);
    Shared { homes: of.iter().map(|&i| shared.homes[i]).collect(), ..shared }
}

fn share_distinct(strings: &[&ClassString], clusters: usize) -> Shared {
    if strings.is_empty() {
        return Shared { unions: Vec::new(), homes: Vec::new() };
    }
    let mut sample = Sample::default();
    let fits: Vec<Fit> = strings.iter().map(|string| sample.fit(string)).collect();
    let nowhere = Fit::nowhere();
    let mut marks = Vec::new();
    let frequent: Vec<u32> = fits.iter().map(|fit| fit.count_with(&nowhere, &mut marks)).collect();
    let mut order: Vec<usize> = (0..strings.len()).collect();
    order.sort_by_key(|&i| Reverse(frequent[i]));
    let mut homes = vec![0; strings.len()];
    let empty = Cluster { fit: nowhere.clone(), count: 0, members: 0 };
    let mut all = vec![empty; clusters];
    for &i in &order {
        homes[i] = put(&mut all, &fits[i], &mut marks);
    }
    for &i in order.iter().filter(|&&i| frequent[i] > 0) {
        let others = (0..strings.len()).filter(|&j| j != i && homes[j] == homes[i]);
        let mut fit = nowhere.clone();
        others.for_each(|j| fit.add(&fits[j]));
        let cluster = &mut all[homes[i]];
        *cluster = Cluster { count: fit.count_with(&nowhere, &mut marks), fit, members: cluster.members - 1 };
        homes[i] = put(&mut all, &fits[i], &mut marks);
    }
    // Clusters that stayed empty are left out.
    let used: Vec<usize> = (0..clusters).filter(|&cluster| all[cluster].members > 0).collect();
    let union = |cluster: &usize| {
        let members = strings.iter().zip(&homes).filter(|(_, home)| *home == cluster);
        members.fold(ClassString::EMPTY, |union, (string, _)| union.union(string))
    };
    let unions = used.iter().map(union).collect();
    let homes = homes.iter().map(|home| used.iter().position(|cluster| cluster == home).unwrap_or(0)).collect();
    Shared { unions, homes }
}

#[derive(Clone)]
struct Cluster {
    fit: Fit,
    /// Places of the sample that it lets through.
    count: u32,
    members: usize,
}

/// Puts a string into the cluster where it adds fewest candidates, and returns that.
fn put(clusters: &mut [Cluster], fit: &Fit, marks: &mut Vec<u64>) -> usize {
    let with: Vec<u32> = clusters.iter().map(|cluster| cluster.fit.count_with(fit, marks)).collect();
    // Of those that cost the same the first: what costs nothing goes where most is let through already.
    let best = (0..clusters.len()).min_by_key(|&i| with[i] - clusters[i].count).unwrap_or(0);
    let cluster = &mut clusters[best];
    cluster.fit.add(fit);
    cluster.count = with[best];
    cluster.members += 1;
    best
}
