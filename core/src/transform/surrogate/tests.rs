use super::*;
use crate::transform::luhn;

fn made_by(surrogate: &Surrogate, entity: &str, text: &str) -> Option<String> {
    let mut out = Vec::new();
    let done = EntitySurrogate::new(surrogate, entity).apply(text.as_bytes(), &mut out);
    done.then(|| String::from_utf8(out).unwrap())
}

fn surrogate() -> Surrogate {
    Surrogate::new(&Key::new("k1", vec![7; 32]).unwrap())
}

fn made(entity: &str, text: &str) -> Option<String> {
    made_by(&surrogate(), entity, text)
}

/// Digits as 9, letters as A or a, all else as it is.
fn shape_of(text: &str) -> String {
    let kind = |character: char| match character {
        _ if character.is_numeric() => '9',
        _ if character.is_uppercase() => 'A',
        _ if character.is_alphabetic() => 'a',
        _ => character,
    };
    text.chars().map(kind).collect()
}

#[test]
fn shapes_are_kept() {
    for text in [
        "123-45-6789",
        "GB82 WEST 1234",
        "Abc-xyz_1",
        "Ж-12 жук",
        "１２３-ＡＢｃ",
        "한국 12",
        "カナ",
        "ひらがな",
        "春天 12",
        "١٢٣ سلام",
        "Zoë",
        "a",
        "0",
    ] {
        let other = made("X", text).unwrap();
        assert_eq!(shape_of(&other), shape_of(text), "{text}");
        assert!(other != text && made("X", text).unwrap() == other);
    }
    let same = |_: &char| made("X", "123456789").unwrap();
    assert_ne!(made("Y", "123456789").unwrap(), same(&'x'), "the entity counts");
    let other = Surrogate::new(&Key::new("k1", vec![8; 32]).unwrap());
    assert_ne!(made_by(&other, "X", "123456789").unwrap(), same(&'x'), "the key counts");
}

#[test]
fn a_surrogate_is_never_the_value() {
    for digit in 0..10 {
        let text = digit.to_string();
        assert_ne!(made("X", &text).unwrap(), text);
    }
    for letter in 'a'..='z' {
        let text = letter.to_string();
        assert_ne!(made("X", &text).unwrap(), text);
        assert_ne!(made("PERSON", &text).unwrap(), text);
    }
    for name in ["Anna", "ANNA", "anna", "Anna Smith", "王伟", "김민준", "Иван Петров", "محمد صالح"]
    {
        let other = made("PERSON", name).unwrap();
        for word in name.split(' ') {
            assert!(!other.to_lowercase().contains(&word.to_lowercase()), "{name} {other}");
        }
    }
}

#[test]
fn what_has_no_shape_is_refused() {
    for text in ["", "---", "²", "ελληνικά", r"12\u0033", "jan%40x", "a&amp;b", "❤"] {
        assert_eq!(made("X", text), None, "{text}");
        assert_eq!(made("PERSON", text), None, "{text}");
    }
    let mut out = Vec::new();
    assert!(!EntitySurrogate::new(&surrogate(), "X").apply(b"12\xff", &mut out) && out.is_empty());
}

#[test]
fn mailboxes_are_nobodys() {
    let other = made("EMAIL_ADDRESS", "jan.kowalski+x@firma.pl").unwrap();
    let (mailbox, domain) = other.split_once('@').unwrap();
    assert!(["example.com", "example.net", "example.org"].contains(&domain), "{other}");
    assert_eq!(shape_of(mailbox), shape_of("jan.kowalski+x"));
}

#[test]
fn telephone_numbers_keep_two_digits() {
    let other = made("PHONE_NUMBER", "+48 22 000 00 00").unwrap();
    assert!(other.starts_with("+48 ") && shape_of(&other) == shape_of("+48 22 000 00 00"), "{other}");
    assert!(!made("PHONE_NUMBER", "112").unwrap().starts_with("112"));
}

#[test]
fn cards_fail_luhn_unless_asked() {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).map(|b| u16::from(b - b'0')).collect::<Vec<_>>();
    for card in ["4111 1111 1111 1111", "378282246310005", "5555-5555-5555-4444"] {
        let [invalid, valid] =
            [surrogate(), surrogate().valid_cards()].map(|surrogate| made_by(&surrogate, "CREDIT_CARD", card).unwrap());
        assert!(!luhn::passes(&digits(&invalid)) && luhn::passes(&digits(&valid)));
        assert_eq!(shape_of(&valid), shape_of(card));
    }
}

#[test]
fn names_keep_script_and_case() {
    let other = made("PERSON", "JAN KOWALSKI").unwrap();
    assert!(other == other.to_uppercase() && other.split(' ').count() == 2, "{other}");
    assert!(made("PERSON", "jan").unwrap().chars().all(char::is_lowercase));
    assert!(made("PERSON", "J. Kowalski-Nowak").unwrap().chars().nth(1) == Some('.'));
    let script = |text: &str| text.chars().filter(|c| c.is_alphabetic()).map(script::script).collect::<Vec<_>>();
    for name in ["Ганна", "فاطمة", "欧阳娜娜", "タナカ", "홍길동", "Núria"] {
        let other = made("PERSON", name).unwrap();
        assert!(script(&other).iter().all(|script| *script == script_of(name)), "{name} {other}");
    }
    assert_ne!(made("LAST_NAME", "Kowalski"), made("FIRST_NAME", "Kowalski"));
}

fn script_of(name: &str) -> Option<script::Script> {
    script::script(name.chars().next().unwrap())
}

#[test]
fn numbers_stay_numbers() {
    let number = |text: &str| {
        let mut out = Vec::new();
        let done = EntitySurrogate::new(&surrogate(), "X").apply_number(text.as_bytes(), &mut out);
        done.then(|| String::from_utf8(out).unwrap())
    };
    for text in ["0", "7", "44051401359", "-12.50", "0.5", "9223372036854775807", "2147483647", "18446744073709551615"]
    {
        let other = number(text).unwrap();
        assert!(other != text && other.len() == text.len(), "{text} {other}");
        assert!(!other.trim_start_matches('-').starts_with('0'));
    }
    assert!(number("9223372036854775807").unwrap().parse::<i64>().is_ok());
    assert!(number("2147483647").unwrap().parse::<i32>().is_ok());
    for (surrogate, valid) in [(surrogate(), false), (surrogate().valid_cards(), true)] {
        let mut out = Vec::new();
        assert!(EntitySurrogate::new(&surrogate, "CREDIT_CARD").apply_number(b"4111111111111111", &mut out));
        let numerals: Vec<u16> = out.iter().map(|digit| u16::from(digit - b'0')).collect();
        assert_eq!(luhn::passes(&numerals), valid);
    }
    for text in ["", "-", "1e5", "1+1", "x"] {
        assert_eq!(number(text), None, "{text}");
    }
}
