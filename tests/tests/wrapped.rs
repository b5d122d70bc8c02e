//! Strings of JSON records that are base64 of a text: what is masked in them, and what is left alone.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::sync::OnceLock;

use privet_core::{Backend, Engine, Format, Label, Labels, Policy, Redacted, Scratch, Span, Supplies};
use privet_tests::corpus::Rng;
use privet_tests::rules::engine;
use serde_json::{Map, Value};

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// RFC 4648, by its text and not by the library that is tested.
fn encode(text: &str, alphabet: &[u8; 64], padding: bool) -> String {
    let mut out = String::new();
    for three in text.as_bytes().chunks(3) {
        let bits = (0..3).fold(0, |bits: usize, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or(0)));
        out.extend((0..=three.len()).map(|at| char::from(alphabet[bits >> (18 - 6 * at) & 63])));
        out.extend((three.len()..3).filter(|_| padding).map(|_| '='));
    }
    out
}

fn decode(text: &str) -> Option<String> {
    let value = |byte| [STANDARD, URL].iter().find_map(|alphabet| alphabet.iter().position(|&letter| letter == byte));
    let mut out = Vec::new();
    for four in text.trim_end_matches('=').as_bytes().chunks(4) {
        let mut bits = 0;
        for &byte in four {
            bits = bits << 6 | value(byte)?;
        }
        bits <<= 6 * (4 - four.len());
        out.extend_from_slice(&[(bits >> 16) as u8, (bits >> 8) as u8, bits as u8][..four.len() - 1]);
    }
    String::from_utf8(out).ok()
}

fn all_rules() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| engine("all", Backend::default(), Policy::default()))
}

fn policy(statements: &str) -> Engine {
    let text = format!("name = \"p\"\ndescription = \"x\"\n{statements}");
    engine("all", Backend::default(), Policy::parse("p.toml", &text, &Supplies::new()).unwrap())
}

fn redact(engine: &Engine, record: &str) -> String {
    String::from_utf8(engine.redact(record.as_bytes(), &mut Scratch::new()).bytes().to_vec()).unwrap()
}

/// A text with an address in it, or without.
fn text(rng: &mut Rng, hides: bool) -> String {
    const WORDS: [&str; 8] = ["order", "Grüße", "??>>", "shipped", "~~ late ~~", "☺", "reply,", "or not"];
    let mut words: Vec<&str> = (0..4 + rng.below(12)).map(|_| rng.pick(&WORDS)).collect();
    if hides {
        let at = rng.below(words.len() as u64) as usize;
        words.insert(at, "ann.lee@example.com");
    }
    words.join(" ")
}

/// A JSON value; some of its strings are base64, and some of these hide an address.
fn value(rng: &mut Rng, depth: u64) -> Value {
    match rng.below(if depth == 0 { 5 } else { 7 }) {
        0 => Value::from(rng.below(1000)),
        1 => Value::from(text(rng, false)),
        2..5 => {
            let hides = rng.one_in(2);
            let plain = match text(rng, hides) {
                plain if rng.one_in(3) => serde_json::json!({ "note": plain, "n": [1, null] }).to_string(),
                plain => plain,
            };
            Value::from(encode(&plain, rng.pick(&[STANDARD, URL]), rng.one_in(2)))
        }
        5 => (0..rng.below(5)).map(|_| value(rng, depth - 1)).collect(),
        _ => Value::Object(
            (0..rng.below(5)).map(|nth| (format!("k{nth}"), value(rng, depth - 1))).collect::<Map<_, _>>(),
        ),
    }
}

/// The same structure, and in each string the same text but for the addresses. Returns how many strings were masked.
fn compare(before: &Value, after: &Value) -> usize {
    match (before, after) {
        (Value::Array(before), Value::Array(after)) => {
            assert_eq!(before.len(), after.len());
            before.iter().zip(after).map(|(before, after)| compare(before, after)).sum()
        }
        (Value::Object(before), Value::Object(after)) => {
            assert!(before.keys().eq(after.keys()));
            before.values().zip(after.values()).map(|(before, after)| compare(before, after)).sum()
        }
        (Value::String(before), Value::String(after)) if before != after => {
            let (before, after) = (decode(before).unwrap(), decode(after).unwrap());
            assert_eq!(before.replace("ann.lee@example.com", "[EMAIL_ADDRESS]"), after);
            assert!(all_rules().scan(after.as_bytes(), &mut Scratch::new()).is_empty());
            1
        }
        (Value::String(text), _) => {
            let hides = decode(text).is_some_and(|text| text.contains("ann.lee"));
            assert!(before == after && !hides, "{text} is as it was");
            0
        }
        _ => {
            assert_eq!(before, after);
            0
        }
    }
}

#[test]
fn addresses_go_and_all_else_stays() {
    let mut rng = Rng::named(5, "wrapped");
    let (mut scratch, mut masked) = (Scratch::new(), 0);
    let (mut batch, mut records, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..3000 {
        let before = Value::Array((0..1 + rng.below(4)).map(|_| value(&mut rng, 3)).collect());
        let text = if rng.one_in(2) { before.to_string() } else { serde_json::to_string_pretty(&before).unwrap() };
        let out = all_rules().redact(text.as_bytes(), &mut scratch).bytes().to_vec();
        masked += compare(&before, &serde_json::from_slice(&out).unwrap());
        let again = all_rules().redact(&out, &mut scratch);
        assert!(matches!(again, Redacted::Clean(_)), "what was masked is masked again");
        records.push(Span::new(batch.len(), batch.len() + text.len()));
        batch.extend_from_slice(text.as_bytes());
        batch.push(b'\n');
        expected.extend_from_slice(&out);
        expected.push(b'\n');
    }
    assert!(masked > 1000, "{masked} strings masked");
    let mut out = Vec::new();
    all_rules().redact_batch(&batch, records, &mut scratch, &mut out, |_, _| ());
    assert!(out == expected, "a batch is masked as its records are");
}

#[test]
fn what_is_no_text_or_not_hidden_in_json_stays() {
    let hidden = encode("ann.lee@example.com", STANDARD, true);
    for record in [
        // No JSON; with something before or behind; in lines; too short.
        format!("data {hidden}"),
        format!("{{\"d\":\"data:{hidden}\"}}"),
        format!("{{\"d\":\" {hidden}\"}}"),
        format!("{{\"d\":\"{}\\n{}\"}}", &hidden[..8], &hidden[8..]),
        format!("{{\"d\":\"{}\"}}", encode("al@example.com", STANDARD, true)),
        // Cut, and so not canonical; not even base64 for its length.
        format!("{{\"d\":\"{}\"}}", &hidden[..25]),
        format!("{{\"d\":\"{hidden}"),
        "{\"id\":\"550e8400-e29b-41d4-a716-446655440000\",\"h\":\"9F86D081884C7D659A2FEAA0C55AD015\"}".to_owned(),
        "{\"name\":\"aVeryLongNameOfSomethingWithoutSpaces\"}".to_owned(),
    ] {
        assert_eq!(redact(all_rules(), &record), record);
    }
}

/// As deep as packings may lie within each other, and no deeper.
#[test]
fn strings_within_strings_are_looked_into() {
    let mut text = "ann.lee@example.com, then".to_owned();
    for depth in 0..7 {
        text = format!("{{\"d\":\"{}\"}}", encode(&text, STANDARD, true));
        assert_eq!(redact(all_rules(), &text) != text, depth < 4, "{depth} deep");
    }
}

#[test]
fn policies_hold_within() {
    let record = format!("{{\"a\":\"{}\"}}", encode("ann.lee@example.com", STANDARD, true));
    assert_eq!(redact(&policy("mode = \"observe\"\ndefault = \"redact\""), &record), record);
    let mut scratch = Scratch::new();
    let blocks = policy("default = \"block\"");
    assert_eq!(blocks.redact(record.as_bytes(), &mut scratch), Redacted::Blocked);
    let (mut out, batch) = (Vec::new(), format!("[1]\n{record}\n[2]\n"));
    let records = [Span::new(0, 3), Span::new(4, 4 + record.len()), Span::new(5 + record.len(), batch.len() - 1)];
    blocks.redact_batch(batch.as_bytes(), records, &mut scratch, &mut out, |_, _| ());
    assert_eq!(String::from_utf8(out).unwrap(), "[1]\n\n[2]\n");
    // A statement for a route holds in what is wrapped, too.
    let kept = policy("default = \"redact\"\n[[statements]]\ntopic = \"mail\"\naction = \"keep\"");
    assert_ne!(redact(&kept, &record), record);
    scratch.set_labels(&Labels::new().with(Label::Topic, "mail"));
    assert_eq!(kept.redact(record.as_bytes(), &mut scratch), Redacted::Clean(record.as_bytes()));
}

/// What is all of the string, as the value of a name, takes it whole: base64 of the rest of a password is the password.
#[test]
fn a_finding_that_is_the_whole_string_goes_whole() {
    let hidden = encode("ann.lee@example.com secret", STANDARD, true);
    let record = format!("{{\"password\":\"{hidden}\",\"a\":\"{hidden}\"}}");
    let wanted = encode("[EMAIL_ADDRESS] secret", STANDARD, true);
    assert_eq!(redact(all_rules(), &record), format!("{{\"password\":\"[PASSWORD]\",\"a\":\"{wanted}\"}}"));
    let mut scratch = Scratch::new();
    let read = all_rules().redact_as(record.as_bytes(), &Format::json(), &mut scratch).unwrap().bytes();
    assert_eq!(String::from_utf8_lossy(read), redact(all_rules(), &record));
}

/// A member that is dropped goes with what is wrapped in it; one with something in its string only keeps its name.
#[test]
fn what_is_dropped_takes_its_string_along() {
    let hidden = encode("ann.lee@example.com secret", STANDARD, true);
    let record = format!("{{\"password\":\"{hidden}\",\"a\":\"{hidden}\"}}");
    let wanted = format!("{{\"a\":\"{}\"}}", encode(" secret", STANDARD, true));
    let drops = policy("default = \"drop_field\"");
    assert_eq!(redact(&drops, &record), wanted);
    let mut scratch = Scratch::new();
    let read = drops.redact_as(record.as_bytes(), &Format::json(), &mut scratch).unwrap().bytes();
    assert_eq!(String::from_utf8_lossy(read), wanted);
}
