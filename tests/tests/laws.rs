//! The laws of the design as properties. A shrunk failure becomes a case file.

use std::sync::OnceLock;

use privet_core::{
    Alphabet, Encrypt, Engine, Finding, Fpe, HashKey, Key, Options, Policy, Redacted, Scratch, StreamFilter, Surrogate,
    Tokenize, Transform,
};
use privet_tests::corpus::{Class, cases, identifiers};
use privet_tests::rules::{engine, engines};
use proptest::prelude::*;

/// Records with known personal data in them, of every identifier and class.
fn records() -> &'static [String] {
    static RECORDS: OnceLock<Vec<String>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let of = |identifier| Class::ALL.into_iter().flat_map(move |class| cases(identifier, class, 1, 7));
        identifiers().flat_map(of).map(|case| case.labelled.record).collect()
    })
}

fn default_engine() -> &'static Engine {
    &engines()[0].1
}

/// A record of the corpus, a piece of one, bytes that mean something to a scanner, or any bytes.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let record = || any::<prop::sample::Index>().prop_map(|at| at.get(records()).clone().into_bytes());
    let cut = (record(), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(text, a, b)| {
        let (a, b) = (a.index(text.len() + 1), b.index(text.len() + 1));
        text[a.min(b)..a.max(b)].to_vec()
    });
    let hostile = prop::sample::select(vec![
        "@", "%40", "://", "\\u0031", "\\\\", "\\n", "\"", "{", "}", ":", "0", "12", "4111 1111", "+1", "-", ".", " ",
        "\n", "\u{200b}", "\u{a0}", "１", "é", "身份证", "ssn", "-----BEGIN ", "eyJ", "a@b.", "=",
    ]);
    prop_oneof![
        4 => record(),
        3 => cut,
        3 => hostile.prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..20),
    ]
}

fn text() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(piece(), 0..8).prop_map(|pieces| pieces.concat())
}

fn policies() -> Vec<Policy> {
    let key = Key::new("k1", vec![42; 32]).expect("the key is long enough");
    vec![
        Policy::default(),
        Policy::new(Transform::Redact),
        Policy::new(Transform::Replace("x".to_owned())),
        Policy::new(Transform::Mask { with: b'*', keep_first: 0, keep_last: 0, keep_separators: false }),
        Policy::new(Transform::Hash(HashKey::of(&key))),
        Policy::new(Transform::Tokenize(Tokenize::new(&key))),
        Policy::new(Transform::Encrypt(Encrypt::new(&key)).with(Options::new().max_growth(60))),
        Policy::new(Transform::Fpe(Fpe::new(&key, Alphabet::Alphanumeric)).with(Options::new().keep_type())),
        // The surrogate of a telephone number keeps two digits by intent.
        Policy::new(Transform::Surrogate(Surrogate::new(&key)).with(Options::new().same_length()))
            .entity("PHONE_NUMBER", Transform::Redact),
    ]
}

/// One engine a policy, over a few rules so that compiling stays cheap.
fn transforming() -> &'static [Engine] {
    static ENGINES: OnceLock<Vec<Engine>> = OnceLock::new();
    ENGINES.get_or_init(|| {
        let rules = "global,us,pl,cn";
        policies().into_iter().map(|policy| engine(rules, privet_core::Backend::Portable, policy)).collect()
    })
}

/// The output without what stands between findings, which must be there as it was.
fn replacements<'o>(record: &[u8], findings: &[Finding], mut output: &'o [u8]) -> Vec<&'o [u8]> {
    let mut all = Vec::new();
    let mut at = 0;
    for (i, finding) in findings.iter().enumerate() {
        let kept = &record[at..finding.span.start];
        assert!(output.starts_with(kept), "bytes before finding {i} are as they were");
        output = &output[kept.len()..];
        let next = findings.get(i + 1).map_or(record.len(), |next| next.span.start);
        let rest = &record[finding.span.end..next];
        // Where a replacement ends is where what follows it begins; the last one is told by the length.
        let len = if i + 1 == findings.len() {
            output.len() - rest.len()
        } else {
            let end = output.iter().position(|&byte| byte == b']').map_or(output.len(), |end| end + 1);
            end + usize::from(output.get(end) == Some(&b'"') && output[0] == b'"')
        };
        all.push(&output[..len]);
        output = &output[len..];
        at = finding.span.end;
    }
    assert_eq!(output, &record[at..], "bytes after the last finding are as they were");
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Laws 1 and 2: what is found goes, and nothing else changes.
    #[test]
    fn nothing_escapes_and_nothing_else_changes(record in text()) {
        let engine = default_engine();
        let findings = engine.scan(&record, &mut Scratch::new()).to_vec();
        prop_assert!(findings.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        prop_assert!(findings.iter().all(|finding| !finding.span.is_empty() && finding.span.end <= record.len()));
        let mut scratch = Scratch::new();
        match engine.redact(&record, &mut scratch) {
            Redacted::Clean(bytes) => {
                prop_assert!(findings.is_empty());
                prop_assert_eq!(bytes.as_ptr(), record.as_ptr());
                prop_assert_eq!(bytes.len(), record.len());
            }
            Redacted::Masked(bytes) => {
                for (finding, replacement) in findings.iter().zip(replacements(&record, &findings, bytes)) {
                    let entity = format!("[{}]", engine.rules().rule(finding.rule).entity);
                    let replacement = std::str::from_utf8(replacement).unwrap();
                    prop_assert_eq!(replacement.trim_matches('"'), entity);
                }
            }
            Redacted::Blocked => prop_assert!(false, "no policy says so"),
        }
    }

    /// Law 1 for every transform: no four bytes of a masked value are left where it stood.
    #[test]
    fn transforms_leave_nothing(record in text()) {
        for engine in transforming() {
            let findings = engine.scan(&record, &mut Scratch::new()).to_vec();
            let mut scratch = Scratch::new();
            let output = engine.redact(&record, &mut scratch).bytes();
            let kept: usize = record.len() - findings.iter().map(|finding| finding.span.len()).sum::<usize>();
            prop_assert!(output.len() >= kept);
            let mut clean = Vec::new();
            let mut at = 0;
            for finding in &findings {
                clean.extend_from_slice(&record[at..finding.span.start]);
                clean.push(0);
                at = finding.span.end;
            }
            clean.extend_from_slice(&record[at..]);
            for finding in &findings {
                let value = &record[finding.span.range()];
                let elsewhere = |part: &[u8]| clean.windows(part.len()).any(|window| window == part);
                // Eight characters: of wide digits two may well be drawn again by chance.
                let mut starts = (0..value.len()).filter(|&at| value[at] & 0xc0 != 0x80);
                let Some(start) = starts.nth(8).map(|end| &value[..end]) else { continue };
                if !elsewhere(start) {
                    let escaped = output.windows(start.len()).any(|window| window == start);
                    prop_assert!(!escaped, "the start of a finding is in the output of {:?}", engine.policy());
                }
            }
        }
    }

    /// Law 3: however a stream is cut, the output and the findings are the same.
    #[test]
    fn chunking_does_not_matter(stream in text(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12), json: bool) {
        let whole = filtered(&[&stream], json);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(stream.len() + 1)).collect();
        cuts.extend([0, stream.len()]);
        cuts.sort_unstable();
        let chunks: Vec<&[u8]> = cuts.windows(2).map(|pair| &stream[pair[0]..pair[1]]).collect();
        prop_assert_eq!(&filtered(&chunks, json), &whole);
        if stream.len() < 400 {
            let bytes: Vec<&[u8]> = stream.chunks(1).collect();
            prop_assert_eq!(&filtered(&bytes, json), &whole);
        }
    }

    /// Law 4: every backend finds the same, wherever the record lies in memory.
    #[test]
    fn backends_agree_at_every_alignment(record in text(), offset in 0_usize..64) {
        let mut padded = vec![b'x'; offset];
        padded.extend_from_slice(&record);
        let mut expected = None;
        for (backend, engine) in engines() {
            for text in [&record[..], &padded[offset..]] {
                let findings = engine.scan(text, &mut Scratch::new()).to_vec();
                let expected = expected.get_or_insert_with(|| findings.clone());
                prop_assert_eq!(&findings, &*expected, "{:?}", backend);
            }
        }
    }

    /// Law 8: the same input gives the same output, from buffers that have seen anything.
    #[test]
    fn same_input_same_output(record in text(), other in text()) {
        for engine in transforming() {
            let mut used = Scratch::new();
            engine.redact(&other, &mut used);
            let again = engine.redact(&record, &mut used).bytes().to_vec();
            let mut fresh = Scratch::new();
            prop_assert_eq!(&again, engine.redact(&record, &mut fresh).bytes());
        }
    }

    /// A batch is its records one by one.
    #[test]
    fn a_batch_is_its_records(batch in text()) {
        let engine = default_engine();
        let mut spans = Vec::new();
        let mut at = 0;
        for line in batch.split_inclusive(|&byte| byte == b'\n') {
            let end = at + line.len();
            spans.push(privet_core::Span::new(at, end - usize::from(line.ends_with(b"\n"))));
            at = end;
        }
        let (mut out, mut counts) = (Vec::new(), Vec::new());
        engine.redact_batch(&batch, spans.iter().copied(), &mut Scratch::new(), &mut out, |_, found| counts.push(found.len()));
        let mut expected = Vec::new();
        for span in &spans {
            expected.extend_from_slice(engine.redact(&batch[span.range()], &mut Scratch::new()).bytes());
            expected.extend_from_slice(if span.end < batch.len() { b"\n" } else { b"" });
        }
        prop_assert_eq!(out, expected);
        prop_assert_eq!(counts.len(), spans.len());
    }
}

/// The output of a stream and its findings.
fn filtered(chunks: &[&[u8]], json: bool) -> (Vec<u8>, Vec<Finding>) {
    let engine = default_engine();
    let mut filter = StreamFilter::new(engine).json(json);
    let (mut out, mut findings) = (Vec::new(), Vec::new());
    for chunk in chunks {
        filter.push(chunk, &mut out);
        findings.extend_from_slice(filter.findings());
        // An escape takes six bytes where plain text takes one, and characters without width may stand between.
        assert!(filter.held() <= 6 * engine.rules().hold_back(), "{} bytes are held back", filter.held());
    }
    filter.finish(&mut out);
    findings.extend_from_slice(filter.findings());
    (out, findings)
}

/// Law 3 in full: every record of the corpus, cut in two at every place.
#[test]
fn every_split_of_every_record() {
    for record in records().iter().step_by(5) {
        let stream = format!("before {record}\nafter {record}");
        let stream = stream.as_bytes();
        let whole = filtered(&[stream], false);
        for cut in 0..=stream.len() {
            let halves = filtered(&[&stream[..cut], &stream[cut..]], false);
            assert_eq!(halves, whole, "cut at {cut} of {:?}", String::from_utf8_lossy(stream));
        }
    }
}

/// A stream says what a record of the same bytes says.
#[test]
fn a_stream_is_a_long_record() {
    let engine = default_engine();
    for record in records().iter().filter(|record| !record.starts_with(['{', '['])) {
        let (out, findings) = filtered(&[record.as_bytes()], false);
        let mut scratch = Scratch::new();
        assert_eq!(findings, engine.scan(record.as_bytes(), &mut scratch), "{record}");
        assert_eq!(out, engine.redact(record.as_bytes(), &mut scratch).bytes(), "{record}");
    }
}

/// A pause settles what is complete, and keeps what may still grow.
#[test]
fn a_pause_keeps_what_may_still_grow() {
    let engine = default_engine();
    let mut filter = StreamFilter::new(engine);
    let mut out = Vec::new();
    filter.push(b"write to ann@example.com, or call 415-", &mut out);
    filter.flush(&mut out);
    let shown = String::from_utf8(out.clone()).unwrap();
    assert!(shown.starts_with("write to [EMAIL_ADDRESS], or"), "{shown}");
    filter.push(b"555-2671 now.\n", &mut out);
    filter.finish(&mut out);
    let shown = String::from_utf8(out).unwrap();
    assert!(!shown.contains("415") && !shown.contains("2671"), "{shown}");
}

/// Law 6: cost is linear for any input, within a stated factor: so many steps of the automata a byte, at most.
#[test]
fn cost_is_linear_and_bounded() {
    const STEPS: u64 = 150;
    let hostile = [
        "0",
        "1",
        "7",
        "a",
        "f",
        "0f",
        "@",
        "a@",
        "a@a.",
        "1 ",
        "1-",
        "1.",
        "11 ",
        "12-",
        "1(",
        "+1",
        "+1 ",
        "4111 ",
        "4111-1111-",
        "eyJ",
        "eyJ.",
        "-----BEGIN ",
        "-----BEGIN RSA PRIVATE KEY-----",
        "://",
        "a://b:",
        "a:",
        "::",
        "0:",
        "ab:",
        "1.1.",
        "AKIA",
        "ghp_",
        "password=",
        "password=\"",
        "?email=",
        "&token=",
        "%40",
        "\\u0031",
        "\"",
        "{\"a\":",
        "\u{200b}1",
        "１",
        "身",
        "A1B2C3",
        "AB12",
        "DE89 3704 ",
        "<<",
        "P<",
        " 01/02/2003",
        "ssn ",
        "12345678901 ",
        "0123456789 ",
        "+49 30 ",
        "Bearer ",
    ];
    let mut worst = Vec::new();
    for unit in hostile {
        let steps = |len: usize| {
            let text = unit.repeat(len / unit.len() + 1);
            let mut scratch = Scratch::new();
            default_engine().scan(text.as_bytes(), &mut scratch);
            (scratch.steps(), text.len() as u64)
        };
        let ((short, _), (long, len)) = (steps(16 << 10), steps(64 << 10));
        assert!(long <= short * 5, "{unit:?}: four times the text takes {} times the steps", long / short.max(1));
        worst.push((long / len, unit));
    }
    worst.sort_unstable();
    assert!(worst.iter().all(|&(steps, _)| steps <= STEPS), "steps a byte: {:?}", &worst[worst.len() - 8..]);
}
