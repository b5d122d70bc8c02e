//! Dates move by whose they are: `date_shift` with a subject.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use privet_core::{Backend, Engine, Format, Key, Policy, Scratch, Supplies};
use privet_tests::rules::engine;

/// Dates move by up to 30 days, each subject's by as many.
fn shifting() -> Engine {
    let text = "name = \"p\"\ndescription = \"For a test.\"\n\
                default = { transform = \"date_shift\", key = \"default\", days = 30, subject = \"patient.id\" }";
    let supplies = Supplies::new().key("default", Key::new("default", vec![7; 32]).unwrap());
    let policy = Policy::parse("p.toml", text, &supplies).unwrap_or_else(|error| panic!("{error}"));
    Engine::new(engine("us-hipaa", Backend::default(), Policy::default()).rules().clone(), policy)
}

fn redacted(engine: &Engine, text: &str) -> String {
    let mut scratch = Scratch::new();
    String::from_utf8(engine.redact(text.as_bytes(), &mut scratch).bytes().to_vec()).unwrap()
}

/// Days since some day of two years, by the calendar: enough for dates that move by at most 30 days.
fn day(date: &str) -> i64 {
    let number = |part: &str| part.parse::<i64>().unwrap();
    let (year, month, day) = (number(&date[..4]), number(&date[5..7]), number(&date[8..10]));
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    year * 365 + lengths[..(month - 1) as usize].iter().sum::<i64>() + day
}

/// The dates of birth that stand in a text, in its order.
fn days(text: &str) -> Vec<i64> {
    let dates = text.match_indices("198").map(|(at, _)| &text[at..at + 10]);
    dates.filter(|date| date.as_bytes()[4] == b'-').map(day).collect()
}

#[test]
fn dates_move_by_whose_they_are() {
    let engine = shifting();
    let shifts = |text: &str, masked: &str| -> Vec<i64> {
        let (before, after) = (days(text), days(masked));
        assert_eq!(before.len(), after.len(), "{text}: {masked}");
        before.iter().zip(&after).map(|(before, after)| after - before).collect()
    };
    let text = r#"{"patient":{"id":"p-1"},"dob":"1985-05-10","visits":[{"patient":{"id":2},"dob":"1985-06-11"},{"birthday":"1986-07-12"}]}"#;
    let [first, second, third] = shifts(text, &redacted(&engine, text))[..] else { panic!("three dates") };
    assert!(first != 0 && second != 0 && first.abs() <= 30, "{first} {second}");
    assert_eq!(first, third, "dates of a subject move alike");
    assert_ne!(first, second, "subjects differ");
    // The same subject, whatever the format and the order.
    for (format, text) in [
        ("json", r#"{"dob":"1985-05-10","patient":{"id":"p\u002d1"}}"#),
        ("json-text", r#"{"dob":"1985-05-10","patient":{"id":"p-1"}}"#),
        ("xml", "<v><patient><id>p-1</id></patient><dob>1985-05-10</dob></v>"),
    ] {
        let format = if format == "json-text" { Format::Json } else { Format::by_name(format).unwrap() };
        let mut scratch = Scratch::new();
        let masked = engine.redact_as(text.as_bytes(), &format, &mut scratch).unwrap().bytes().to_vec();
        assert_eq!(shifts(text, std::str::from_utf8(&masked).unwrap()), [first], "{text}");
    }
    for text in [
        r#"{"patient":{"id":null},"dob":"1985-05-10"}"#,
        r#"{"patient":"p-1","dob":"1985-05-10"}"#,
        r#"{"patient":{"id":"p-1"},"dob":"1985-05-10""#,
        "patient id: p-1, dob: 1985-05-10",
    ] {
        let masked = redacted(&engine, text);
        assert_eq!(masked, text.replace("1985-05-10", "**********"));
    }
}
