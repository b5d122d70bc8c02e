//! Whether an engine reported what it should, by its own meaning of a match.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::corpus::{Haystack, Mode};
use crate::data::Reports;
use crate::engine::{Engine, Privet};
use crate::report::{Match, Report, resolve};
use crate::rules::Rules;
use crate::truth;

/// Bytes over which slow references are computed.
#[derive(Clone, Copy, Debug)]
pub struct Slices {
    /// Privet's naive backend.
    pub naive: usize,
    /// One search a rule.
    pub single: usize,
}

/// A text, rules, and what is known of their matches.
pub struct Truth<'a> {
    rules: &'a Rules,
    haystack: Haystack<'a>,
    adversarial: bool,
    slices: Slices,
    reference: Known,
    ends: Known,
}

/// A reference, once it is needed.
type Known = OnceCell<Result<Vec<Match>, String>>;

impl<'a> Truth<'a> {
    /// Of a whole text; `adversarial` texts may tell apart what others do not.
    pub fn new(rules: &'a Rules, haystack: Haystack<'a>, adversarial: bool, slices: Slices) -> Self {
        Self { rules, haystack, adversarial, slices, reference: OnceCell::new(), ends: OnceCell::new() }
    }

    /// The reference over a piece from the start of the text.
    fn reference(&self, piece: Haystack<'_>) -> Result<Vec<Match>, String> {
        let all = self.reference.get_or_init(|| truth::reference(self.rules, self.haystack));
        Ok(within(all.as_ref().map_err(Clone::clone)?, piece))
    }

    /// The ends over a piece from the start of the text.
    fn ends(&self, piece: Haystack<'_>) -> Result<Vec<Match>, String> {
        let all = self.ends.get_or_init(|| truth::ends(self.rules, self.haystack.first(self.slices.single)));
        Ok(within(all.as_ref().map_err(Clone::clone)?, piece))
    }

    /// Checks what an engine reported over a piece from the start of the text, and returns how many messages could not
    /// be compared.
    ///
    /// # Errors
    ///
    /// What is wrong.
    pub fn check(&self, reports: Reports, piece: Haystack<'_>, mode: Mode, report: &Report) -> Result<usize, String> {
        let mut list = report.list.clone().ok_or("no list was kept")?;
        list.sort_unstable();
        let single = piece.first(self.slices.single);
        match reports {
            // Compared with the naive backend, elsewhere.
            Reports::Pipeline => {}
            Reports::Nothing => same("matches", list, Vec::new())?,
            Reports::Each => same("matches", list, self.reference(piece)?)?,
            Reports::Matches => return self.matches(piece, list),
            Reports::Ends => {
                same("ends", within(&list, single), self.ends(single)?)?;
                self.in_step(piece, &list)?;
            }
            Reports::Starts => {
                same("starts", within(&list, single), truth::starts(self.rules, single, self.ends(single)?)?)?;
                // Of two matches that overlap and end apart, both may have the start of the first.
                if !self.adversarial {
                    same("matches", resolve(list), self.reference(piece)?)?;
                }
            }
            Reports::Winner => same("winners", within(&list, single), truth::winners(self.rules, single)?)?,
            Reports::Members => same("members", list, self.units(piece, mode, true)?)?,
            Reports::Changed => same("changes", list, self.units(piece, mode, false)?)?,
            Reports::Some => {
                let reference = self.reference(piece)?;
                all_in("matches", &list, &reference)?;
                none_missed(&list, &reference)?;
            }
            Reports::Less => all_in("matches", &list, &self.reference(piece)?)?,
        }
        Ok(0)
    }

    /// Every match of every rule, as soon as overlaps are settled, in messages that read as they are written.
    fn matches(&self, piece: Haystack<'_>, list: Vec<Match>) -> Result<usize, String> {
        let odd: HashSet<usize> = (0..piece.lines.len())
            .filter(|&line| !truth::reads_as_written(&piece.bytes[piece.lines[line].0..piece.lines[line].1]))
            .collect();
        if odd.len() * 10 > piece.lines.len() {
            return Err(format!("{} of {} messages cannot be compared", odd.len(), piece.lines.len()));
        }
        let kept = |mut list: Vec<Match>| {
            list.retain(|place| odd.is_empty() || !odd.contains(&piece.line_of(place.start as usize)));
            list
        };
        same("matches", kept(resolve(list)), kept(self.reference(piece)?))?;
        Ok(odd.len())
    }

    /// Every match of the reference has its end in the list, and every end stands in a message where the rule matches.
    fn in_step(&self, piece: Haystack<'_>, ends: &[Match]) -> Result<(), String> {
        let reference = self.reference(piece)?;
        let wanted: Vec<Match> = reference.iter().map(|place| Match { start: place.end, ..*place }).collect();
        all_in("ends of matches", &wanted, ends)?;
        let line = |place: &Match| Match { start: piece.line_of(place.end as usize - 1) as u32, end: 0, ..*place };
        let lines: Vec<Match> = reference.iter().map(line).collect();
        all_in("messages with an end", &ends.iter().map(line).collect::<Vec<_>>(), &lines)
    }

    /// Messages or batches with matches: of each rule, or of any.
    fn units(&self, piece: Haystack<'_>, mode: Mode, by_rule: bool) -> Result<Vec<Match>, String> {
        let units: Vec<(usize, usize)> =
            piece.calls(mode).map(|(start, bytes, _)| (start, start + bytes.len())).collect();
        let unit = |place: &Match| {
            let (start, end) = units[units.partition_point(|&(_, end)| end < place.end as usize)];
            Match { rule: if by_rule { place.rule } else { 0 }, start: start as u32, end: end as u32 }
        };
        let mut all: Vec<Match> = self.reference(piece)?.iter().map(unit).collect();
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// Runs an engine that is the whole pipeline and Privet's naive backend over the start of the text, and compares
    /// findings and masked bytes.
    ///
    /// # Errors
    ///
    /// What is wrong.
    pub fn check_pipeline(&self, engine: &mut dyn Engine, oracle: &mut Privet, mode: Mode) -> Result<(), String> {
        let piece = self.haystack.first(self.slices.naive);
        let (mut ours, mut theirs) = (Report::keeping(), Report::keeping());
        engine.run(piece, mode, &mut ours);
        oracle.run(piece, mode, &mut theirs);
        let sorted = |report: &Report| {
            let mut list = report.list.clone().unwrap_or_default();
            list.sort_unstable();
            list
        };
        same("findings", sorted(&ours), sorted(&theirs))?;
        if ours.output != theirs.output {
            return Err("the masked bytes are not those of the naive backend".to_owned());
        }
        Ok(())
    }
}

fn within(list: &[Match], piece: Haystack<'_>) -> Vec<Match> {
    list.iter().filter(|place| place.end as usize <= piece.bytes.len()).copied().collect()
}

fn same(what: &str, mut ours: Vec<Match>, mut theirs: Vec<Match>) -> Result<(), String> {
    ours.sort_unstable();
    theirs.sort_unstable();
    if ours == theirs {
        return Ok(());
    }
    let (here, there): (HashSet<_>, HashSet<_>) = (ours.iter().collect(), theirs.iter().collect());
    let more = ours.iter().find(|place| !there.contains(place));
    let less = theirs.iter().find(|place| !here.contains(place));
    let (many, right) = (ours.len(), theirs.len());
    Err(format!("{many} {what} where {right} are right; one too many: {more:?}; one missing: {less:?}"))
}

fn all_in(what: &str, list: &[Match], all: &[Match]) -> Result<(), String> {
    let all: HashSet<&Match> = all.iter().collect();
    let outside: Vec<&Match> = list.iter().filter(|place| !all.contains(place)).collect();
    outside.first().map_or(Ok(()), |first| Err(format!("{} {what} are not right, the first {first:?}", outside.len())))
}

/// Every match of the reference overlaps one of the list.
fn none_missed(list: &[Match], reference: &[Match]) -> Result<(), String> {
    let mut spans: Vec<(u32, u32)> = list.iter().map(|place| (place.start, place.end)).collect();
    spans.sort_unstable();
    // Ends of spans that overlap each other may fall; the furthest so far does not.
    let mut furthest = 0;
    for span in &mut spans {
        furthest = furthest.max(span.1);
        span.1 = furthest;
    }
    let met = |place: &Match| {
        let before = spans.partition_point(|&(start, _)| start < place.end);
        before > 0 && spans[before - 1].1 > place.start
    };
    let missed: Vec<&Match> = reference.iter().filter(|place| !met(place)).collect();
    missed.first().map_or(Ok(()), |first| Err(format!("{} matches are missed, the first {first:?}", missed.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(rule: u32, start: u32, end: u32) -> Match {
        Match { rule, start, end }
    }

    #[test]
    fn a_difference_is_told_from_both_sides() {
        assert!(same("x", vec![at(1, 2, 3), at(0, 1, 2)], vec![at(0, 1, 2), at(1, 2, 3)]).is_ok());
        let told = same("x", vec![at(0, 1, 2)], vec![at(0, 1, 3)]).unwrap_err();
        assert!(told.contains("end: 2") && told.contains("end: 3"), "{told}");
        assert!(same("x", vec![at(0, 1, 2), at(0, 1, 2)], vec![at(0, 1, 2)]).is_err());
    }

    #[test]
    fn what_is_outside_and_what_is_missed() {
        let reference = [at(0, 0, 4), at(1, 2, 6), at(0, 10, 12)];
        assert!(all_in("x", &reference[..1], &reference).is_ok());
        assert!(all_in("x", &[at(0, 0, 5)], &reference).is_err());
        assert!(none_missed(&[at(0, 0, 4), at(0, 10, 12)], &reference).is_ok());
        assert!(none_missed(&[at(0, 0, 4)], &reference).is_err());
        assert!(none_missed(&[at(0, 4, 10)], &reference).is_err());
    }
}
