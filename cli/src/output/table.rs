//! Counts in columns.

use std::cmp::Reverse;

use privet_core::{Likelihood, Rule, Ruleset};

use crate::tally::{Count, Tally};

/// Appends the counts by entity and rule, most findings first.
pub fn write(tally: &Tally, rules: &Ruleset, out: &mut Vec<u8>) {
    let rows = rules.rules().iter().zip(&tally.rules);
    let mut rows: Vec<(&Rule, &Count)> = rows.filter(|(_, count)| count.findings() > 0).collect();
    rows.sort_by_key(|(rule, count)| (Reverse(count.findings()), &rule.id));
    // Levels that the threshold leaves empty are not shown.
    let levels: Vec<Likelihood> = Likelihood::ALL
        .into_iter()
        .rev()
        .filter(|&level| {
            level >= Likelihood::Possible || rows.iter().any(|(_, count)| count.levels[level as usize] > 0)
        })
        .collect();
    let mut table = vec![["entity", "rule", "records", "findings"].map(str::to_owned).to_vec()];
    table[0].extend(levels.iter().map(ToString::to_string));
    for (rule, count) in rows {
        let mut row =
            vec![rule.entity.clone(), rule.id.clone(), count.records.to_string(), count.findings().to_string()];
        row.extend(levels.iter().map(|&level| count.levels[level as usize].to_string()));
        table.push(row);
    }
    out.extend_from_slice(columns(&table, 2).as_bytes());
}

/// Rows in aligned columns: the first `left` to the left, the others to the right. No line ends in spaces.
pub fn columns(rows: &[Vec<String>], left: usize) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..count).map(|column| width(column).unwrap_or(0)).collect();
    let mut out = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
            if column < left { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
