//! The laws of the design on payloads of binary formats, through the public API, with the shipped rules, and with the
//! parsers of others to read what comes out.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[path = "binary/avro.rs"]
mod avro;
#[path = "binary/cbor.rs"]
mod cbor;
#[path = "binary/common.rs"]
mod common;
#[path = "binary/hostile.rs"]
mod hostile;
#[path = "binary/msgpack.rs"]
mod msgpack;
#[path = "binary/packed.rs"]
mod packed;
#[path = "binary/protobuf.rs"]
mod protobuf;
