//! The laws on payloads of text formats, through the public API and with readers that are not ours.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[path = "payloads/auto.rs"]
mod auto;
#[path = "payloads/csv.rs"]
mod csv;
#[path = "payloads/form.rs"]
mod form;
#[path = "payloads/json.rs"]
mod json;
#[path = "payloads/logfmt.rs"]
mod logfmt;
#[path = "payloads/markup.rs"]
mod markup;

use std::sync::OnceLock;

use privet_core::{Backend, Engine, Format, Malformed, Policy, Redacted, Scratch};
use privet_tests::corpus::Rng;
use privet_tests::fuzz::payloads::{CSV, FORM, HTML, JSON, LOGFMT, Subject, XML, laws};
use privet_tests::rules::engine;

/// Made-up payloads a format.
const MADE: usize = 4000;

/// Stands in every place of a payload.
const MARKER: &str = "ann.lee@example.com";

fn all_rules() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| engine("all", Backend::default(), Policy::default()))
}

/// Every backend masks payloads of every format to the same bytes.
#[test]
fn backends_mask_alike() {
    let engines: Vec<_> = Backend::available()
        .filter(|&backend| backend != Backend::Naive)
        .map(|backend| (backend, engine("all", backend, Policy::default())))
        .collect();
    let mut masked = 0;
    for (index, subject) in [&CSV, &FORM, &HTML, &JSON, &LOGFMT, &XML].into_iter().enumerate() {
        let (format, mut rng) = ((subject.format)(), Rng::new(index as u64));
        for _ in 0..300 {
            let payload = (subject.make)(&mut rng);
            let mut scratches: Vec<_> = engines.iter().map(|_| Scratch::new()).collect();
            let outputs: Vec<_> = engines
                .iter()
                .zip(&mut scratches)
                .map(|((_, engine), scratch)| engine.redact_as(&payload, &format, scratch).map(Redacted::bytes))
                .collect();
            for ((backend, _), output) in engines.iter().zip(&outputs) {
                assert_eq!(*output, outputs[0], "{format:?} {backend:?}");
            }
            masked += usize::from(outputs[0].is_ok_and(|output| output != payload));
        }
    }
    assert!(masked > 200, "{masked} payloads had something in them");
}

/// The payload after masking, whether it changes or not.
fn redact(format: &Format, payload: impl AsRef<[u8]>) -> Result<String, Malformed> {
    let (payload, mut scratch) = (payload.as_ref(), Scratch::new());
    let redacted = all_rules().redact_as(payload, format, &mut scratch)?;
    if let Redacted::Clean(same) = redacted {
        assert!(std::ptr::eq(same, payload), "a clean payload is the same slice");
    }
    Ok(String::from_utf8_lossy(redacted.bytes()).into_owned())
}

/// The marker in place of `@@` in the template becomes `mask`, and nothing else changes.
fn masks(format: &Format, template: &str, mask: &str) {
    let masked = redact(format, template.replace("@@", MARKER)).unwrap_or_else(|error| panic!("{template}: {error}"));
    assert_eq!(masked, template.replace("@@", mask), "{template}");
}

/// The marker at any byte of a payload is masked, or the payload is refused. Returns how often it was masked.
fn masks_everywhere(format: &Format, payload: &str) -> usize {
    let mut times = 0;
    for at in (0..=payload.len()).filter(|&at| payload.is_char_boundary(at)) {
        let with = format!("{}{MARKER}{}", &payload[..at], &payload[at..]);
        let Ok(masked) = redact(format, &with) else { continue };
        assert!(!masked.contains(MARKER), "left at byte {at}: {masked}");
        assert!(masked.contains("_ADDRESS"), "not masked at byte {at}: {masked}");
        times += 1;
    }
    times
}

/// The laws hold for made-up payloads: none is refused, what is planted goes, and some are clean.
fn keeps_the_laws(subject: &Subject, name: &str) {
    let mut rng = Rng::named(1, name);
    let (mut clean, mut changed) = (0, 0);
    for _ in 0..MADE {
        let payload = (subject.make)(&mut rng);
        laws(subject, &payload);
        let masked = redact(&(subject.format)(), &payload).unwrap_or_else(|error| {
            panic!("{error}: {}", String::from_utf8_lossy(&payload));
        });
        for planted in [MARKER, "bob@example.org", "bücher.example", "555 0143"] {
            assert!(!masked.contains(planted), "{planted} is left: {masked}");
        }
        if masked.as_bytes() == payload { clean += 1 } else { changed += 1 }
    }
    assert!(clean > MADE / 50 && changed > MADE / 4, "{clean} clean, {changed} masked");
}

/// Spoilt payloads keep the laws, too; errors say where, and show nothing.
fn refuses_closed(subject: &Subject, name: &str) -> usize {
    let mut rng = Rng::named(2, name);
    let mut refused = 0;
    for _ in 0..MADE {
        let payload = subject.spoilt(&mut rng);
        laws(subject, &payload);
        if let Err(error) = redact(&(subject.format)(), &payload) {
            refused += 1;
            let shown = error.to_string();
            assert!(error.at <= payload.len() && shown.ends_with(&format!(", at byte {}", error.at)), "{shown}");
            assert!(shown.len() < 80 && !shown.contains("example"), "{shown}");
        }
    }
    refused
}
