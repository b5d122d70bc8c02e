//! Transforms within messages: JSON stays JSON, numbers stay numbers where that is asked for, streams do as records do.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use privet_core::{
    Alphabet, Backend, Bucket, DateShift, Encrypt, Engine, Fpe, HashKey, Key, KeyRing, Marker, Options, Policy,
    Ruleset, Scratch, StreamFilter, Surrogate, Tokenize, Transform, Truncate, reidentify,
};
use privet_tests::rules::library;
use serde_json::Value;

/// Made-up values: the specimens of authorities, test cards, names and numbers set aside for examples.
const RECORDS: [&str; 6] = [
    r#"{"pesel":44051401359,"note":"PESEL 44051401359","n":7}"#,
    r#"{"pesel": 44051401359 , "list":[44051401359,1,"ssn 078-05-1120"]}"#,
    r#"{"email":"jan.kowalski@firma.example","ip":"203.0.113.77"}"#,
    r#"{"card":4111111111111111,"text":"card 4111 1111 1111 1111."}"#,
    r#"["card \u0034111 1111 1111 1111","ssn: 078-05-1120 \"quoted\""]"#,
    "My PESEL is 44051401359, write to jan.kowalski@firma.example.",
];

fn key() -> Key {
    Key::new("k1", vec![42; 32]).unwrap()
}

fn transforms() -> Vec<Transform> {
    vec![
        Transform::Entity,
        Transform::Redact,
        Transform::Replace("x".to_owned()),
        Transform::Mask { with: b'*', keep_first: 1, keep_last: 2, keep_separators: false },
        Transform::Hash(HashKey::of(&key())),
        Transform::Tokenize(Tokenize::new(&key())),
        Transform::Encrypt(Encrypt::new(&key())),
        Transform::Fpe(Fpe::new(&key(), Alphabet::Digits)),
        Transform::Fpe(Fpe::card(&key(), 0, 4).unwrap()),
        Transform::Bucket(Bucket::width(1_000_000).unwrap()),
        Transform::DateShift(DateShift::new(&key(), 30).unwrap()),
        Transform::Truncate(Truncate::Ip),
        Transform::Surrogate(Surrogate::new(&key())),
    ]
}

fn option_sets() -> [Options; 6] {
    let none = Options::new();
    [
        none,
        none.keep_type(),
        none.same_length(),
        none.same_length().keep_type(),
        none.max_growth(1),
        none.max_growth(3).keep_type(),
    ]
}

fn engines() -> impl Iterator<Item = (Engine, Options)> {
    let rules = Ruleset::compile(&library().select("global,us,pl").unwrap(), Backend::default()).unwrap();
    let pairs =
        transforms().into_iter().flat_map(|transform| option_sets().map(|options| (transform.clone(), options)));
    pairs.map(move |(transform, options)| (Engine::new(rules.clone(), Policy::new(transform.with(options))), options))
}

fn redacted(engine: &Engine, record: &str) -> String {
    String::from_utf8(engine.redact(record.as_bytes(), &mut Scratch::new()).bytes().to_vec()).unwrap()
}

/// Law 5: every value stands where it stood, and is of its type where that is asked for.
fn same_structure(before: &Value, after: &Value, keep_type: bool) -> bool {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            before.len() == after.len()
                && before.iter().all(|(key, value)| after.get(key).is_some_and(|a| same_structure(value, a, keep_type)))
        }
        (Value::Array(before), Value::Array(after)) => {
            before.len() == after.len() && before.iter().zip(after).all(|(b, a)| same_structure(b, a, keep_type))
        }
        (Value::Number(_), Value::Number(_)) | (Value::String(_), Value::String(_)) => true,
        (Value::Number(_), Value::String(_)) => !keep_type,
        _ => false,
    }
}

#[test]
fn json_stays_json_and_numbers_numbers() {
    for (engine, options) in engines() {
        let keep_type = [Options::new().keep_type(), Options::new().same_length().keep_type()].contains(&options)
            || options == Options::new().max_growth(3).keep_type();
        for record in RECORDS.iter().filter(|record| record.starts_with(['{', '['])) {
            let masked = redacted(&engine, record);
            let after: Value = serde_json::from_str(&masked).unwrap_or_else(|error| panic!("{error}: {masked}"));
            let before: Value = serde_json::from_str(record).unwrap();
            assert!(same_structure(&before, &after, keep_type), "{masked}");
            assert_ne!(before, after, "something is masked: {:?}", engine.policy());
        }
    }
}

#[test]
fn streams_do_as_records_do() {
    for (engine, _) in engines() {
        for record in RECORDS {
            let masked = redacted(&engine, record);
            let json = record.starts_with(['{', '[']);
            for size in [1, 7, 1000] {
                let (mut filter, mut out) = (StreamFilter::new(&engine).json(json), Vec::new());
                record.as_bytes().chunks(size).for_each(|chunk| filter.push(chunk, &mut out));
                filter.finish(&mut out);
                assert_eq!(String::from_utf8(out).unwrap(), masked, "chunks of {size}: {:?}", engine.policy());
            }
        }
    }
}

#[test]
fn tokens_in_messages_lead_back() {
    let rules = Ruleset::compile(&library().select("global,us,pl").unwrap(), Backend::default()).unwrap();
    let engine = Engine::new(rules, Policy::new(Transform::Tokenize(Tokenize::new(&key()))));
    let ring = KeyRing::new(key());
    for record in RECORDS {
        let masked = redacted(&engine, record);
        // Each token in its turn gives way to its value; the quotes of what was a number are left out.
        let (mut back, mut from, mut tokens) = (String::new(), 0, 0);
        for (at, _) in masked.match_indices('[') {
            let Some(marker) = Marker::parse(&masked.as_bytes()[at..]) else { continue };
            back.push_str(&masked[from..at]);
            from = at + marker.len;
            let value = reidentify(&masked.as_bytes()[at..from], &ring).unwrap();
            back.push_str(std::str::from_utf8(value.expose()).unwrap());
            tokens += 1;
        }
        back.push_str(&masked[from..]);
        let unquoted = |text: &str| text.replace('"', "");
        assert!(tokens > 0 && unquoted(&back) == unquoted(record), "{back}");
    }
}
