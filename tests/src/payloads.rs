//! Made-up payloads of binary formats: one value, written by hand from the specification of each format.
//!
//! Written a second time, apart from the core, so that a mistake there shows instead of agreeing with itself.

mod avro;
mod cbor;
mod msgpack;
mod protobuf;

use crate::corpus::Rng;
pub use avro::{AVRO_SCHEMA, avro};
pub use cbor::cbor;
pub use msgpack::msgpack;
pub use protobuf::{PROTOBUF_MESSAGE, protobuf, protobuf_set, protobuf_without};

/// What every format can hold, one way or another.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Value {
    Nothing,
    Truth(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

/// The address that is put where it must be found.
pub const MARKER: &str = "ann.lee@example.com";

/// Texts with something to find: an `@`, or digits.
const FOUND: [&str; 6] = [
    MARKER,
    "write to ann.lee@example.com, please",
    "4111 1111 1111 1111",
    "pay with 4111111111111111 now",
    "Grüße an ann.lee@example.com ☺",
    "ann.lee@example.com and bob@example.org",
];

/// Texts without.
const CLEAN: [&str; 6] = ["", "plain words", "Grüße", "a longer sentence that says nothing much at all", "x", "☺☺☺"];

/// Names that say nothing of what they name.
const NAMES: [&str; 5] = ["item", "note", "x", "some", "thing"];

/// Lengths around which heads change.
const EDGES: [usize; 7] = [23, 31, 63, 127, 255, 4000, 65_535];

impl Value {
    /// A made-up value that nests so deep at most.
    pub fn random(rng: &mut Rng, depth: usize) -> Self {
        match rng.below(if depth == 0 { 7 } else { 10 }) {
            0 => Self::Nothing,
            1 => Self::Truth(rng.one_in(2)),
            2 => Self::Integer(match rng.below(4) {
                0 => 4_111_111_111_111_111,
                1 => rng.below(100) as i64 - 50,
                _ => rng.bits() as i64 >> rng.below(64),
            }),
            3 => Self::Float(rng.pick(&[0.0, 1.5, -2.25, 4_111_111_111_111_111.0, 1e300, f64::INFINITY])),
            4 => Self::Bytes(text(rng).into_bytes()),
            5 | 6 => Self::Text(text(rng)),
            7 => Self::List((0..rng.below(20)).map(|_| Self::random(rng, depth - 1)).collect()),
            _ => Self::object(rng, depth),
        }
    }

    /// A made-up object.
    pub fn object(rng: &mut Rng, depth: usize) -> Self {
        let name = |rng: &mut Rng, nth| if rng.one_in(8) { text(rng) } else { format!("{}{nth}", rng.pick(&NAMES)) };
        let depth = depth.saturating_sub(1);
        // Names differ: some parsers keep one of each.
        Self::Object(
            (b'a'..b'a' + rng.below(8) as u8)
                .map(|nth| (format!("{} {}", name(rng, char::from(nth)), char::from(nth)), Self::random(rng, depth)))
                .collect(),
        )
    }

    /// Every place of a text in it: texts, bytes and names, in order.
    pub fn texts(&self) -> usize {
        match self {
            Self::Text(_) | Self::Bytes(_) => 1,
            Self::List(items) => items.iter().map(Self::texts).sum(),
            Self::Object(fields) => fields.iter().map(|(_, value)| 1 + value.texts()).sum(),
            _ => 0,
        }
    }

    /// The same with another text in the `nth` of those places.
    #[must_use]
    pub fn with_text(&self, nth: usize, new: &str) -> Self {
        let mut nth = nth;
        self.replaced(&mut nth, new)
    }

    fn replaced(&self, nth: &mut usize, new: &str) -> Self {
        // Counts down to the place, and far below it after.
        let mut is_it = || {
            *nth = nth.wrapping_sub(1);
            *nth == usize::MAX
        };
        match self {
            Self::Text(_) if is_it() => Self::Text(new.to_owned()),
            Self::Bytes(_) if is_it() => Self::Bytes(new.as_bytes().to_vec()),
            Self::List(items) => Self::List(items.iter().map(|item| item.replaced(nth, new)).collect()),
            Self::Object(fields) => {
                let field = |(name, value): &(String, Self)| {
                    *nth = nth.wrapping_sub(1);
                    let name = if *nth == usize::MAX { new.to_owned() } else { name.clone() };
                    (name, value.replaced(nth, new))
                };
                Self::Object(fields.iter().map(field).collect())
            }
            other => other.clone(),
        }
    }
}

fn text(rng: &mut Rng) -> String {
    let texts = if rng.one_in(3) { FOUND } else { CLEAN };
    let text = rng.pick(&texts);
    if !rng.one_in(6) {
        return text.to_owned();
    }
    // Long ones are few: they take their time.
    let edges = if rng.one_in(20) { &EDGES[..] } else { &EDGES[..5] };
    let edge = rng.pick(edges);
    let filler = (edge + rng.below(3) as usize).saturating_sub(1 + text.len());
    format!("{} {text}", "z".repeat(filler))
}
