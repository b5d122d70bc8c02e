//! The counts that were accepted, and what of new counts is not.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

/// What one piece of work took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Bytes of the work; rules of the compilation.
    pub size: u64,
    /// Instructions that it took.
    pub instructions: u64,
}

impl Count {
    /// Instructions a byte, or a rule.
    pub fn each(self) -> f64 {
        self.instructions as f64 / self.size.max(1) as f64
    }
}

/// Counts of one backend by the name of the work.
pub type Counts = BTreeMap<String, Count>;

/// The file of accepted counts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The compiler, as `1.95.0`.
    pub rustc: String,
    /// Per cent by which a count may be above or below.
    pub tolerance: f64,
    /// The same when another minor version of the compiler made the program.
    pub tolerance_other_rustc: f64,
    /// Counts by backend.
    pub counts: BTreeMap<String, Counts>,
}

/// What a comparison says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// A line for each count, and what else is to be known.
    pub lines: Vec<String>,
    /// What must not be.
    pub failures: Vec<String>,
    /// Counts that have fallen: the baseline is to follow them.
    pub fallen: usize,
}

impl Baseline {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// The text of the file, `head` being the comment that it starts with.
    pub fn format(&self, head: &str) -> String {
        let mut out = head.to_owned();
        // Writing to a string does not fail.
        let _ = writeln!(out, "rustc = \"{}\"", self.rustc);
        let _ = writeln!(out, "tolerance = {:?}", self.tolerance);
        let _ = writeln!(out, "tolerance_other_rustc = {:?}", self.tolerance_other_rustc);
        for (backend, counts) in &self.counts {
            let _ = writeln!(out, "\n[counts.{backend}]");
            for (name, Count { size, instructions }) in counts {
                let _ = writeln!(out, "{name} = {{ size = {size}, instructions = {instructions} }}");
            }
        }
        out
    }

    /// Compares counts made with that compiler: everything in the file must have been counted, and everything counted
    /// must be in the file.
    pub fn compare(&self, rustc: &str, counted: &BTreeMap<String, Counts>) -> Report {
        let mut report = Report::default();
        let mut tolerance = self.tolerance;
        if minor(rustc) != minor(&self.rustc) {
            tolerance = self.tolerance_other_rustc;
            let text = format!("rustc {rustc}, the baseline was made with {}: {tolerance} % are tolerated", self.rustc);
            report.lines.push(text);
        }
        let nothing = Counts::new();
        for (backend, accepted) in &self.counts {
            let counts = counted.get(backend).unwrap_or(&nothing);
            for name in accepted.keys().filter(|name| !counts.contains_key(*name)) {
                report.failures.push(format!("{backend} {name} is in the baseline and was not counted"));
            }
        }
        for (backend, counts) in counted {
            for (name, &count) in counts {
                match self.counts.get(backend).and_then(|accepted| accepted.get(name)) {
                    Some(&accepted) => report.row(&format!("{backend} {name}"), accepted, count, tolerance),
                    None => report.failures.push(format!("{backend} {name} is not in the baseline")),
                }
            }
        }
        report
    }
}

impl Report {
    /// Compares what each byte takes: a rule more is no reason to be called slow.
    fn row(&mut self, name: &str, accepted: Count, count: Count, tolerance: f64) {
        let change = 100.0 * (count.each() / accepted.each() - 1.0);
        self.lines.push(format!("{name:24} {:12.1}, was {:12.1}, {change:+.2} %", count.each(), accepted.each()));
        if change > tolerance {
            self.failures.push(format!("{name} takes {change:.2} % more instructions, {tolerance} % are tolerated"));
        } else if change < -tolerance {
            self.fallen += 1;
        }
    }
}

/// The version without its patch: `1.95`.
fn minor(rustc: &str) -> &str {
    rustc.rsplit_once('.').map_or(rustc, |(minor, _)| minor)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# Comment.
rustc = \"1.95.0\"
tolerance = 3.0
tolerance_other_rustc = 12.5

[counts.portable]
compile = { size = 98, instructions = 5000000 }
events = { size = 1000, instructions = 100000 }
";

    fn counted(events: u64) -> BTreeMap<String, Counts> {
        let mut counts = Baseline::parse(TEXT).unwrap().counts;
        counts.get_mut("portable").unwrap().insert("events".to_owned(), Count { size: 1000, instructions: events });
        counts
    }

    fn failures(rustc: &str, counted: &BTreeMap<String, Counts>) -> usize {
        Baseline::parse(TEXT).unwrap().compare(rustc, counted).failures.len()
    }

    #[test]
    fn what_is_written_is_read() {
        let baseline = Baseline::parse(TEXT).unwrap();
        assert_eq!(baseline.format("# Comment.\n"), TEXT);
        assert_eq!(baseline.counts["portable"]["events"].each(), 100.0);
    }

    #[test]
    fn mistakes_in_the_file_are_found() {
        for (from, to) in [("tolerance =", "tolerence ="), ("size = 98", "sise = 98"), ("5000000", "\"many\"")] {
            assert!(Baseline::parse(&TEXT.replace(from, to)).is_err(), "{to}");
        }
    }

    #[test]
    fn a_raised_count_fails() {
        assert_eq!(failures("1.95.0", &counted(102_900)), 0);
        assert_eq!(failures("1.95.0", &counted(103_100)), 1);
        assert_eq!(failures("1.95.1", &counted(103_100)), 1, "a patch is no other compiler");
        assert_eq!(failures("1.96.0", &counted(112_400)), 0);
        assert_eq!(failures("1.96.0", &counted(112_600)), 1);
    }

    #[test]
    fn more_work_may_take_more() {
        let mut more = counted(0);
        more.get_mut("portable").unwrap().insert("events".to_owned(), Count { size: 2000, instructions: 200_000 });
        assert_eq!(failures("1.95.0", &more), 0);
    }

    #[test]
    fn a_fallen_count_asks_for_an_update() {
        let baseline = Baseline::parse(TEXT).unwrap();
        let report = baseline.compare("1.95.0", &counted(96_000));
        assert_eq!((report.failures.len(), report.fallen), (0, 1));
        assert_eq!(baseline.compare("1.95.0", &counted(98_000)).fallen, 0);
    }

    #[test]
    fn nothing_goes_uncounted() {
        let mut less = counted(100_000);
        less.get_mut("portable").unwrap().remove("compile");
        assert_eq!(failures("1.95.0", &less), 1);
        assert_eq!(failures("1.95.0", &BTreeMap::new()), 2);
        let mut more = counted(100_000);
        more.insert("avx2".to_owned(), more["portable"].clone());
        assert_eq!(failures("1.95.0", &more), 2);
    }
}
