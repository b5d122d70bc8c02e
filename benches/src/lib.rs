//! Privet's benchmarks: what is run is data, and a speed counts only when what was found is right.
//!
//! `benches/data/` names texts, rules, engines and the tables of their combinations. The harness makes the texts from
//! seeds, builds the engines, checks what each reports against a reference of its own meaning, and only then measures:
//! all engines in one process, one after the other in every round. `BENCHMARKS.md` tells how to read the results.
#![forbid(unsafe_code)]

pub mod check;
pub mod cli;
pub mod corpus;
pub mod data;
pub mod engine;
pub mod harness;
pub mod output;
pub mod report;
pub mod rng;
pub mod rules;
pub mod smoke;
pub mod truth;
