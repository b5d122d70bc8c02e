//! Deterministic, seeded makers of records with known personal data in them, or with none.

mod cases;
mod catalogue;
mod check;
mod clean;
mod dates;
mod events;
mod frames;
mod hidden;
mod lang;
mod numbers;
mod phrases;
mod record;
mod rng;
mod sample;
mod scheme;
mod verify;

pub use cases::{Case, Class, cases};
pub use catalogue::{Identifier, Strength, Words, identifiers, of_entity};
pub use clean::{Clean, clean};
pub use events::{EventStream, Planted};
pub use lang::Lang;
pub use record::{Label, Labelled};
pub use rng::Rng;
pub use sample::Sample;
