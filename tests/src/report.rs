//! The Markdown that `accuracy` prints.

use std::fmt::Write as _;

use crate::corpus::{Class, Identifier};
use crate::score::Tally;

/// The counts of one identifier and class.
#[derive(Debug)]
pub struct Row {
    /// What the records were made for.
    pub identifier: &'static Identifier,
    /// How.
    pub class: Class,
    /// What was counted.
    pub tally: Tally,
}

/// A table with a line for each row and one for each class.
pub fn table(title: &str, rows: &[Row]) -> String {
    let mut text = format!("## {title}\n\n");
    text +=
        "| identifier | class | records | recall | covered | precision | wrong entity | leaked bytes | rejected |\n";
    text += "|---|---|--:|--:|--:|--:|--:|--:|--:|\n";
    for row in rows {
        line(&mut text, &row.identifier.name(), row.class, &row.tally);
    }
    for class in Class::ALL {
        let mut sum = Tally::default();
        rows.iter().filter(|row| row.class == class).for_each(|row| sum += row.tally);
        line(&mut text, "**all**", class, &sum);
    }
    text
}

/// What was found in clean telemetry, in a sentence.
pub fn clean(title: &str, tally: &Tally) -> String {
    format!(
        "## {title}\n\n{} false findings in {:.1} MB: {:.2} per MB; {} of {} records without one; the loopback address found {} of {} times\n",
        tally.false_findings,
        tally.bytes as f64 / 1e6,
        tally.false_per_mb(),
        tally.untouched,
        tally.records,
        tally.found,
        tally.labels
    )
}

fn line(text: &mut String, name: &str, class: Class, tally: &Tally) {
    let percent = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0));
    let rejected = if class == Class::NearMiss { tally.rejection() } else { None };
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "| {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
        class.name(),
        tally.records,
        percent(tally.recall()),
        percent(tally.coverage()),
        percent(tally.precision()),
        tally.wrong_entity,
        percent(tally.leakage()),
        percent(rejected)
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::of_entity;

    #[test]
    fn a_line_for_each_row_and_class() {
        let identifier = of_entity("PL_PESEL").next().unwrap();
        let tally = Tally { records: 2, labels: 2, found: 1, ..Tally::default() };
        let text = table("selected", &[Row { identifier, class: Class::Bare, tally }]);
        assert!(text.contains("| PL_PESEL | bare | 2 | 50.0 % | 0.0 % | – | 0 | – | – |"), "{text}");
        assert_eq!(text.lines().count(), 4 + 1 + Class::ALL.len());
    }
}
