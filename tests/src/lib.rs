//! Labelled corpora for privet, and the scorer that says how well a detector does on them.
//!
//! The corpora are written from the published number schemes and from how messages look, never from the rules: check
//! digits are computed here a second time, so that a mistake in a validator shows instead of agreeing with itself.
//!
//! - [`corpus`] makes labelled records, clean telemetry and long event streams, the same bytes for the same seed;
//! - [`detector`] is what gets scored: anything that finds spans in a record, or a child process that does;
//! - [`rules`] are engines over the shipped rules, for every suite;
//! - [`score`] counts, [`bar`] says what is good enough, [`report`] prints;
//! - [`guard`] counts the instructions of fixed work;
//! - [`fuzz`] holds the laws that fuzz targets check;
//! - [`payloads`] are made-up values in binary formats;
//! - [`differential`] compares the backends over much input.
#![forbid(unsafe_code)]

pub mod arguments;
pub mod bar;
pub mod corpus;
pub mod detector;
pub mod differential;
pub mod fuzz;
pub mod guard;
pub mod payloads;
pub mod report;
pub mod rules;
pub mod score;

/// The program in the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
