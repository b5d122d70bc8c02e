//! What holds for every transform.

use super::*;
use crate::key::Key;

/// The bytes of hex digits.
pub(super) fn hex(digits: &str) -> Vec<u8> {
    let digits: Vec<u32> = digits.chars().filter_map(|digit| digit.to_digit(16)).collect();
    digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect()
}

/// Numbers drawn from a seed (SplitMix64), so that a failure comes again.
pub(super) struct Seeded(pub u64);

impl Seeded {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

fn key() -> Key {
    Key::new("k1", vec![7; 32]).unwrap()
}

const MASK: Transform = Transform::Mask { with: b'*', keep_first: 0, keep_last: 0, keep_separators: false };

/// Every transform that hides all of a value.
fn hiding() -> Vec<Transform> {
    vec![
        Transform::Entity,
        Transform::Redact,
        Transform::Replace("x".to_owned()),
        MASK,
        Transform::Hash(HashKey::of(&key())),
        Transform::Tokenize(Tokenize::new(&key())),
        Transform::Encrypt(Encrypt::new(&key())),
        Transform::Fpe(Fpe::new(&key(), Alphabet::Digits)),
        Transform::Fpe(Fpe::new(&key(), Alphabet::Alphanumeric)),
        Transform::Fpe(Fpe::card(&key(), 0, 0).unwrap()),
        Transform::DateShift(DateShift::new(&key(), 30).unwrap()),
        Transform::Surrogate(Surrogate::new(&key())),
    ]
}

/// And those that leave a part of it.
fn all() -> Vec<Transform> {
    let mut all = hiding();
    all.extend([
        Transform::Bucket(Bucket::width(10).unwrap()),
        Transform::Truncate(Truncate::Ip),
        Transform::Truncate(Truncate::Coordinates { decimals: 2 }),
        Transform::Truncate(Truncate::Zip3),
        Transform::Truncate(Truncate::Year),
        Transform::Truncate(Truncate::Age),
    ]);
    all
}

fn option_sets() -> Vec<Options> {
    let none = Options::new();
    let mut sets = vec![none];
    for growth in [0, 1, 2, 5, 40] {
        sets.push(none.max_growth(growth));
        sets.push(none.max_growth(growth).keep_type());
        sets.push(none.max_growth(growth).same_length());
    }
    sets.extend([none.same_length(), none.keep_type(), none.same_length().keep_type()]);
    sets
}

/// Values that look like something, and bytes that look like nothing.
fn values() -> Vec<Vec<u8>> {
    let mut values: Vec<Vec<u8>> = [
        "123-45-6789",
        "4111 1111 1111 1111",
        "jan.kowalski@firma.pl",
        "+48 22 000 00 00",
        "203.0.113.77",
        "2001:db8::1:2",
        "1984-05-12",
        "12.05.1984T10:00",
        "51.4769,-0.0005",
        "02139",
        "Jan Kowalski",
        "王伟明王伟明",
        "１２３４５６７",
        r"12\u0033456",
        "ключ",
        "GB82WEST12345698765432",
        "Ελλάδα",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    let mut random = Seeded(3);
    for len in (0..40).chain([100, 200]) {
        values.push((0..len).map(|_| random.below(256) as u8).collect());
        values.push((0..len).map(|_| b'0' + random.below(10) as u8).collect());
    }
    values
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn law_1_no_value_survives() {
    for transform in hiding() {
        for options in option_sets() {
            let with = transform.clone().with(options);
            for value in values().iter().filter(|value| value.len() >= 4) {
                for shape in [Shape::Text, Shape::Number, Shape::Typed] {
                    let out = with.apply("US_SSN", value, Place::of(shape));
                    assert!(!contains(&out, value), "{with:?} {shape:?} {}", value.escape_ascii());
                }
            }
        }
    }
}

#[test]
fn law_8_same_input_same_output() {
    for transform in all() {
        for value in values() {
            let place = Place::default().subject(b"42");
            let out = transform.apply("US_SSN", &value, place);
            assert_eq!(out, transform.clone().apply("US_SSN", &value, place));
        }
    }
}

#[test]
fn lengths_are_kept() {
    for transform in all() {
        let with = transform.with(Options::new().same_length());
        for value in values() {
            let out = with.apply("US_SSN", &value, Place::default());
            assert_eq!(out.len(), value.len(), "{with:?} {}", value.escape_ascii());
            if !value.is_empty() {
                let number = with.apply("US_SSN", &value, Place::of(Shape::Typed));
                assert_eq!(number.len(), value.len(), "{with:?} {}", value.escape_ascii());
            }
        }
    }
}

#[test]
fn growth_is_bounded() {
    for transform in all() {
        for growth in [0, 1, 2, 7, 30, 200] {
            let with = transform.clone().with(Options::new().max_growth(growth));
            let numbers = with.clone().with(Options::new().keep_type());
            for value in values().iter().filter(|value| !value.is_empty()) {
                for (with, shape) in
                    [(&with, Shape::Text), (&with, Shape::Number), (&numbers, Shape::Number), (&with, Shape::Typed)]
                {
                    let out = with.apply("US_SSN", value, Place::of(shape));
                    assert!(out.len() <= value.len() + growth, "{with:?} {shape:?} {}", value.escape_ascii());
                }
            }
        }
    }
}

#[test]
fn numbers_stay_numbers() {
    let mut random = Seeded(4);
    let mut numbers: Vec<String> = (0..200).map(|_| (random.next() >> random.below(60)).to_string()).collect();
    numbers.extend(["0", "-7", "-123456789", "1.5", "-33.8688197", "1e10", "90210", "19840512"].map(str::to_owned));
    for transform in all() {
        let kept = transform.clone().with(Options::new().keep_type());
        for number in &numbers {
            let value = number.as_bytes();
            let out = kept.apply("US_SSN", value, Place::of(Shape::Number));
            assert_eq!(out, transform.apply("US_SSN", value, Place::of(Shape::Typed)));
            assert!(is_json_number(&out), "{kept:?} {number} {}", out.escape_ascii());
            let quoted = transform.apply("US_SSN", value, Place::of(Shape::Number));
            let bare = transform.apply("US_SSN", value, Place::default());
            assert_eq!(quoted, [&b"\""[..], &bare, b"\""].concat());
        }
    }
}

/// RFC 8259, section 6, without exponents.
fn is_json_number(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap();
    let number = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

#[test]
fn tokens_lead_back_to_the_very_bytes() {
    let mut random = Seeded(5);
    let keys = crate::key::KeyRing::new(key());
    for transform in [Transform::Tokenize(Tokenize::new(&key())), Transform::Encrypt(Encrypt::new(&key()))] {
        for len in 0..=200 {
            let value: Vec<u8> = (0..len).map(|_| random.below(256) as u8).collect();
            let mut token = transform.apply("US_SSN", &value, Place::default());
            assert!(is_marker(&token));
            assert_eq!(reidentify(&token, &keys).unwrap().expose(), value);
            // One letter of the payload is another; the last may hold bits that are none.
            let at = token.len() - 4 - random.below(16);
            token[at] = if token[at] == b'A' { b'B' } else { b'A' };
            assert_eq!(reidentify(&token, &keys).unwrap_err(), ReidentifyError::Forged);
        }
        let token = transform.apply("US_SSN", b"123", Place::default());
        let other = String::from_utf8(token).unwrap().replace("US_SSN", "US_ITIN");
        assert_eq!(reidentify(other.as_bytes(), &keys).unwrap_err(), ReidentifyError::Forged);
    }
}

#[test]
fn the_id_in_a_token_decides() {
    use crate::key::{KeyError, KeyId, KeyRing};
    let mut keys = KeyRing::new(key());
    let old = Transform::Tokenize(Tokenize::new(keys.active())).apply("A", b"value", Place::default());
    keys.rotate(Key::new("k2", vec![8; 32]).unwrap()).unwrap();
    let new = Transform::Tokenize(Tokenize::new(keys.active())).apply("A", b"value", Place::default());
    assert!(old.starts_with(b"[A:k1:") && new.starts_with(b"[A:k2:"));
    for token in [old, new] {
        assert_eq!(reidentify(&token, &keys).unwrap().expose(), b"value");
    }
    let error = |text: &[u8]| reidentify(text, &keys).unwrap_err();
    assert_eq!(error(b"[A]"), ReidentifyError::OneWay);
    assert_eq!(
        error(&Transform::Hash(HashKey::of(&key())).apply("A", b"1", Place::default())),
        ReidentifyError::OneWay
    );
    assert_eq!(error(b"value"), ReidentifyError::NoMarker);
    let unknown = Transform::Tokenize(Tokenize::new(&Key::new("k9", vec![9; 32]).unwrap()));
    let unknown = error(&unknown.apply("A", b"value", Place::default()));
    assert_eq!(unknown, ReidentifyError::Key(KeyError::Unknown(KeyId::new("k9").unwrap())));
}

#[test]
fn a_second_pass_knows_what_we_left() {
    for transform in [
        Transform::Entity,
        Transform::Redact,
        Transform::Hash(HashKey::of(&key())),
        Transform::Tokenize(Tokenize::new(&key())),
        Transform::Encrypt(Encrypt::new(&key())),
    ] {
        for value in values() {
            assert!(is_marker(&transform.apply("US_SSN", &value, Place::default())), "{transform:?}");
        }
    }
}

#[test]
fn no_key_is_shown() {
    let key = Key::new("k1", b"SECRETSECRETSECRETSECRETSECRET!!".to_vec()).unwrap();
    let all = [
        Transform::Hash(HashKey::of(&key)),
        Transform::Tokenize(Tokenize::new(&key)),
        Transform::Encrypt(Encrypt::new(&key)),
        Transform::Fpe(Fpe::new(&key, Alphabet::Digits)),
        Transform::DateShift(DateShift::new(&key, 3).unwrap()),
        Transform::Surrogate(Surrogate::new(&key)).with(Options::new().same_length()),
    ];
    for transform in all {
        // Bytes would show as letters, or as numbers: no form has more digits than the widest shift and an id.
        let shown = format!("{transform:?} {:?}", Replacement::new(&transform, "US_SSN"));
        assert!(!shown.contains("SECRET") && shown.contains("k1"), "{shown}");
        let digits = shown.bytes().filter(u8::is_ascii_digit).count();
        assert!(digits <= 6, "{shown}");
    }
}

#[test]
fn replacements() {
    let apply = |transform: Transform, text: &str| {
        let [bare, quoted] = [Shape::Text, Shape::Number]
            .map(|shape| String::from_utf8(transform.apply("US_SSN", text.as_bytes(), Place::of(shape))).unwrap());
        assert_eq!(quoted, format!("\"{bare}\""));
        bare
    };
    assert_eq!(apply(Transform::Entity, "123-45-6789"), "[US_SSN]");
    assert_eq!(apply(Transform::Redact, "123-45-6789"), "[REDACTED]");
    assert_eq!(apply(Transform::Replace("x".into()), "123-45-6789"), "x");
    let mask = |keep_first, keep_last| Transform::Mask { with: b'*', keep_first, keep_last, keep_separators: false };
    assert_eq!(apply(mask(0, 4), "123-45-6789"), "*******6789");
    assert_eq!(apply(mask(2, 0), "１２３"), "１２*");
    assert_eq!(apply(mask(2, 2), "123"), "***", "what is kept may never be all of it");
    assert_eq!(apply(mask(usize::MAX, 2), "123"), "***");
    assert_eq!(apply(mask(0, 2), r"12\u0033"), "********", "an escape is not cut in two");
    assert_eq!(apply(Transform::Truncate(Truncate::Zip3), "Boston"), "******", "what cannot be taken is masked");
    let hashed = apply(Transform::Hash(HashKey::of(&key())), "123-45-6789");
    assert_eq!(hashed, apply(Transform::Hash(HashKey::new("k1", vec![7; 32]).unwrap()), "123-45-6789"));
    assert!(hashed.starts_with("[US_SSN:k1:") && hashed.len() == "[US_SSN:k1:]".len() + 32, "{hashed}");
    let other = HashKey::new("k1", vec![8; 32]).unwrap();
    assert_ne!(hashed, apply(Transform::Hash(other), "123-45-6789"));
    assert!(HashKey::new("k1", vec![7; 15]).is_err() && HashKey::new("k 1", vec![7; 32]).is_err());
}

#[test]
fn options_add_up() {
    let apply = |transform: &Transform, text: &str, shape| {
        String::from_utf8(transform.apply("US_SSN", text.as_bytes(), Place::of(shape))).unwrap()
    };
    let same = Options::new().same_length();
    assert_eq!(apply(&Transform::Entity.with(same), "12345", Shape::Text), "[US_S");
    assert_eq!(apply(&Transform::Entity.with(same), "123456789012", Shape::Text), "[US_SSN]****");
    assert_eq!(apply(&Transform::Replace("żółw".into()).with(same), "1234", Shape::Text), "żó");
    assert_eq!(apply(&Transform::Replace("żółw".into()).with(same), "123", Shape::Text), "ż*");
    assert_eq!(apply(&Transform::Replace(r"\u0041".into()).with(same), "1234", Shape::Text), "****");
    let mask = Transform::Mask { with: b'#', keep_first: 1, keep_last: 1, keep_separators: false };
    assert_eq!(apply(&mask.with(same), "１２３", Shape::Text), "１###３");
    let grouped = |keep_first, keep_last| Transform::Mask { with: b'*', keep_first, keep_last, keep_separators: true };
    assert_eq!(apply(&grouped(0, 4), "4111 1111-1111.1111", Shape::Text), "**** ****-****.1111");
    assert_eq!(apply(&grouped(0, 0), "+1 (555) 0100", Shape::Text), "+* (***) ****");
    assert_eq!(apply(&grouped(2, 2), "1-2-3-4", Shape::Text), "*-*-*-*", "what is kept may never be all of it");
    let short = Transform::Redact.with(Options::new().max_growth(3));
    assert_eq!(apply(&short, "1234567", Shape::Text), "[REDACTED]");
    assert_eq!(apply(&short, "123456", Shape::Text), "******");
    assert_eq!(apply(&short, "123456", Shape::Number), "\"******\"");
    assert_eq!(apply(&short.with(Options::new().max_growth(1)), "123456", Shape::Number), "0");
    let both = Transform::Redact.with(same).with(Options::new().keep_type());
    assert_eq!(apply(&both, "123456", Shape::Number), "100000");
    assert_eq!(apply(&both, "123456", Shape::Text), "[REDAC");
}
