//! What is good enough: the goals of COVERAGE, as far as these corpora can tell.

use crate::corpus::{Class, Identifier, Strength};
use crate::score::Tally;

/// Recall and precision where a word, a key, a check digit or an unmistakable shape is there to go by.
pub const GOOD: f64 = 0.98;
/// Recall of bare digits with a check digit, when their jurisdiction is selected.
pub const GOOD_BARE: f64 = 0.95;
/// Recall of values in disguise.
pub const GOOD_HIDDEN: f64 = 0.95;
/// The share of near misses in which the entity must not be found.
pub const GOOD_REJECTION: f64 = 0.995;
/// False findings per million bytes of clean telemetry, with all rules on.
pub const MOST_FALSE_PER_MB: f64 = 10.0;

/// Where the bar is not reached, why, and the floor that holds instead. A row that is no longer needed is to go.
const SHORTFALLS: [(&str, Class, f64, &str); 10] = [
    (
        "CREDIT_CARD",
        Class::Bare,
        0.90,
        "lengths that few cards have, 13 or 19 digits, are masked when a word names them",
    ),
    ("CREDIT_CARD", Class::NearMiss, 0.97, "a changed card number can begin with a shorter one that is right"),
    ("MRZ", Class::NearMiss, 0.0, "the line of names has no check digit and is personal data all the same"),
    ("PHONE_NUMBER/E164", Class::Hidden, 0.70, "the + belongs to the number: six bytes where it is an escape"),
    ("AU_MEDICARE", Class::NearMiss, 0.95, "sources differ on whether an issue number of 0 is given out"),
    ("BR_CNPJ/alnum", Class::Bare, 0.0, "twelve letters and digits in a row are looked at when a word names them"),
    ("UK_UTR", Class::Bare, 0.85, "ten digits of the years 2018 to 2030 are taken for a time"),
    ("IN_PAN", Class::NearMiss, 0.85, "no check digit is published, and sources differ on the fourth letter"),
    (
        "US_EIN",
        Class::Hidden,
        0.90,
        "the name is a word of German, and is looked for in capitals right before the number",
    ),
    ("US_NPI", Class::Bare, 0.0, "one in ten times in seconds has a right check digit"),
];

/// Floors a little under what was measured, of rows that miss the bar: name, class, what, floor. To be raised as rules mend.
const FLOORS: &str = include_str!("bar/floors.txt");

fn measured(name: &str, class: Class, what: &str) -> Option<f64> {
    FLOORS.lines().find_map(|line| {
        let [of, in_class, of_what, floor] = line.split_whitespace().collect::<Vec<_>>()[..] else { return None };
        let is_it = of == name && in_class == class.name() && of_what == what;
        is_it.then(|| floor.parse().ok()).flatten()
    })
}

/// What `tally` misses of the floors when the jurisdiction is selected; empty when it is good enough.
pub fn missed(identifier: &Identifier, class: Class, tally: &Tally) -> Vec<String> {
    below(identifier, class, tally, measured)
}

/// The same of the bar itself, without the floors that were only measured.
pub fn missed_bar(identifier: &Identifier, class: Class, tally: &Tally) -> Vec<String> {
    below(identifier, class, tally, |_, _, _| None)
}

fn below(
    identifier: &Identifier,
    class: Class,
    tally: &Tally,
    measured: fn(&str, Class, &str) -> Option<f64>,
) -> Vec<String> {
    let mut missed = Vec::new();
    let name = identifier.name();
    let floor = SHORTFALLS.iter().find(|&&(of, in_class, ..)| of == name && in_class == class).map(|row| row.2);
    let mut ask = |what: &str, value: Option<f64>, least: f64| {
        let least = floor.filter(|_| what != "precision").unwrap_or(least);
        let least = measured(&name, class, what).map_or(least, |floor| floor.min(least));
        if let Some(value) = value.filter(|&value| value < least) {
            missed.push(format!("{} {} {what} {value:.3} < {least}", name, class.name()));
        }
    };
    let is_certain = identifier.strength != Strength::Weak;
    match class {
        Class::NearMiss => ask("rejection", tally.rejection(), GOOD_REJECTION),
        Class::Context => ask("recall", tally.recall(), GOOD),
        Class::Shaped if is_certain => ask("recall", tally.recall(), GOOD),
        Class::Bare if is_certain => ask("recall", tally.recall(), GOOD_BARE),
        Class::Hidden => ask("recall", tally.recall(), GOOD_HIDDEN),
        // Digits that nothing names and nothing checks.
        Class::Shaped | Class::Bare => return missed,
    }
    if class != Class::NearMiss {
        ask("precision", tally.precision(), GOOD);
    }
    missed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::of_entity;

    #[test]
    fn asks_only_where_there_is_something_to_go_by() {
        let poor = Tally { records: 10, labels: 10, found: 5, findings: 10, false_findings: 5, ..Tally::default() };
        let [pesel, ssn] = ["PL_PESEL", "US_SSN"].map(|entity| of_entity(entity).next().unwrap());
        assert_eq!(missed(pesel, Class::Bare, &poor).len(), 2);
        assert_eq!(missed(ssn, Class::Bare, &poor).len(), 0);
        assert_eq!(missed(ssn, Class::Context, &poor).len(), 2);
        assert_eq!(missed(ssn, Class::NearMiss, &poor).len(), 1);
        let good = Tally { found: 10, false_findings: 0, rejected: 10, ..poor };
        assert!(Class::ALL.into_iter().all(|class| missed(pesel, class, &good).is_empty()));
    }
}
