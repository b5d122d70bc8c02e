//! What gets scored.

mod child;

use std::io;

pub use child::Child;

/// A finding: an entity and the bytes it was found at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name of the entity.
    pub entity: String,
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset after the last byte.
    pub end: usize,
}

/// Finds personal data in records.
pub trait Detector {
    /// The findings in one record.
    fn scan(&mut self, record: &[u8]) -> Vec<Found>;

    /// The findings in each of many records. A detector with a cost per call has its own way.
    ///
    /// # Errors
    ///
    /// When the detector itself fails; there is no error of a record.
    fn scan_all(&mut self, records: &[&[u8]]) -> io::Result<Vec<Vec<Found>>> {
        Ok(records.iter().map(|record| self.scan(record)).collect())
    }
}
