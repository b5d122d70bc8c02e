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

/// The page of the documents: what is measured, how to make it anew, both tables, and what misses the bar.
pub fn page(selected: &[Row], all: &[Row], noise: &str, missed: &[String]) -> String {
    let mut text = String::from(
        "# Accuracy\n\n\
        Recall and precision of the shipped rules on labelled records that the tests make: chat lines, JSON events, log\n\
        lines and rows of CSV, in the languages of each country and in English. The values come from published schemes,\n\
        the sentences from how people write; neither was written from the rules, but rules were mended on what they\n\
        showed: expect less of records that nobody here has seen. Do not edit: made by\n\n\
        ```text\n\
        cargo run --release -p privet-tests --bin accuracy -- --privet target/release/privet --markdown docs/accuracy.md\n\
        ```\n\n\
        *Context*: a word or a key names the value. *Shaped* and *bare*: nothing does, and it is grouped or compact.\n\
        *Hidden*: it is named, in characters that hide it. These are the shares found as the right entity. *Rejected*:\n\
        the share of named values with one wrong character in which the entity is not found; a dash stands where no check\n\
        digit is published. *Precision*: the share of findings that overlap a label, near misses left out.\n\n",
    );
    text += &short("Jurisdiction selected", selected);
    text += &short("All rules", all);
    text += noise;
    text += "\n## Below the bar\n\nWith the jurisdiction selected. Each has a floor of its own that may not be undercut.\n\n";
    missed.iter().for_each(|line| text += &format!("- {line}\n"));
    text
}

/// A table with one line for each identifier.
fn short(title: &str, rows: &[Row]) -> String {
    let mut text = format!("## {title}\n\n| identifier | context | shaped | bare | hidden | rejected | precision |\n");
    text += "|---|--:|--:|--:|--:|--:|--:|\n";
    let mut names: Vec<String> = rows.iter().map(|row| row.identifier.name()).collect();
    names.sort_unstable();
    names.dedup();
    let mut line = |name: &str, is_of: &dyn Fn(&Row) -> bool| {
        let sum = |class| {
            let mut sum = Tally::default();
            rows.iter().filter(|row| row.class == class && is_of(row)).for_each(|row| sum += row.tally);
            sum
        };
        let found = [Class::Context, Class::Shaped, Class::Bare, Class::Hidden].map(sum);
        let mut whole = Tally::default();
        found.iter().for_each(|tally| whole += *tally);
        let recall = found.map(|tally| percent(tally.recall())).join(" | ");
        let (rejected, precision) = (percent(sum(Class::NearMiss).rejection()), percent(whole.precision()));
        text += &format!("| {name} | {recall} | {rejected} | {precision} |\n");
    };
    for name in &names {
        line(name, &|row| row.identifier.name() == *name);
    }
    line("**all**", &|_| true);
    text + "\n"
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0))
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
    fn the_page_names_every_identifier() {
        let page = include_str!("../../docs/accuracy.md");
        for identifier in crate::corpus::identifiers() {
            let line = format!("| {} |", identifier.name());
            assert!(page.matches(&line).count() == 2, "make docs/accuracy.md anew: {}", identifier.name());
        }
    }

    #[test]
    fn a_line_for_each_row_and_class() {
        let identifier = of_entity("PL_PESEL").next().unwrap();
        let tally = Tally { records: 2, labels: 2, found: 1, ..Tally::default() };
        let text = table("selected", &[Row { identifier, class: Class::Bare, tally }]);
        assert!(text.contains("| PL_PESEL | bare | 2 | 50.0 % | 0.0 % | – | 0 | – | – |"), "{text}");
        assert_eq!(text.lines().count(), 4 + 1 + Class::ALL.len());
    }
}
