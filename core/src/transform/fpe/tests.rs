use aes::{Aes128, Aes192};

use super::*;
use crate::transform::luhn;
use crate::transform::tests::{Seeded, hex};

fn key() -> Key {
    Key::new("k1", vec![7; 32]).unwrap()
}

fn there(fpe: &Fpe, text: &str) -> Option<String> {
    let mut out = Vec::new();
    fpe.apply("US_SSN", text.as_bytes(), &mut out).then(|| String::from_utf8(out).unwrap())
}

fn back(fpe: &Fpe, text: &str) -> Option<String> {
    fpe.reveal("US_SSN", text.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap())
}

/// NIST, "FF1 samples" to SP 800-38G: all nine, which are for keys of 128, 192 and 256 bits.
#[test]
fn samples_of_the_standard() {
    const KEY: &str = "2b7e151628aed2a6abf7158809cf4f3cef4359d8d580aa4f7f036d6f04fc6a94";
    const TWEAK: &str = "39383736353433323130";
    const LONG_TWEAK: &str = "3737373770717273373737";
    let samples = [
        (16, 10, "", "0123456789", "2433477484"),
        (16, 10, TWEAK, "0123456789", "6124200773"),
        (16, 36, LONG_TWEAK, "0123456789abcdefghi", "a9tv40mll9kdu509eum"),
        (24, 10, "", "0123456789", "2830668132"),
        (24, 10, TWEAK, "0123456789", "2496655549"),
        (24, 36, LONG_TWEAK, "0123456789abcdefghi", "xbj3kv35jrawxv32ysr"),
        (32, 10, "", "0123456789", "6657667009"),
        (32, 10, TWEAK, "0123456789", "1001623463"),
        (32, 36, LONG_TWEAK, "0123456789abcdefghi", "xs8a0azh2avyalyzuwd"),
    ];
    for (bytes, radix, tweak, plain, encrypted) in samples {
        let key = &hex(KEY)[..bytes];
        let numerals = FlexibleNumeralString::from(Alphabet::Lower.numerals(plain.as_bytes()).unwrap());
        let result = match bytes {
            16 => FF1::<Aes128>::new(key, radix).unwrap().encrypt(&hex(tweak), &numerals),
            24 => FF1::<Aes192>::new(key, radix).unwrap().encrypt(&hex(tweak), &numerals),
            _ => FF1::<Aes256>::new(key, radix).unwrap().encrypt(&hex(tweak), &numerals),
        };
        let result: Vec<u16> = result.unwrap().into();
        let mut out = Vec::new();
        Alphabet::Lower.write(plain.as_bytes(), &result, &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), encrypted, "{bytes} {radix}");
    }
}

#[test]
fn shape_is_kept_and_the_value_comes_back() {
    for (alphabet, text) in [
        (Alphabet::Digits, "123-45-6789"),
        (Alphabet::Digits, "+48 (22) 000\u{a0}00‑00"),
        (Alphabet::Upper, "GB82 WEST 1234 5698 7654 32"),
        (Alphabet::Lower, "ab-12"),
        (Alphabet::Alphanumeric, "aB-1x"),
    ] {
        let fpe = Fpe::new(&key(), alphabet);
        let masked = there(&fpe, text).unwrap();
        assert_ne!(masked, text);
        let shape = |text: &str| text.chars().map(|c| if c.is_alphanumeric() { 'x' } else { c }).collect::<String>();
        assert_eq!(shape(&masked), shape(text));
        assert_eq!(there(&fpe, text).unwrap(), masked);
        assert_eq!(back(&fpe, &masked).unwrap(), text);
        assert_ne!(fpe.reveal("OTHER", masked.as_bytes()).unwrap(), text.as_bytes(), "the entity counts");
        let other = Fpe::new(&Key::new("k1", vec![8; 32]).unwrap(), alphabet);
        assert_ne!(there(&other, text).unwrap(), masked, "the key counts");
    }
}

#[test]
fn every_length_comes_back() {
    let mut random = Seeded(1);
    let fpe = Fpe::new(&key(), Alphabet::Alphanumeric);
    for len in 0..=200 {
        let text: String = (0..len).map(|_| char::from(b"0aZ9xQ"[random.below(6)])).collect();
        match there(&fpe, &text) {
            Some(masked) => assert_eq!(back(&fpe, &masked).unwrap(), text),
            None => assert!(len < 4, "{len}"),
        }
    }
    assert_eq!(there(&fpe, &"a".repeat(MOST + 1)), None);
}

#[test]
fn what_does_not_fit_is_refused() {
    let fpe = Fpe::new(&key(), Alphabet::Digits);
    for text in ["", "12345", "1234567a", "12345６", "123456²", r"123456\u0037", "123456%37", "123456&#55;", "١٢٣٤٥٦"]
    {
        assert_eq!(there(&fpe, text), None, "{text}");
    }
    let mut out = Vec::new();
    assert!(!fpe.apply("US_SSN", b"123456\xff", &mut out) && out.is_empty());
    assert!(fpe.clone().shortest(6).is_ok());
    let refused = fpe.shortest(5).unwrap_err();
    assert_eq!(refused, InvalidFpe::Domain { radix: 10, length: 5, least: 6 });
    assert!(refused.to_string().contains("the least is 6"), "{refused}");
    assert!(Fpe::new(&key(), Alphabet::Upper).shortest(4).is_ok());
    assert!(Fpe::new(&key(), Alphabet::Upper).shortest(3).is_err());
}

#[test]
fn cards_pass_luhn_and_keep_their_ends() {
    let cards = ["4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "6011111111111117"];
    for (first, last) in [(0, 0), (6, 0), (0, 4), (4, 4), (5, 4)] {
        let fpe = Fpe::card(&key(), first, last).unwrap();
        for card in cards {
            let masked = there(&fpe, card).unwrap();
            let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).map(|b| u16::from(b - b'0')).collect();
            let (before, after): (Vec<u16>, Vec<u16>) = (digits(card), digits(&masked));
            assert!(luhn::passes(&after) && before != after && masked.len() == card.len(), "{first} {last} {card}");
            assert_eq!(before[..first], after[..first]);
            assert_eq!(before[before.len() - last..], after[after.len() - last..]);
            assert_eq!(back(&fpe, &masked).unwrap(), card);
        }
    }
    let most = Fpe::card(&key(), 6, 4).unwrap();
    assert!(there(&most, "4111111111111111").is_some());
    assert_eq!(there(&most, "378282246310005"), None, "five digits in the middle could be guessed");
    assert_eq!(there(&most, "4111111111111112"), None, "no card number");
    let number = |fpe: &Fpe, text: &str| {
        let mut out = Vec::new();
        fpe.apply_number("US_SSN", text.as_bytes(), &mut out).then(|| String::from_utf8(out).unwrap())
    };
    for card in ["4111111111111111", "9112200000000000002", "378282246310005"] {
        let fpe = Fpe::card(&key(), 0, 4).unwrap();
        let masked = number(&fpe, card).unwrap();
        assert!(luhn::passes(&Alphabet::Digits.numerals(masked.as_bytes()).unwrap()) && !masked.starts_with('0'));
        assert_eq!(masked[masked.len() - 4..], card[card.len() - 4..], "what is kept is kept in numbers, too");
        assert_eq!(fpe.reveal_number("US_SSN", masked.as_bytes()).unwrap(), card.as_bytes());
    }
    assert_eq!(number(&most, "4111111111111112"), None);
    assert_eq!(Fpe::card(&key(), 7, 0).unwrap_err(), InvalidFpe::Kept);
    assert_eq!(Fpe::card(&key(), 0, 5).unwrap_err(), InvalidFpe::Kept);
}

#[test]
fn integers_fit_the_same_types() {
    let fpe = Fpe::new(&key(), Alphabet::Upper);
    let number = |text: &str| {
        let mut out = Vec::new();
        fpe.apply_number("US_SSN", text.as_bytes(), &mut out).then(|| String::from_utf8(out).unwrap())
    };
    let mut random = Seeded(2);
    let mut texts: Vec<String> = [i32::MAX as u64, u32::MAX as u64, 1 << 53, i64::MAX as u64, u64::MAX]
        .into_iter()
        .flat_map(|most| [most.to_string(), (u128::from(most) + 1).to_string()])
        .collect();
    texts.extend(["100000", "-100000", "999999", "-44051401359"].map(str::to_owned));
    texts.extend((0..300).map(|_| random.next().to_string()).filter(|text| text.len() >= 6));
    for text in texts {
        let masked = number(&text).unwrap();
        assert_eq!(masked.len(), text.len());
        assert_ne!(masked, text);
        assert!(!masked.trim_start_matches('-').starts_with('0'));
        for most in LARGEST_TYPES {
            let [before, after]: [i128; 2] = [&text, &masked].map(|text| text.parse().unwrap());
            assert_eq!(before <= most, after <= most, "{text} {masked}");
        }
        assert_eq!(fpe.reveal_number("US_SSN", masked.as_bytes()).unwrap(), text.as_bytes());
    }
    for text in ["", "-", "12345", "0123456", "123456.5", "1e10", "+123456", "--123456", "12345a"] {
        assert_eq!(number(text), None, "{text}");
    }
}

const LARGEST_TYPES: [i128; 5] = [i32::MAX as i128, u32::MAX as i128, 1 << 53, i64::MAX as i128, u64::MAX as i128];
