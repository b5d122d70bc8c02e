//! The results in `BENCHMARKS.md`: every row, good and bad, between two markers.

use std::fmt::Write;

use super::engines;
use crate::data::{Data, TableSpec};
use crate::harness::Row;

const BEGIN: &str = "<!-- results: begin -->";
const END: &str = "<!-- results: end -->";

/// The document with its results written anew.
///
/// # Errors
///
/// The markers are not there.
pub fn renew(text: &str, data: &Data, tables: &[(&TableSpec, Vec<Row>)], machine: &str) -> Result<String, String> {
    let (head, rest) = text.split_once(BEGIN).ok_or_else(|| format!("BENCHMARKS.md has no {BEGIN}"))?;
    let (_, tail) = rest.split_once(END).ok_or_else(|| format!("BENCHMARKS.md has no {END}"))?;
    // Writing to a string cannot fail.
    let mut results = String::new();
    let _ = write!(
        results,
        "\n## The run and the machine\n\n`mb` is the most of a text that was searched, in millions of bytes.\n\n```toml\n{machine}```\n"
    );
    for (table, rows) in tables {
        let _ = section(&mut results, table, rows);
    }
    let _ = lists(&mut results, data);
    Ok(format!("{head}{BEGIN}\n{results}\n{END}{tail}"))
}

/// A heading, and a table for each set of rules and way to call.
fn section(out: &mut String, table: &TableSpec, rows: &[Row]) -> std::fmt::Result {
    write!(out, "\n## {}\n\n{}\n\n", table.title, table.about)?;
    writeln!(out, "![{}](benches/results/{}.svg)", table.title, table.id)?;
    if table.id == "rules" {
        for corpus in &table.corpora {
            writeln!(out, "![{corpus}](benches/results/rules-{corpus}.svg)")?;
        }
    }
    for rules in &table.rules {
        for mode in &table.modes {
            let here: Vec<&Row> = rows.iter().filter(|row| row.rules == *rules && row.mode == mode.as_str()).collect();
            if !here.is_empty() {
                write!(out, "\n`{rules}`, a call a {}: ", mode.as_str())?;
                grid(out, table, &here)?;
            }
        }
    }
    Ok(())
}

/// Engines down, texts across: MB/s, and how many times as fast Privet is.
fn grid(out: &mut String, table: &TableSpec, rows: &[&Row]) -> std::fmt::Result {
    let corpora: Vec<&String> = table.corpora.iter().filter(|id| rows.iter().any(|row| row.corpus == **id)).collect();
    writeln!(
        out,
        "MB/s, and in brackets how many times as fast Privet's best backend is (median of rounds, least to most)\n"
    )?;
    write!(out, "| | reports |")?;
    corpora.iter().try_for_each(|corpus| write!(out, " {corpus} |"))?;
    writeln!(out, " build | memory |")?;
    writeln!(out, "|---|---|{}--:|--:|", "--:|".repeat(corpora.len()))?;
    for engine in engines(rows) {
        let mine: Vec<&&Row> = rows.iter().filter(|row| row.engine == engine).collect();
        write!(out, "| {engine} | {} |", mine[0].reports)?;
        for corpus in &corpora {
            match mine.iter().find(|row| row.corpus == **corpus) {
                Some(row) => write!(out, " {} |", cell(row))?,
                None => write!(out, " |")?,
            }
        }
        writeln!(out, " {:.0} ms | {} |", mine[0].build_ms, mine[0].memory.map_or(String::new(), size))?;
    }
    Ok(())
}

fn cell(row: &Row) -> String {
    let ratio = row.ratio;
    format!("{} ({}; {} to {})", figure(row.mbps.median), figure(ratio.median), figure(ratio.min), figure(ratio.max))
}

/// As many digits as mean something.
fn figure(value: f64) -> String {
    let digits = match value {
        100.0.. => 0,
        10.0..100.0 => 1,
        0.1..10.0 => 2,
        _ => 3,
    };
    format!("{value:.digits$}")
}

fn size(bytes: usize) -> String {
    match bytes {
        0..10_000 => format!("{bytes} B"),
        10_000..10_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

/// What the names mean.
fn lists(out: &mut String, data: &Data) -> std::fmt::Result {
    write!(out, "\n## What the names mean\n\n| text | MB | |\n|---|--:|---|\n")?;
    data.corpora.iter().try_for_each(|corpus| writeln!(out, "| {} | {} | {} |", corpus.id, corpus.mb, corpus.about))?;
    write!(out, "\n| rules | |\n|---|---|\n")?;
    data.rules.iter().try_for_each(|rules| writeln!(out, "| {} | {} |", rules.id, rules.about))?;
    write!(out, "\n| engine | at most | |\n|---|--:|---|\n")?;
    data.engines.iter().try_for_each(|engine| {
        let most = engine.mb.map_or(String::new(), |mb| format!("{mb} MB"));
        writeln!(out, "| {} | {most} | {} |", engine.id, engine.about)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_between_the_markers() {
        let data = Data::load().unwrap();
        let text = format!("# A\n\n{BEGIN}\nold\n{END}\n\nend\n");
        let new = renew(&text, &data, &[(&data.tables[0], Vec::new())], "cpu = \"x\"\n").unwrap();
        assert!(new.starts_with("# A\n") && new.ends_with("\n\nend\n") && !new.contains("old"));
        assert!(new.contains("cpu = \"x\"") && new.contains(&data.tables[0].title));
        assert_eq!(renew(&new, &data, &[(&data.tables[0], Vec::new())], "cpu = \"x\"\n").unwrap(), new);
        assert!(renew("no markers", &data, &[], "").is_err());
    }

    #[test]
    fn figures_have_the_digits_that_mean_something() {
        assert_eq!([1234.5, 56.78, 3.456, 0.0123].map(figure), ["1234", "56.8", "3.46", "0.012"]);
        assert_eq!([900, 12_345, 98_000_000].map(size), ["900 B", "12 kB", "98 MB"]);
    }
}
