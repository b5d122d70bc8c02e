//! What a program prints of our types when it is being debugged holds no byte of a message.
#![forbid(unsafe_code)]

use privet_core::{Backend, Policy, Scratch, StreamFilter};
use privet_tests::rules::engine;

/// The text, and the bytes as a list of numbers.
fn shows(debug: &str, canary: &str) -> bool {
    let numbers: Vec<String> = canary.bytes().map(|byte| byte.to_string()).collect();
    debug.contains(canary) || debug.contains(&numbers.join(", "))
}

#[test]
fn debug_shows_no_payload() {
    let engine = engine("us,global", Backend::default(), Policy::default());
    let (ssn, words) = ("219-09-9999", "canary of mine");
    let record = format!(r#"{{"ssn":"{ssn}","ｎote":"\u0031 {words}"}}"#);
    let mut scratch = Scratch::new();
    let redacted = engine.redact(record.as_bytes(), &mut scratch);
    assert!(redacted.bytes() != record.as_bytes());
    let mut shown = vec![format!("{redacted:?} {redacted:#?}")];
    shown.push(format!("{scratch:?}"));
    let mut filter = StreamFilter::new(&engine);
    filter.push(record.as_bytes(), &mut Vec::new());
    shown.push(format!("{filter:?}"));
    shown.push(format!("{:?}", engine.explain(record.as_bytes(), &mut scratch)));
    for debug in shown {
        assert!(!shows(&debug, ssn) && !shows(&debug, words), "{debug}");
    }
}
