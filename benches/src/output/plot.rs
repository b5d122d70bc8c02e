//! Plots of a table.

use crate::data::TableSpec;
use crate::harness::Row;

/// Name and text of each drawing.
///
/// # Errors
///
/// It cannot be drawn.
pub fn draw(_: &TableSpec, _: &[Row]) -> Result<Vec<(String, String)>, String> {
    Ok(Vec::new())
}
