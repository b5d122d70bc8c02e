//! The results in `BENCHMARKS.md`.

use crate::data::{Data, TableSpec};
use crate::harness::Row;

/// The document with its results written anew.
///
/// # Errors
///
/// The markers are not there.
pub fn renew(text: &str, _: &Data, _: &[(&TableSpec, Vec<Row>)], _: &str) -> Result<String, String> {
    Ok(text.to_owned())
}
