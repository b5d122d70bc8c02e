//! From tables to cells: what two tables share is run once.

use crate::corpus::Mode;
use crate::data::Data;

/// One text, one set of rules, one mode, and the engines of all tables that have them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named by their words")]
pub struct Cell {
    pub corpus: String,
    pub rules: String,
    pub mode: Mode,
    pub engines: Vec<String>,
}

impl Cell {
    /// The name of an engine's place in it.
    pub fn name(&self, engine: &str) -> String {
        format!("{} / {} / {} / {engine}", self.corpus, self.rules, self.mode.as_str())
    }
}

/// The cells of the named tables, or of all, set of rules by set of rules.
///
/// # Errors
///
/// There is no such table.
pub fn cells(data: &Data, tables: &[String]) -> Result<Vec<Cell>, String> {
    let mut cells: Vec<Cell> = Vec::new();
    tables.iter().try_for_each(|id| data.table(id).map(|_| ()))?;
    for table in data.tables.iter().filter(|table| tables.is_empty() || tables.contains(&table.id)) {
        for rules in &table.rules {
            for corpus in &table.corpora {
                for &mode in &table.modes {
                    let same = |cell: &&mut Cell| cell.rules == *rules && cell.corpus == *corpus && cell.mode == mode;
                    if let Some(cell) = cells.iter_mut().find(same) {
                        let new = table.engines.iter().filter(|id| !cell.engines.contains(id));
                        let new: Vec<String> = new.cloned().collect();
                        cell.engines.extend(new);
                    } else {
                        let engines = table.engines.clone();
                        cells.push(Cell { corpus: corpus.clone(), rules: rules.clone(), mode, engines });
                    }
                }
            }
        }
    }
    let order = |cell: &Cell| data.rules.iter().position(|rules| rules.id == cell.rules);
    cells.sort_by_key(order);
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_run_once_with_the_engines_of_all_its_tables() {
        let data = Data::load().unwrap();
        let all = cells(&data, &[]).unwrap();
        for (i, cell) in all.iter().enumerate() {
            let same =
                |other: &Cell| (&other.corpus, &other.rules, other.mode) == (&cell.corpus, &cell.rules, cell.mode);
            assert_eq!(all.iter().position(same), Some(i));
        }
        for table in &data.tables {
            let cells =
                all.iter().filter(|cell| table.rules.contains(&cell.rules) && table.corpora.contains(&cell.corpus));
            let whole = cells.filter(|cell| table.engines.iter().all(|id| cell.engines.contains(id))).count();
            assert!(whole >= table.rules.len() * table.corpora.len(), "{}", table.id);
        }
        assert!(cells(&data, &["none".to_owned()]).is_err());
    }
}
