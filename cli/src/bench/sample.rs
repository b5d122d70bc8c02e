//! What is measured: the start of the input, in memory.

use privet_core::Span;

use crate::chunk::Piece;
use crate::input::Inputs;

/// Bytes of the pieces in which what is measured takes turns: another program rarely breaks into one.
const PIECE: usize = 100_000;

/// Records of the input. Holds bytes of messages, and so has no `Debug`.
pub struct Sample {
    /// The bytes, line feeds included.
    pub bytes: Vec<u8>,
    /// The places of the records.
    pub records: Vec<Span>,
    /// There is more input than this.
    pub cut: bool,
    /// Records too long to be held, measured in pieces.
    pub long: usize,
}

impl Sample {
    /// Reads whole lines until there are `most` bytes. What cannot be read is reported by `inputs`.
    pub fn read(inputs: &mut Inputs, most: usize) -> Self {
        let mut sample = Self { bytes: Vec::new(), records: Vec::new(), cut: false, long: 0 };
        for piece in inputs {
            let start = sample.bytes.len();
            match piece {
                Piece::Lines(lines) => {
                    let spans = lines.spans().map(|span| Span::new(start + span.start, start + span.end));
                    sample.records.extend(spans);
                    sample.bytes.extend_from_slice(&lines.bytes);
                }
                // Nothing here is read by payloads.
                Piece::Payloads(_) => {}
                Piece::Part(part) => {
                    sample.long += usize::from(part.first.is_some());
                    sample.bytes.extend_from_slice(&part.bytes);
                    if !part.bytes.is_empty() {
                        sample.records.push(Span::new(start, sample.bytes.len()));
                    }
                    sample.bytes.extend_from_slice(part.last.unwrap_or_default());
                }
            }
            if sample.bytes.len() > most {
                sample.cut = true;
                sample.shorten(most);
                break;
            }
        }
        sample
    }

    /// Drops the records that end after `most` bytes.
    fn shorten(&mut self, most: usize) {
        let kept = self.records.partition_point(|record| record.end < most);
        self.records.truncate(kept);
        // The line feed after the last one stays.
        self.bytes.truncate(self.records.last().map_or(0, |record| record.end + 1));
    }

    /// Every record.
    pub fn records(&self) -> impl Iterator<Item = &[u8]> {
        self.records.iter().map(|record| &self.bytes[record.range()])
    }

    /// Records from all over the sample, of `most` bytes together at most, or one.
    pub fn spread(&self, most: usize) -> Vec<&[u8]> {
        let step = self.bytes.len().div_ceil(most).max(1);
        let (mut chosen, mut bytes) = (Vec::new(), 0);
        for record in self.records().step_by(step) {
            bytes += record.len() + 1;
            if bytes > most && !chosen.is_empty() {
                break;
            }
            chosen.push(record);
        }
        chosen
    }

    /// All records in pieces.
    pub fn pieces(&self) -> Vec<Vec<&[u8]>> {
        pieces(self.records(), PIECE)
    }

    /// A byte that stands nowhere in the sample, or the rarest one.
    pub fn rarest(&self) -> u8 {
        let mut counts = [0_usize; 256];
        for &byte in &self.bytes {
            counts[usize::from(byte)] += 1;
        }
        (0..=u8::MAX).min_by_key(|&byte| counts[usize::from(byte)]).unwrap_or(0)
    }
}

/// Records in pieces of so many bytes, or a little more.
pub fn pieces<'a>(records: impl IntoIterator<Item = &'a [u8]>, most: usize) -> Vec<Vec<&'a [u8]>> {
    let (mut pieces, mut bytes) = (Vec::new(), usize::MAX);
    for record in records {
        if bytes >= most {
            pieces.push(Vec::new());
            bytes = 0;
        }
        bytes += record.len() + 1;
        if let Some(piece) = pieces.last_mut() {
            piece.push(record);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(text: &str) -> Sample {
        let mut at = 0;
        let records = text.split_inclusive('\n').map(|line| {
            at += line.len();
            Span::new(at - line.len(), at - 1)
        });
        Sample { records: records.collect(), bytes: text.as_bytes().to_vec(), cut: false, long: 0 }
    }

    #[test]
    fn only_whole_records_are_kept() {
        for (most, kept) in [(13, "one\ntwo\nfour\n"), (12, "one\ntwo\n"), (8, "one\ntwo\n"), (7, "one\n"), (3, "")] {
            let mut sample = sample("one\ntwo\nfour\n");
            sample.shorten(most);
            assert_eq!(sample.bytes, kept.as_bytes(), "{most}");
        }
    }

    #[test]
    fn a_spread_is_bounded_and_never_empty() {
        let all = sample(&"0123456\n".repeat(100));
        assert_eq!(all.spread(800).len(), 100);
        assert_eq!(all.spread(400).len(), 50);
        assert_eq!(all.spread(80).len(), 10);
        assert_eq!(all.spread(1).len(), 1);
        assert_eq!(all.rarest(), 0);
    }

    #[test]
    fn pieces_hold_every_record_once() {
        let all = sample(&"0123456\n".repeat(100));
        let lengths = |most| pieces(all.records(), most).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(lengths(240), [30, 30, 30, 10]);
        assert_eq!(lengths(1), [1; 100]);
        assert_eq!(lengths(10_000), [100]);
    }
}
