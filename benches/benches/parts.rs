//! Single parts: validators, words around a match, transforms.
#![forbid(unsafe_code)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use privet_benches::data::Data;
use privet_benches::rules::Rules;
use privet_core::{Backend, Engine, HashKey, Policy, Ruleset, Scratch, Stage, Transform, VALIDATORS};

/// Numbers of every kind as they are matched: right, wrong, and of other kinds.
const NUMBERS: [&str; 12] = [
    "4111 1111 1111 1111",
    "4111111111111112",
    "DE89370400440532013000",
    "219-09-9999",
    "44051401359",
    "529.982.247-25",
    "943 476 5919",
    "12345678Z",
    "RSSMRA85T10A562S",
    "anna.berg@example.com",
    "192.0.2.17",
    "+49301234567",
];

fn validators(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("validators");
    group.throughput(Throughput::Elements(NUMBERS.len() as u64)).sample_size(20);
    for validator in VALIDATORS {
        group.bench_function(validator.name, |bencher| {
            bencher.iter(|| {
                NUMBERS.iter().for_each(|number| {
                    black_box((validator.check)(black_box(number.as_bytes())));
                });
            });
        });
    }
}

fn engine(policy: Policy) -> Engine {
    let data = Data::load().expect("the data is tested");
    let library = Rules::build(&data, "shipped").and_then(|rules| rules.library()).expect("the data is tested");
    let selection = library.select("all").expect("all rules have a name");
    Engine::new(Ruleset::compile(&selection, Backend::default()).expect("shipped rules compile"), policy)
}

/// A match with no words, with a word, with a label, and with many words in other languages around it.
const SURROUNDINGS: [(&str, &str); 4] = [
    ("bare", "219-09-9999"),
    ("word", "my social security number is 219-09-9999, thanks"),
    ("label", r#"{"type":"identify","traits":{"ssn":"219-09-9999"}}"#),
    ("prose", "ich habe gestern mit ihr gesprochen und mir 219-09-9999 notiert, ohne zu wissen, was es ist"),
];

fn context(criterion: &mut Criterion) {
    let (engine, mut scratch) = (engine(Policy::default()), Scratch::new());
    let mut group = criterion.benchmark_group("context");
    for (name, text) in SURROUNDINGS {
        for stage in [Stage::Validate, Stage::Context] {
            group.bench_function(BenchmarkId::new(stage.as_str(), name), |bencher| {
                bencher.iter(|| engine.run_to(stage, black_box(text.as_bytes()), &mut scratch));
            });
        }
    }
}

fn transforms(criterion: &mut Criterion) {
    let key = HashKey::new("k1", vec![7; 32]).expect("the key is long enough");
    let transforms = [
        ("entity", Transform::Entity),
        ("redact", Transform::Redact),
        ("replace", Transform::Replace("***".to_owned())),
        ("mask", Transform::Mask { with: b'*', keep_first: 0, keep_last: 4, keep_separators: false }),
        ("hash", Transform::Hash(key)),
    ];
    let text = br#"{"traits":{"email":"anna.berg@example.com","ssn":"219-09-9999","card":"4111 1111 1111 1111"}}"#;
    let mut group = criterion.benchmark_group("transforms");
    group.throughput(Throughput::Bytes(text.len() as u64));
    for (name, transform) in transforms {
        let (engine, mut scratch) = (engine(Policy::new(transform)), Scratch::new());
        group.bench_function(name, |bencher| {
            bencher.iter(|| engine.redact(black_box(text), &mut scratch).bytes().len());
        });
    }
}

criterion_group!(benches, validators, context, transforms);
criterion_main!(benches);
