//! The proof that backends agree: the same input through all of them, findings and masked bytes compared.
//!
//! [`input`] makes blocks of records, each block from its seed, kind and number alone; [`panel`] holds the engines that
//! must agree; [`run`] goes over many blocks on several threads. `tests/tests/backends.rs` looks at the corners, the
//! binary `differential` at gigabytes.

pub mod input;
mod mutate;
pub mod panel;
pub mod run;

pub use input::{Block, Kind, block};
pub use mutate::mutate;
pub use panel::{Difference, Panel};
