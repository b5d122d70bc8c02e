//! Law 4: every backend of this machine against the oracle. The binary `differential` does the same over gigabytes.
//!
//! Where a test fails it names seed, kind and record, and `privet_tests::differential::block` makes them again.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;
use std::sync::OnceLock;

use privet_core::{Backend, Likelihood, Policy, Scratch};
use privet_tests::corpus::Rng;
use privet_tests::differential::input::noise;
use privet_tests::differential::{Kind, Panel, block, mutate};

const SEED: u64 = 1;

/// Bytes of a block, several times the chunk that a filter reads at a time.
const BLOCK: usize = 150_000;

/// A known number, with the word that names it.
const KNOWN: &str = "card 4111 1111 1111 1111";

/// All rules, with everything that looks like something a finding.
fn all() -> &'static Panel {
    static PANEL: OnceLock<Panel> = OnceLock::new();
    PANEL.get_or_init(|| Panel::new("all", &Policy::default().threshold(Likelihood::VeryUnlikely), Backend::Naive))
}

/// All rules, with what a default policy masks.
fn likely() -> &'static Panel {
    static PANEL: OnceLock<Panel> = OnceLock::new();
    PANEL.get_or_init(|| all().with(&Policy::default()))
}

/// The findings of a record on which all agree; panics when they do not. It ends where its memory does.
fn agree(panel: &Panel, record: &[u8], scratch: &mut Scratch, what: &dyn Fn() -> String) -> u64 {
    let record: Box<[u8]> = record.into();
    panel.record(&record, scratch).unwrap_or_else(|difference| panic!("{difference}: {}", what())).findings
}

#[test]
fn this_machine_has_what_its_kind_has() {
    let of_kind = match std::env::consts::ARCH {
        // Part of the architecture.
        "aarch64" => Some(Backend::Neon),
        // Not part of it, but no processor of the last fifteen years is without.
        "x86_64" => Some(Backend::Ssse3),
        // Chosen when the module is built: `cargo xtask wasm` does.
        "wasm32" => Some(Backend::Simd128),
        _ => None,
    };
    assert!(of_kind.is_none_or(Backend::is_available), "{of_kind:?}");
    assert!(of_kind.is_none_or(|backend| all().backends().any(|other| other == backend)), "{of_kind:?}");
    assert_eq!(all().backends().next(), Some(Backend::Naive));
    assert!(all().backends().any(|backend| backend == Backend::Portable));
    // The fastest is the default, and there is a faster one than the portable.
    assert_eq!(Backend::available().next(), Some(Backend::default()));
    assert!(of_kind.is_none() || Backend::default() != Backend::Portable);
}

#[test]
fn every_kind_of_input() {
    let mut scratch = Scratch::new();
    for kind in Kind::ALL {
        let mut findings = 0;
        for (number, panel) in [all(), likely()].into_iter().enumerate() {
            let block = block(SEED, kind, number as u64, BLOCK);
            let agreed = panel.block(&block, &mut scratch);
            findings +=
                agreed.unwrap_or_else(|difference| panic!("{difference}: seed {SEED}, {kind:?} {number}")).findings;
        }
        assert_eq!(findings == 0, kind == Kind::CleanEvents, "{kind:?}: nothing was found that could have been missed");
    }
}

#[test]
fn streams_in_random_chunks() {
    for kind in Kind::ALL {
        for (number, sizes) in [(10, 40), (11, 300), (12, 5000)] {
            let text = block(SEED, kind, number, 8 * sizes.min(1000)).bytes;
            for json in [false, true] {
                let mut rng = Rng::named(SEED, &format!("{kind:?} {sizes}"));
                let agreed = all().stream(&text, json, sizes, &mut rng);
                agreed.unwrap_or_else(|difference| panic!("{difference}: seed {SEED}, {kind:?} {number}, json {json}"));
            }
        }
    }
}

/// Texts of 0 to 80 bytes: shorter than a vector, as long, and a little longer.
#[test]
fn every_short_length() {
    let mut scratch = Scratch::new();
    let mut rng = Rng::named(SEED, "short");
    let long = block(SEED, Kind::Mutated, 20, 40_000);
    let mut found = 0;
    for len in 0..=80 {
        for nth in 0..24 {
            found +=
                agree(all(), &noise(&mut rng, len), &mut scratch, &|| format!("noise, length {len}, number {nth}"));
        }
        for (nth, span) in long.records.iter().enumerate().filter(|(_, span)| span.len() >= len).take(24) {
            // From the start, to the end, and from anywhere.
            let from = rng.below((span.len() - len) as u64 + 1) as usize;
            for from in [0, span.len() - len, from] {
                let record = &long.record(nth)[from..from + len];
                found += agree(all(), record, &mut scratch, &|| format!("mutated, record {nth}, {len} from {from}"));
            }
        }
    }
    assert!(found > 300, "{found}");
}

/// A number at every place of a vector, of two vectors together, and of the chunk whose classes are kept.
#[test]
fn every_place() {
    let mut scratch = Scratch::new();
    let near: Vec<usize> = (0..300).collect();
    let near_and_far: Vec<usize> = (0..300).chain(2040..2060).chain(4088..4104).collect();
    for filler in [" ", "x ", "\u{e9}", "\u{ff} ", "7", "0 ", "\n", "{", "ab-"] {
        let places = if filler.len() == 1 { &near_and_far } else { &near };
        for &at in places {
            for after in ["", ".", " and more text after it, as long as a vector of sixty-four bytes is"] {
                let before = filler.repeat(at / filler.len() + 1);
                // Cut at its start, so that what is right before the number is the same at every place.
                let mut text = before.as_bytes()[before.len() - at..].to_vec();
                text.extend_from_slice(KNOWN.as_bytes());
                text.extend_from_slice(after.as_bytes());
                let found = agree(likely(), &text, &mut scratch, &|| format!("{filler:?}, at {at}, then {after:?}"));
                assert!(found > 0 || !filler.ends_with([' ', '\n']), "{filler:?} at {at}: the number is not found");
            }
        }
    }
}

/// Every byte value right before a number, within it, and right after it, over the borders of vectors.
#[test]
fn every_byte_beside_a_number() {
    let mut scratch = Scratch::new();
    for byte in 0..=u8::MAX {
        for at in [0, 14, 15, 16, 31, 63] {
            for place in [5, 9, KNOWN.len()] {
                let mut text = vec![b' '; at];
                text.extend_from_slice(&KNOWN.as_bytes()[..place]);
                text.push(byte);
                text.extend_from_slice(&KNOWN.as_bytes()[place..]);
                agree(all(), &text, &mut scratch, &|| {
                    format!("byte {byte} at {place} of the number, which is at {at}")
                });
            }
        }
    }
}

#[test]
fn every_case_file() {
    let mut scratch = Scratch::new();
    let mut rng = Rng::named(SEED, "cases");
    let (mut texts, mut found) = (0, 0);
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")).unwrap() {
        let path = entry.unwrap().path();
        let file: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
        for case in file["case"].as_array().unwrap() {
            let (name, input) = (case["name"].as_str().unwrap(), case["input"].as_str().unwrap().as_bytes());
            let what = || format!("{}: {name}", path.display());
            found += agree(likely(), input, &mut scratch, &what);
            agree(all(), input, &mut scratch, &what);
            for json in [false, true] {
                let agreed = all().stream(input, json, 9, &mut rng);
                agreed.unwrap_or_else(|difference| panic!("{difference}: {}, json {json}", what()));
            }
            for nth in 0..4 {
                let mut spoilt = input.to_vec();
                mutate(&mut rng, &mut spoilt);
                agree(all(), &spoilt, &mut scratch, &|| format!("{}, mutation {nth}", what()));
            }
            texts += 1;
        }
    }
    assert!(texts > 60 && found > texts, "{found} findings in {texts} texts");
}

/// Few rules have few buckets: the filter is unrolled for one to four sets of eight.
#[test]
fn few_rules_and_some() {
    let mut scratch = Scratch::new();
    for rules in ["US_SSN", "EMAIL_ADDRESS", "CREDIT_CARD,IBAN_CODE,PHONE_NUMBER", "secrets", "us,de", "gdpr"] {
        let panel = Panel::new(rules, &Policy::default().threshold(Likelihood::VeryUnlikely), Backend::Naive);
        for kind in Kind::ALL {
            let block = block(SEED, kind, 30, BLOCK / 10);
            let agreed = panel.block(&block, &mut scratch);
            agreed.unwrap_or_else(|difference| panic!("{difference}: {rules}, seed {SEED}, {kind:?} 30"));
        }
    }
}
