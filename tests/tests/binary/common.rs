//! The laws themselves, for any format that can hold a made-up value.

use std::sync::OnceLock;

use privet_core::{Backend, Engine, Format, Policy, Redacted, Scratch, Transform};
use privet_tests::corpus::Rng;
use privet_tests::payloads::{MARKER, Value};
use privet_tests::rules::engine;

/// Payloads that each law is tried on.
const ROUNDS: usize = 1_500;

/// All shipped rules, and the name of its entity in place of what is found.
pub fn default_engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| engine("all", Backend::default(), Policy::default()))
}

/// The same with an asterisk for every character, so that lengths stay.
fn same_length() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    let mask = Transform::Mask { with: b'*', keep_first: 0, keep_last: 0, keep_separators: false };
    ENGINE.get_or_init(|| Engine::new(default_engine().rules().clone(), Policy::new(mask)))
}

/// How a format writes a value.
pub type Write = fn(&Value, &mut Rng, &mut Vec<u8>);

pub fn written(write: Write, value: &Value, seed: u64) -> Vec<u8> {
    let mut payload = Vec::new();
    write(value, &mut Rng::new(seed), &mut payload);
    payload
}

pub fn masked(payload: &[u8], format: &Format) -> Vec<u8> {
    default_engine().redact_as(payload, format, &mut Scratch::new()).unwrap().bytes().to_vec()
}

/// A number that is found by its name only: made up, with the check digit of a PESEL.
pub const NAMED: i64 = 44_051_401_359;

/// Made-up objects.
pub fn values(name: &str) -> impl Iterator<Item = (u64, Value)> {
    let mut rng = Rng::named(3, name);
    (0..ROUNDS as u64).map(move |seed| (seed, Value::object(&mut rng, 1 + seed as usize % 4)))
}

/// Law 5: what comes out has the structure of what came in, by the parser of others; texts with something to find differ,
/// and others do not.
pub fn structure_is_kept(name: &str, format: &Format, write: Write, read: fn(&[u8]) -> Value) {
    let mut changed = 0;
    for (seed, value) in values(name) {
        let payload = written(write, &value, seed);
        let out = masked(&payload, format);
        changed += usize::from(out != payload);
        let (before, after) = (read(&payload), read(&out));
        same_structure(&before, &after, &format!("{name} {seed}"));
    }
    assert!(changed > ROUNDS / 3, "{name}: something is masked in {changed} of {ROUNDS}");
}

pub fn same_structure(before: &Value, after: &Value, round: &str) {
    match (before, after) {
        (Value::Text(before), Value::Text(after)) => same_text(before, after, round),
        (Value::Bytes(before), Value::Bytes(after)) => {
            same_text(&String::from_utf8_lossy(before), &String::from_utf8_lossy(after), round);
        }
        (Value::List(before), Value::List(after)) => {
            assert_eq!(before.len(), after.len(), "{round}");
            before.iter().zip(after).for_each(|(before, after)| same_structure(before, after, round));
        }
        (Value::Object(before), Value::Object(after)) => {
            assert_eq!(before.len(), after.len(), "{round}");
            for ((name_before, before), (name_after, after)) in before.iter().zip(after) {
                same_text(name_before, name_after, round);
                same_structure(before, after, round);
            }
        }
        (Value::Integer(before), Value::Integer(after)) => assert!(after == before || *after == 0, "{round}"),
        (Value::Float(before), Value::Float(after)) => {
            assert!(after.to_bits() == before.to_bits() || *after == 0.0, "{round}");
        }
        (before, after) => assert_eq!(before, after, "{round}: another type"),
    }
}

fn same_text(before: &str, after: &str, round: &str) {
    assert!(!after.contains(MARKER), "{round}: an address is left");
    if !before.contains('@') && !before.contains(|character: char| character.is_ascii_digit()) {
        assert_eq!(before, after, "{round}: a clean text has changed");
    }
}

/// Law 1: an address is found wherever a text can stand.
pub fn markers_are_found_everywhere(name: &str, format: &Format, write: Write, names_too: bool) {
    let mut tried = 0;
    for (seed, value) in values(name).take(200) {
        let mut names = Vec::new();
        is_name(&value, &mut names);
        for (nth, _) in (0..value.texts()).zip(names).filter(|(_, is_name)| names_too || !is_name) {
            let payload = written(write, &value.with_text(nth, MARKER), seed);
            let out = masked(&payload, format);
            let left = out.windows(MARKER.len()).any(|window| window == MARKER.as_bytes());
            assert!(!left, "{name} {seed}: an address is left at text {nth}");
            tried += 1;
        }
    }
    assert!(tried > 500, "{name}: {tried} places");
}

/// For every place of a text in order, whether it is a name.
fn is_name(value: &Value, names: &mut Vec<bool>) {
    match value {
        Value::Text(_) | Value::Bytes(_) => names.push(false),
        Value::List(items) => items.iter().for_each(|item| is_name(item, names)),
        Value::Object(fields) => {
            for (_, value) in fields {
                names.push(true);
                is_name(value, names);
            }
        }
        _ => {}
    }
}

/// Law 2: where the new text is as long as the old one, every byte outside of it is the same; what is clean comes out as
/// the same slice.
pub fn nothing_else_changes(name: &str, format: &Format, write: Write) {
    for (seed, value) in values(name) {
        let payload = written(write, &without_numbers(&value), seed);
        let mut scratch = Scratch::new();
        match same_length().redact_as(&payload, format, &mut scratch).unwrap() {
            Redacted::Clean(same) => assert!(std::ptr::eq(same, &raw const payload[..]), "{name} {seed}"),
            Redacted::Masked(out) => {
                assert_eq!(out.len(), payload.len(), "{name} {seed}");
                for (at, (before, after)) in payload.iter().zip(out).enumerate() {
                    assert!(before == after || *after == b'*', "{name} {seed}: byte {at} has changed");
                }
            }
            Redacted::Blocked => panic!("no policy here blocks anything"),
        }
        let clean = written(write, &without_finds(&value), seed);
        match same_length().redact_as(&clean, format, &mut scratch).unwrap() {
            Redacted::Clean(same) => assert!(std::ptr::eq(same, &raw const clean[..]), "{name} {seed}"),
            Redacted::Masked(_) | Redacted::Blocked => panic!("{name} {seed}: something is found in what is clean"),
        }
    }
}

/// Numbers become other types when they change, and so may lengths.
fn without_numbers(value: &Value) -> Value {
    map(value, &|value| match value {
        Value::Integer(_) => Value::Integer(5),
        Value::Float(_) => Value::Float(1.5),
        other => other.clone(),
    })
}

fn without_finds(value: &Value) -> Value {
    let clean = |text: &str| text.replace(|character: char| character == '@' || character.is_ascii_digit(), "-");
    let value = map(&without_numbers(value), &|value| match value {
        Value::Text(text) => Value::Text(clean(text)),
        Value::Bytes(bytes) => Value::Bytes(clean(&String::from_utf8_lossy(bytes)).into_bytes()),
        other => other.clone(),
    });
    names(&value, &clean)
}

fn names(value: &Value, clean: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::List(items) => Value::List(items.iter().map(|item| names(item, clean)).collect()),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (clean(name), names(value, clean))).collect())
        }
        other => other.clone(),
    }
}

fn map(value: &Value, change: &dyn Fn(&Value) -> Value) -> Value {
    match value {
        Value::List(items) => Value::List(items.iter().map(|item| map(item, change)).collect()),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.clone(), map(value, change))).collect())
        }
        other => change(other),
    }
}
