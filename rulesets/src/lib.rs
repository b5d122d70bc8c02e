//! Privet's rules as data, embedded: one file an identifier, word lists that rules share, and sets; and the ready-made
//! policies with the published test values that they may let through.
//!
//! This crate knows nothing of the engine: it holds texts. `README.md` beside it tells how they are written.

#![forbid(unsafe_code)]

include!(concat!(env!("OUT_DIR"), "/list.rs"));
