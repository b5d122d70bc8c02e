//! Comma-separated values, and the view of the crate of that name.

use super::{Part, values};
use crate::corpus::Rng;

/// A header and a few rows, some ragged.
pub(super) fn make(rng: &mut Rng) -> Vec<u8> {
    let columns = 1 + rng.below(5);
    let end = rng.pick(&["\n", "\r\n"]);
    let mut out = String::new();
    for row in 0..1 + rng.below(6) {
        let ragged = if rng.one_in(10) { rng.below(3) } else { 0 };
        for column in 0..columns + ragged {
            out.push_str(if column == 0 { "" } else { "," });
            let text = if row == 0 && !rng.one_in(8) { values::name(rng) } else { values::value(rng) };
            let must = text.contains([',', '"', '\n', '\r']);
            if must || rng.one_in(3) {
                out.push_str(&format!("\"{}\"", text.replace('"', "\"\"")));
            } else {
                out.push_str(text);
            }
        }
        out.push_str(end);
    }
    out.into_bytes()
}

/// The values of all rows.
pub(super) fn read(payload: &[u8]) -> Option<Vec<Part>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(payload);
    let mut parts = Vec::new();
    for row in reader.byte_records() {
        parts.push(Part::Sign('\n'));
        parts.extend(row.ok()?.iter().map(|value| Part::Value(value.to_vec())));
    }
    Some(parts)
}
