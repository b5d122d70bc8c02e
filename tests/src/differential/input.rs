//! Blocks of records: known data, clean data, spoilt data, noise.

use privet_core::Span;

use super::mutate::{mutate, splice};
use crate::corpus::{Class, EventStream, Identifier, Rng, cases, clean, identifiers};
use crate::fuzz;

/// What the records of a block are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Events that hold a value each.
    Events,
    /// Events that hold none.
    CleanEvents,
    /// Logs, metrics and traces.
    Telemetry,
    /// Labelled records of every identifier and class.
    Labelled,
    /// Any of the above with a few mutations.
    Mutated,
    /// Texts put together from the rules' examples, as fuzz targets read their bytes.
    Composed,
    /// Bytes of a few alphabets, most of them short.
    Noise,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Events, Self::CleanEvents, Self::Telemetry, Self::Labelled, Self::Mutated, Self::Composed, Self::Noise];

    /// The name on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::CleanEvents => "clean_events",
            Self::Telemetry => "telemetry",
            Self::Labelled => "labelled",
            Self::Mutated => "mutated",
            Self::Composed => "composed",
            Self::Noise => "noise",
        }
    }

    /// The kind of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Records one after the other, a line feed between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// All bytes.
    pub bytes: Vec<u8>,
    /// Where the records are. A record may hold line feeds.
    pub records: Vec<Span>,
}

impl Block {
    /// The bytes of a record.
    pub fn record(&self, nth: usize) -> &[u8] {
        &self.bytes[self.records[nth].range()]
    }

    /// Appends a record.
    pub fn push(&mut self, record: &[u8]) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(record);
        self.records.push(Span::new(start, self.bytes.len()));
        self.bytes.push(b'\n');
    }

    fn with_room(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes + 8192), records: Vec::with_capacity(bytes / 100) }
    }
}

/// The block of that seed, kind and number: records until they are at least `bytes` long. The same each time.
pub fn block(seed: u64, kind: Kind, number: u64, bytes: usize) -> Block {
    let mut rng = Rng::named(seed, &format!("{} {number}", kind.name()));
    let mut block = Block::with_room(bytes);
    match kind {
        Kind::Events | Kind::CleanEvents => {
            let mut stream = EventStream::new(rng.bits(), kind == Kind::Events);
            while block.bytes.len() < bytes {
                push_event(&mut stream, &mut block);
            }
        }
        Kind::Telemetry => {
            let mut records = clean(rng.bits());
            while block.bytes.len() < bytes {
                records.next().into_iter().for_each(|labelled| block.push(labelled.record.as_bytes()));
            }
        }
        Kind::Labelled => {
            while block.bytes.len() < bytes {
                push_labelled(&mut rng, 8, &mut block);
            }
        }
        Kind::Mutated => push_mutated(&mut rng, bytes, &mut block),
        Kind::Composed => {
            while block.bytes.len() < bytes {
                block.push(&fuzz::text(&fuzz::generated(0, &mut rng)));
            }
        }
        Kind::Noise => {
            while block.bytes.len() < bytes {
                let len = if rng.one_in(16) { rng.below(5000) } else { rng.below(81) } as usize;
                block.push(&noise(&mut rng, len));
            }
        }
    }
    block
}

fn push_event(stream: &mut EventStream, block: &mut Block) {
    let start = block.bytes.len();
    stream.push(&mut block.bytes);
    block.records.push(Span::new(start, block.bytes.len() - 1));
}

/// Some records of one identifier and class.
fn push_labelled(rng: &mut Rng, count: usize, block: &mut Block) {
    let all: Vec<&'static Identifier> = identifiers().collect();
    let (identifier, class) = (rng.pick(&all), rng.pick(&Class::ALL));
    for case in cases(identifier, class, count, rng.bits()) {
        block.push(case.labelled.record.as_bytes());
    }
}

fn push_mutated(rng: &mut Rng, bytes: usize, block: &mut Block) {
    let mut events = EventStream::new(rng.bits(), true);
    let mut telemetry = clean(rng.bits());
    // Labelled records are the most telling and come dear: half of what is mutated is drawn from a supply of them.
    let mut labelled = Block::default();
    while labelled.records.len() < 512 {
        push_labelled(rng, 4, &mut labelled);
    }
    while block.bytes.len() < bytes {
        let mut record = match rng.below(8) {
            0 => {
                let mut event = Vec::new();
                events.push(&mut event);
                event
            }
            1 | 2 => telemetry.next().map(|labelled| labelled.record.into_bytes()).unwrap_or_default(),
            3 => fuzz::text(&fuzz::generated(0, rng)),
            _ => labelled.record(rng.below(labelled.records.len() as u64) as usize).to_vec(),
        };
        if rng.one_in(8) {
            let other = rng.below(labelled.records.len() as u64) as usize;
            splice(rng, &mut record, labelled.record(other));
        }
        for _ in 0..rng.range(1, 4) {
            mutate(rng, &mut record);
        }
        block.push(&record);
    }
}

/// `len` bytes that mean something to a filter, or any bytes at all.
pub fn noise(rng: &mut Rng, len: usize) -> Vec<u8> {
    const ALPHABETS: [&[u8]; 6] = [
        b"0123456789",
        b"0123456789012345678901234567890123456789 -./:",
        b"0123456789abcdefABCDEF:-",
        b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ <",
        b"etaoinshrdlu@.:/=&?%_-+\"\\{}[], 0123456789",
        b"0123456789 -\x00\x1f\t\n\x7f\x80\xa0\xbf\xc2\xe2\xef\xbc\x90\xff",
    ];
    match rng.below(ALPHABETS.len() as u64 + 1) as usize {
        any if any == ALPHABETS.len() => (0..len).map(|_| rng.bits() as u8).collect(),
        alphabet => (0..len).map(|_| rng.pick(ALPHABETS[alphabet])).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_follows_from_seed_kind_and_number() {
        for kind in Kind::ALL {
            let one = block(1, kind, 3, 50_000);
            assert!(one.bytes.len() >= 50_000 && one.bytes.len() < 200_000, "{}", kind.name());
            assert!(one == block(1, kind, 3, 50_000), "{}", kind.name());
            assert!(one != block(2, kind, 3, 50_000) && one != block(1, kind, 4, 50_000), "{}", kind.name());
            assert_eq!(Kind::of_name(kind.name()), Some(kind));
        }
    }

    #[test]
    fn records_are_all_there_is_but_line_feeds() {
        for kind in Kind::ALL {
            let block = block(1, kind, 0, 20_000);
            let mut at = 0;
            for record in &block.records {
                assert_eq!(record.start, at, "{}", kind.name());
                assert_eq!(block.bytes[record.end], b'\n', "{}", kind.name());
                at = record.end + 1;
            }
            assert_eq!(at, block.bytes.len(), "{}", kind.name());
        }
    }
}
