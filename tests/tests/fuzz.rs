//! Replays what fuzzing has found, and tries made-up inputs, without a fuzzer.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::panic::catch_unwind;

use privet_tests::corpus::Rng;
use privet_tests::fuzz::{TARGETS, kept};

/// Made-up inputs a target.
const GENERATED: usize = 20_000;

/// Seeds and regressions keep the laws. An input named `open-*` breaks one that nobody has mended yet: when it no
/// longer does, its name is to change.
#[test]
fn kept_inputs_keep_the_laws() {
    for target in TARGETS {
        for kept in kept(target.name).unwrap() {
            let keeps = catch_unwind(|| (target.laws)(&kept.data)).is_ok();
            assert!(keeps != kept.open, "{}: keeps the laws: {keeps}", kept.path.display());
        }
    }
}

fn try_generated(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let mut rng = Rng::named(1, name);
    // A rule file is compiled for every backend: that takes a few milliseconds.
    for nth in 0..if name == "rules" { GENERATED / 5 } else { GENERATED } {
        let data = (target.make)(&mut rng);
        if catch_unwind(|| (target.laws)(&data)).is_err() {
            panic!("{name}: input {nth} breaks a law: {data:?}");
        }
    }
}

#[test]
fn backends_agree() {
    try_generated("backends");
}

#[test]
fn chunking_does_not_matter() {
    try_generated("chunks");
}

#[test]
fn payloads_keep_their_shape() {
    for target in TARGETS.iter().filter(|target| target.name.starts_with("payload_")) {
        try_generated(target.name);
    }
}

#[test]
fn nothing_escapes_and_nothing_else_changes() {
    try_generated("redact");
}

#[test]
fn rules_are_refused_or_keep_the_laws() {
    try_generated("rules");
}

#[test]
fn validators_answer() {
    try_generated("validators");
}

#[test]
fn msgpack_is_refused_or_stays_msgpack() {
    try_generated("msgpack");
}

#[test]
fn cbor_is_refused_or_stays_cbor() {
    try_generated("cbor");
}

#[test]
fn avro_is_refused_or_stays_avro() {
    try_generated("avro");
}

#[test]
fn protobuf_is_refused_or_stays_protobuf() {
    try_generated("protobuf");
}

#[test]
fn packed_payloads_are_refused_or_stay_packed() {
    try_generated("packed");
}
