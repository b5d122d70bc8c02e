//! The laws that fuzzing checks: makers of inputs, and what must hold for every one of them.
//!
//! A fuzz target, the replay of kept inputs and the generated inputs of `cargo test` call the same functions. Each
//! takes any bytes and panics when a law is broken.

mod backends;
mod chunks;
mod engines;
mod formats;
mod input;
mod kept;
mod masked;
pub mod payloads;
mod redact;
mod rules;
mod shape;
mod validators;

use crate::corpus::Rng;
pub use backends::backend_laws;
pub use chunks::chunk_laws;
pub use formats::{avro_laws, cbor_laws, msgpack_laws, packed_laws, protobuf_laws};
pub use input::{generated, text};
pub use kept::{Kept, kept};
pub use redact::redact_laws;
pub use rules::rule_laws;
pub use validators::validator_laws;

/// A fuzz target: its name, what must hold for any bytes, and bytes to try.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name of the binary and of the folders of its inputs.
    pub name: &'static str,
    /// Panics when a law is broken.
    pub laws: fn(&[u8]),
    /// A made-up input: what a fuzzer would come to after a while.
    pub make: fn(&mut Rng) -> Vec<u8>,
}

/// Every target.
pub static TARGETS: &[Target] = &[
    Target { name: "avro", laws: avro_laws, make: formats::avro },
    Target { name: "backends", laws: backend_laws, make: |rng| input::generated(0, rng) },
    Target { name: "cbor", laws: cbor_laws, make: formats::cbor },
    Target { name: "chunks", laws: chunk_laws, make: |rng| input::generated(4, rng) },
    Target { name: "msgpack", laws: msgpack_laws, make: formats::msgpack },
    Target { name: "packed", laws: packed_laws, make: formats::packed },
    Target {
        name: "payload_csv",
        laws: |data| payloads::laws(&payloads::CSV, data),
        make: |rng| payloads::CSV.spoilt(rng),
    },
    Target {
        name: "payload_form",
        laws: |data| payloads::laws(&payloads::FORM, data),
        make: |rng| payloads::FORM.spoilt(rng),
    },
    Target {
        name: "payload_html",
        laws: |data| payloads::laws(&payloads::HTML, data),
        make: |rng| payloads::HTML.spoilt(rng),
    },
    Target {
        name: "payload_json",
        laws: |data| payloads::laws(&payloads::JSON, data),
        make: |rng| payloads::JSON.spoilt(rng),
    },
    Target {
        name: "payload_logfmt",
        laws: |data| payloads::laws(&payloads::LOGFMT, data),
        make: |rng| payloads::LOGFMT.spoilt(rng),
    },
    Target {
        name: "payload_xml",
        laws: |data| payloads::laws(&payloads::XML, data),
        make: |rng| payloads::XML.spoilt(rng),
    },
    Target { name: "protobuf", laws: protobuf_laws, make: formats::protobuf },
    Target { name: "redact", laws: redact_laws, make: |rng| input::generated(1, rng) },
    Target { name: "rules", laws: rule_laws, make: rules::generated },
    Target { name: "validators", laws: validator_laws, make: |rng| input::generated(0, rng) },
];
