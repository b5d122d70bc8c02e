//! Results as files and as text.

pub mod csv;
pub mod machine;
pub mod markdown;
pub mod plot;
pub mod text;

use crate::data::{Data, TableSpec};
use crate::harness::Row;

/// The rows of a table, in the order of its corpora, rules and modes.
pub fn of_table<'a>(table: &TableSpec, rows: &'a [Row]) -> Vec<&'a Row> {
    let mut chosen = Vec::new();
    for rules in &table.rules {
        for mode in &table.modes {
            for corpus in &table.corpora {
                let here = rows.iter().filter(|row| {
                    row.rules == *rules && row.corpus == *corpus && row.mode == mode.as_str() && has(table, &row.engine)
                });
                chosen.extend(here);
            }
        }
    }
    chosen
}

/// Engines with several backends have rows `name, backend`.
fn has(table: &TableSpec, engine: &str) -> bool {
    table.engines.iter().any(|id| engine == id || of_spec(engine, id))
}

fn of_spec(engine: &str, id: &str) -> bool {
    id == "privet redact" && engine.strip_prefix(id).is_some_and(|rest| rest.starts_with(", "))
}

/// The names of the engines in some rows, each once, in their order.
pub fn engines<'a>(rows: &[&'a Row]) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for row in rows {
        if !names.contains(&row.engine.as_str()) {
            names.push(&row.engine);
        }
    }
    names
}

/// Rows that no table shows: they would be measured for nobody.
pub fn shown_nowhere<'a>(data: &Data, rows: &'a [Row]) -> Vec<&'a Row> {
    let shown: Vec<&Row> = data.tables.iter().flat_map(|table| of_table(table, rows)).collect();
    rows.iter().filter(|row| !shown.iter().any(|other| std::ptr::eq(*other, *row))).collect()
}
