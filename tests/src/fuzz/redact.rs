//! Laws 1, 2, 5 and 8 on one record and on many.

use privet_core::{Redacted, Scratch, Span};

use super::engines::{Masking, maskings};
use super::input::text;
use super::masked::check_masked;
use super::shape::shape;

/// The first byte chooses the policy.
pub fn redact_laws(data: &[u8]) {
    let Some((which, rest)) = data.split_first() else { return };
    laws(&maskings()[usize::from(*which) % maskings().len()], &text(rest));
}

/// As [`redact_laws`], for that engine.
pub fn laws(masking: &Masking, record: &[u8]) {
    let mut scratch = Scratch::new();
    let masked = one(masking, record, &mut scratch);
    // The same again, with buffers that have seen something.
    assert!(masked == one(masking, record, &mut scratch), "the same record is masked in two ways");
    batch(masking, record, &mut scratch);
}

fn one(Masking { engine, transform }: &Masking, record: &[u8], scratch: &mut Scratch) -> Vec<u8> {
    let findings = engine.scan(record, scratch).to_vec();
    let masked = match engine.redact(record, scratch) {
        Redacted::Clean(same) => {
            assert!(std::ptr::eq(same, record), "a clean record is not handed on as it is");
            assert!(findings.is_empty(), "`scan` finds what `redact` does not");
            same.to_vec()
        }
        Redacted::Masked(masked) => {
            assert!(!findings.is_empty(), "`redact` masks what `scan` does not find");
            masked.to_vec()
        }
        Redacted::Blocked => panic!("a record is blocked, and no policy says so"),
    };
    let start = record.strip_prefix(b"\xef\xbb\xbf").unwrap_or(record).trim_ascii_start();
    let json = matches!(start.first(), Some(b'{' | b'['));
    check_masked(engine, transform, json, record, &findings, &masked);
    if json && let Some(shape_before) = shape(record) {
        assert!(shape(&masked) == Some(shape_before), "masked JSON has another structure");
    }
    masked
}

/// Lines as a batch give what each of them gives alone.
fn batch(masking: &Masking, batch: &[u8], scratch: &mut Scratch) {
    let Masking { engine, .. } = masking;
    let mut spans = Vec::new();
    let mut start = 0;
    for line in batch.split_inclusive(|&byte| byte == b'\n') {
        let end = start + line.len() - usize::from(line.ends_with(b"\n"));
        spans.push(Span::new(start, end));
        start += line.len();
    }
    let (mut expected, mut findings) = (Vec::new(), Vec::new());
    for (nth, span) in spans.iter().enumerate() {
        let line = &batch[span.range()];
        findings.push((nth, engine.scan(line, scratch).to_vec()));
        expected.extend_from_slice(engine.redact(line, scratch).bytes());
        expected.extend_from_slice(if span.end < batch.len() { b"\n" } else { b"" });
    }
    let mut out = b"before".to_vec();
    let mut seen = Vec::new();
    engine.redact_batch(batch, spans.iter().copied(), scratch, &mut out, |nth, found| seen.push((nth, found.to_vec())));
    assert_eq!(seen, findings, "a batch has other findings than its records");
    assert!(out.strip_prefix(b"before") == Some(&expected), "a batch is masked in another way than its records");
    seen.clear();
    engine.scan_batch(batch, spans, scratch, |nth, _, found| seen.push((nth, found.to_vec())));
    assert_eq!(seen, findings, "a batch has other findings than its records");
}
