//! Every backend finds on the corpora what the oracle finds, which takes each byte for a candidate.

use privet_core::{Backend, Engine, Finding, Scratch, Span};
use privet_tests::corpus::{Class, EventStream, cases, clean, identifiers};
use privet_tests::rules::engines;

/// Records of every identifier and class, of clean telemetry, and of long events.
fn records() -> Vec<Vec<u8>> {
    let of = |identifier| Class::ALL.into_iter().flat_map(move |class| cases(identifier, class, 3, 11));
    let labelled = identifiers().flat_map(of).map(|case| case.labelled);
    let mut records: Vec<Vec<u8>> = labelled.chain(clean(5).take(400)).map(|made| made.record.into_bytes()).collect();
    for personal in [true, false] {
        let mut events = EventStream::new(3, personal);
        for _ in 0..150 {
            let mut record = Vec::new();
            events.push(&mut record);
            records.push(record);
        }
    }
    records
}

fn oracle() -> &'static Engine {
    let naive = engines().iter().find(|(backend, _)| *backend == Backend::Naive);
    &naive.expect("it runs everywhere").1
}

#[test]
fn records_one_by_one() {
    let (mut scratch, mut buffers, mut found) = (Scratch::new(), Scratch::new(), 0);
    for record in records() {
        let expected = oracle().scan(&record, &mut scratch).to_vec();
        for (backend, engine) in engines() {
            let findings = engine.scan(&record, &mut buffers);
            assert_eq!(findings, expected, "{} over {:?}", backend.as_str(), String::from_utf8_lossy(&record));
        }
        found += expected.len();
    }
    assert!(found > 700, "{found} findings compare little");
}

/// Far longer than what any backend takes at a time.
#[test]
fn one_long_text() {
    let text = records().join(&b'\n');
    assert!(text.len() > 300_000, "{} bytes are not long", text.len());
    let expected = oracle().scan(&text, &mut Scratch::new()).to_vec();
    assert!(expected.len() > 500);
    for (backend, engine) in engines() {
        assert_eq!(engine.scan(&text, &mut Scratch::new()), expected, "{}", backend.as_str());
    }
}

#[test]
fn records_as_a_batch() {
    let records = records();
    let text = records.concat();
    let ends: Vec<usize> =
        records.iter().scan(0, |at, record| Some(std::mem::replace(at, *at + record.len()))).collect();
    let spans = || ends.iter().zip(&records).map(|(&start, record)| Span::new(start, start + record.len()));
    let batch = |engine: &Engine| -> Vec<(usize, Vec<Finding>)> {
        let mut all = Vec::new();
        engine
            .scan_batch(&text, spans(), &mut Scratch::new(), |index, _, findings| all.push((index, findings.to_vec())));
        all
    };
    let expected = batch(oracle());
    for (backend, engine) in engines() {
        assert!(batch(engine) == expected, "{}", backend.as_str());
    }
}

/// The suites run over what [`Backend::available`] names: with the feature, Hyperscan must be among them.
#[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
#[test]
fn hyperscan_is_compared() {
    assert!(engines().iter().any(|(backend, _)| *backend == Backend::Hyperscan));
}
