//! Formats by name, and told from the bytes.

use privet_core::Format;
use privet_tests::fuzz::payloads::SUBJECTS;

use super::*;

#[test]
fn formats_have_names() {
    let names: Vec<_> = Format::names().collect();
    for name in ["auto", "text", "json", "ndjson", "csv", "tsv", "logfmt", "form", "xml", "html"] {
        assert!(names.contains(&name), "{name}");
    }
    for name in names {
        assert!(redact(&Format::by_name(name).unwrap(), "").is_ok(), "{name}");
    }
    assert!(Format::by_name("CSV").is_none());
}

#[test]
fn a_format_told_is_that_format() {
    for (payload, masked) in [
        ("bsn,n\n123456782,123456782\n", "bsn,n\n[NL_BSN],123456782\n"),
        ("a=x&email=ann.lee%40example.com", "a=x&email=%5BEMAIL_ADDRESS%5D"),
        ("<a><b>ann.lee&#64;example.com</b></a>", "<a><b>[EMAIL_ADDRESS]</b></a>"),
        ("<p>ann.lee&#64;example.com<p>x>", "<p>[EMAIL_ADDRESS]<p>x>"),
        (r#"a=1 to="ann.lee\u0040example.com""#, r#"a=1 to="[EMAIL_ADDRESS]""#),
        (r#"{"to":"ann.lee\u0040example.com"}"#, r#"{"to":"[EMAIL_ADDRESS]"}"#),
        ("Mail ann.lee@example.com, please", "Mail [EMAIL_ADDRESS], please"),
    ] {
        assert_eq!(redact(&Format::Auto, payload).unwrap(), masked);
    }
}

#[test]
fn what_only_looks_like_a_format_is_text() {
    for (payload, masked) in [
        ("<a>ann.lee@example.com<b>", "<a>[EMAIL_ADDRESS]<b>"),
        ("a,b\n1,2\n\"ann.lee@example.com,3\n", "a,b\n1,2\n\"[EMAIL_ADDRESS],3\n"),
        ("{\"a\":\"ann.lee@example.com", "{\"a\":\"[EMAIL_ADDRESS]"),
    ] {
        assert_eq!(redact(&Format::Auto, payload).unwrap(), masked);
    }
}

/// Nothing is refused, whatever it looks like, and the address in it goes.
#[test]
fn any_payload_is_read() {
    for (nth, subject) in SUBJECTS.iter().enumerate() {
        let mut rng = Rng::named(4, &nth.to_string());
        for _ in 0..MADE / 4 {
            let mut payload = subject.spoilt(&mut rng);
            payload.extend_from_slice(b" ann.lee@example.com ");
            let masked = redact(&Format::Auto, &payload).unwrap();
            assert!(!masked.contains(" ann.lee@example.com "), "{masked}");
        }
    }
}
