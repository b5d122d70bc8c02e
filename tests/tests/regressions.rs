//! Laws that were broken once, each with the smallest input known, that no case file can hold.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use privet_core::{Backend, Engine, Library, Likelihood, Policy, Ruleset, Scratch, Source, SourceKind, StreamFilter};

fn sources() -> impl Iterator<Item = Source<'static>> {
    let of = |kind| move |&(path, text): &(&'static str, &'static str)| Source { kind, path, text };
    let rules = privet_rulesets::RULES.iter().map(of(SourceKind::Rule));
    rules.chain(privet_rulesets::WORDS.iter().map(of(SourceKind::Words)))
}

fn engine(list: &str) -> Engine {
    let library = Library::parse(sources()).unwrap();
    let rules = Ruleset::compile(&library.select(list).unwrap(), Backend::default()).unwrap();
    Engine::new(rules, Policy::default())
}

fn filtered(engine: &Engine, chunks: &[&str]) -> String {
    let mut filter = StreamFilter::new(engine).json(true);
    let mut out = Vec::new();
    for chunk in chunks {
        filter.push(chunk.as_bytes(), &mut out);
    }
    filter.finish(&mut out);
    String::from_utf8(out).unwrap()
}

/// Law 3, and law 1 with it: a stream goes on from where the finding starts, not from where its match does.
#[test]
fn lead_is_lost_in_a_stream() {
    let engine = engine("global.password");
    let masked = filtered(&engine, &["config.Password = 's3cret-99'"]);
    assert_eq!(masked, "config.Password = '[PASSWORD]'");
}

/// Law 3, and law 1 with it: what stands before the literal of a pattern stays back, though it is not all there.
#[test]
fn half_a_key_before_its_literal_leaves_a_stream() {
    let engine = engine("global.mailchimp_key");
    for cut in 1..36 {
        let (first, rest) = "0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d-us12".split_at(cut);
        let masked = filtered(&engine, &["key ", first, rest, " end"]);
        assert_eq!(masked, "key [MAILCHIMP_KEY] end", "cut at {cut}");
    }
}

/// Law 3, and law 5 with it: whether a number is a JSON value is told by what has come until it is settled.
#[test]
fn number_before_space_in_a_stream() {
    let engine = engine("pl");
    let space = " ".repeat(400);
    let masked = filtered(&engine, &[r#"{"pesel":44051401359"#, &space, "}"]);
    assert_eq!(masked.replace(' ', ""), r#"{"pesel":"[PL_PESEL]"}"#);
}

/// Law 5: the minus stays before the string that takes the number's place.
#[test]
fn negative_number_breaks_json() {
    let engine = engine("pl");
    let masked = engine.redact(br#"{"pesel":-44051401359}"#, &mut Scratch::new()).bytes().to_vec();
    let masked = String::from_utf8(masked).unwrap();
    assert!(masked == r#"{"pesel":"[PL_PESEL]"}"# || masked == r#"{"pesel":-44051401359}"#, "{masked}");
}

/// Law 5: a number between commas is taken for a JSON value where it stands within a string.
#[test]
fn list_in_a_string_breaks_json() {
    let engine = engine("pl");
    let masked = engine.redact(br#"{"pesel":"name,44051401359,town"}"#, &mut Scratch::new()).bytes().to_vec();
    let masked = String::from_utf8(masked).unwrap();
    assert!(masked == r#"{"pesel":"name,[PL_PESEL],town"}"#, "{masked}");
}

/// Law 5: a part of a number is masked as if it were a string's.
#[test]
fn part_of_a_number_breaks_json() {
    let engine = engine("all");
    let record = br#"{"{\"password" : [2123456701.25e1]}"#;
    let masked = engine.redact(record, &mut Scratch::new()).bytes().to_vec();
    serde_json::from_slice::<serde_json::Value>(&masked)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&masked)));
}

/// Law 5: a password is found across the end of a JSON string.
#[test]
fn password_beyond_a_string_breaks_json() {
    let engine = engine("global.password");
    let records = [
        r#"["the wifi password is ",2123456701]"#,
        r#"["Password:",2123456701,"x"]"#,
        r#"["Password:",true,"x"]"#,
        r#"["Password:" , "x"]"#,
        r#"{"a":"Password:","b":"x"}"#,
        r#"{"a":{"b":"Password:"},"c":"x"}"#,
        r#"[["Password:"],["x"]]"#,
        r#"["password = '", "\\u0031", "x"]"#,
        r#"{"a":"password='abc","b":true,"c":"don't"}"#,
        r#"{"Password:":true,"b":"x"}"#,
    ];
    for record in records {
        let masked = engine.redact(record.as_bytes(), &mut Scratch::new()).bytes().to_vec();
        serde_json::from_slice::<serde_json::Value>(&masked)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&masked)));
    }
    // What starts as JSON would go on is a password still, where it is none.
    for record in [r#"password=" hunter2""#, r#"password: ",hunter2""#, r#"password: "}hunter2""#] {
        assert_eq!(engine.scan(record.as_bytes(), &mut Scratch::new()).len(), 1, "{record}");
    }
}

/// Law 3: a suppressor in folded text counts in a stream, and in a record only with a match in folded text.
#[test]
fn suppressor_of_folded_text() {
    let engine = Engine::new(engine("all").rules().clone(), Policy::default().threshold(Likelihood::VeryUnlikely));
    let text = format!("bssid \u{ff10}\u{ff0e}\u{ff19}\u{ff18}\u{ff17}\u{ff16}\u{ff15}{}", "1234567 fa".repeat(40));
    let record = engine.scan(text.as_bytes(), &mut Scratch::new()).to_vec();
    let mut filter = StreamFilter::new(&engine);
    let mut out = Vec::new();
    filter.push(text.as_bytes(), &mut out);
    let mut stream = filter.findings().to_vec();
    filter.finish(&mut out);
    stream.extend_from_slice(filter.findings());
    assert_eq!(record, stream, "a record and a stream");
}

/// A set that two members of a set hold is taken for one that there is not.
#[test]
fn set_named_twice_is_unknown() {
    let set = |path, text| Source { kind: SourceKind::Set, path, text };
    let sets = [
        set("sets/both.toml", "id = 'both'\ntitle = 'x'\ndescription = 'x'\nmembers = ['one', 'two']"),
        set("sets/one.toml", "id = 'one'\ntitle = 'x'\ndescription = 'x'\nmembers = ['shared']"),
        set("sets/two.toml", "id = 'two'\ntitle = 'x'\ndescription = 'x'\nmembers = ['shared']"),
        set("sets/shared.toml", "id = 'shared'\ntitle = 'x'\ndescription = 'x'\nmembers = ['pl']"),
    ];
    let library = Library::parse(sources().chain(sets)).unwrap();
    library.select("both").unwrap_or_else(|unknown| panic!("{unknown}"));
}
