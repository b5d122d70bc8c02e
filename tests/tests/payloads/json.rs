//! JSON by value.

use privet_core::{Format, Malady};
use privet_tests::fuzz::payloads::JSON;

use super::*;

#[test]
fn every_place_is_read() {
    let json = Format::json();
    for template in [
        r#""@@""#,
        r#"["@@"]"#,
        r#"{"@@":1}"#,
        r#"{"a":{"b":[0,"x @@ y"]},"c":1}"#,
        r#"{"a":"{\"b\":\"@@\"}"}"#,
        r#"{"a":"{\"@@\":1}"}"#,
        r#"{"a":"[\"{\\\"b\\\":\\\"@@\\\"}\"]"}"#,
        "{\"a\":1}\n{\"a\":\"@@\"}\n",
        r#"["half \ud83d @@"]"#,
        r#"{"a":1,"a":"@@"}"#,
    ] {
        masks(&json, template, "[EMAIL_ADDRESS]");
    }
    assert_eq!(redact(&json, r#"["x \u0061nn.lee\u0040example.com"]"#).unwrap(), r#"["x [EMAIL_ADDRESS]"]"#);
    assert!(masks_everywhere(&json, r#"{"a":"b\n","c":[1,"{\"d\":\"e\"}",null],"f":{"":"g"}}"#) > 15);
}

#[test]
fn numbers_become_strings() {
    let json = Format::json();
    for (input, output) in [
        (r#"{"card":4111111111111111}"#, r#"{"card":"[CREDIT_CARD]"}"#),
        (r#"{"a":"{\"card\":4111111111111111,\"n\":7}"}"#, r#"{"a":"{\"card\":\"[CREDIT_CARD]\",\"n\":7}"}"#),
    ] {
        assert_eq!(redact(&json, input).unwrap(), output);
    }
}

#[test]
fn made_up_texts_keep_the_laws() {
    keeps_the_laws(&JSON, "json");
}

#[test]
fn spoilt_texts_are_refused() {
    assert!(refuses_closed(&JSON, "json") > MADE / 4);
}

#[test]
fn limits_are_named() {
    let error = redact(&Format::json(), "[".repeat(1000)).unwrap_err();
    assert_eq!((error.at, error.what), (64, Malady::TooDeep(64)));
    let error = redact(&Format::json(), format!("[{}1]", "1,".repeat(1 << 20))).unwrap_err();
    assert_eq!((error.at, error.what), (1 + (2 << 20), Malady::TooMany(1 << 20)));
}

/// What another reader takes for one JSON text, and nothing else, is one.
#[test]
fn the_grammar_is_that_of_serde() {
    let mut rng = Rng::named(3, "json");
    let mut agreed = [0; 2];
    for _ in 0..MADE {
        let payload = JSON.spoilt(&mut rng);
        let mut texts = serde_json::Deserializer::from_slice(&payload).into_iter::<serde::de::IgnoredAny>();
        let theirs = texts.all(|text| text.is_ok());
        let ours = redact(&Format::json(), &payload).is_ok();
        // A byte order mark is one for us, and texts in a row need no space; half a pair may stand alone.
        if theirs || !payload.starts_with(b"\xef\xbb\xbf") && payload.iter().all(|&byte| byte != b'\n' && byte != b' ')
        {
            assert_eq!(ours, theirs, "{}", String::from_utf8_lossy(&payload));
        }
        agreed[usize::from(theirs)] += usize::from(ours == theirs);
    }
    assert!(agreed.iter().all(|&times| times > MADE / 5), "{agreed:?}");
}
