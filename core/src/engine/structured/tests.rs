//! What policies decide about values of a structured format.

use crate::engine::{Engine, Redacted, Scratch};
use crate::payload::{Container, Form, Format, Malformed, Name, Renderer, Structured, Walk};
use crate::policy::{Policy, Supplies};
use crate::ruleset::{Library, Ruleset, Source, SourceKind};
use crate::scan::Backend;
use crate::span::Span;

/// `key=text;` and `key#value;`: values behind `#` can only be replaced as a whole, and are zero where no number fits.
struct Pairs;

impl Walk for Pairs {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        renderer.open(Name::None, Container::Object, 0)?;
        let payload = renderer.payload();
        let mut at = 0;
        while let Some(len) = payload[at..].iter().position(|&byte| byte == b';') {
            let pair = &payload[at..at + len];
            let middle = pair.iter().position(|byte| b"=#".contains(byte)).ok_or(Malformed::expected(at, "a pair"))?;
            let (key, value) = (Span::new(at, at + middle), Span::new(at + middle + 1, at + len));
            renderer.key(key, Form::Text(plain))?;
            renderer.plain(key);
            renderer.end_key();
            let form = if pair[middle] == b'=' { Form::Text(plain) } else { Form::Whole(number) };
            renderer.value(Name::Key, value, form)?;
            renderer.plain(value);
            renderer.end_value();
            at += len + 1;
        }
        renderer.close();
        Ok(())
    }
}

/// JSON of one object with texts and no escapes.
struct Flat;

impl Walk for Flat {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        renderer.open(Name::None, Container::Object, 0)?;
        let quotes: Vec<usize> = (0..renderer.payload().len()).filter(|&at| renderer.payload()[at] == b'"').collect();
        for (index, pair) in quotes.chunks_exact(2).enumerate() {
            let raw = Span::new(pair[0] + 1, pair[1]);
            if index % 2 == 0 {
                renderer.key(raw, Form::Text(plain))?;
                renderer.plain(raw);
                renderer.end_key();
            } else {
                renderer.value(Name::Key, raw, Form::Text(plain))?;
                renderer.plain(raw);
                renderer.end_value();
            }
        }
        renderer.close();
        Ok(())
    }
}

fn plain(new: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(new);
}

fn number(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    let fits = !new.is_empty() && new.iter().all(u8::is_ascii_digit);
    out.extend_from_slice(if fits { new } else { b"0" });
}

fn engine(statements: &str) -> Engine {
    let files = |files: &'static [(&'static str, &'static str)], kind| {
        files.iter().map(move |(path, text)| Source { kind, path, text })
    };
    let rules = files(privet_rulesets::RULES, SourceKind::Rule);
    let words = files(privet_rulesets::WORDS, SourceKind::Words);
    let library = Library::parse(rules.chain(words)).unwrap();
    let rules = Ruleset::compile(&library.select("global").unwrap(), Backend::default()).unwrap();
    let text = format!("name = \"p\"\ndescription = \"x\"\n{statements}");
    Engine::new(rules, Policy::parse("p.toml", &text, &Supplies::new()).unwrap())
}

#[test]
fn policies_decide_value_by_value() {
    let engine = engine(
        r#"
        default = { transform = "mask", keep_last = 4 }
        [[statements]]
        path = "public"
        action = "keep"
        [[statements]]
        path = "gone"
        action = "drop_field"
        [[statements]]
        path = "secret"
        action = "block"
        "#,
    );
    let format = Structured::new("pairs", Pairs);
    let mut scratch = Scratch::new();
    for (payload, expected) in [
        ("to=x@y.org;", "to=***.org;"),
        ("public=x@y.org;to=x@y.org;", "public=x@y.org;to=***.org;"),
        ("public#4111111111111111;", "public#4111111111111111;"),
        ("card#4111111111111111;", "card#0;"),
        ("gone=mail x@y.org now;n#1;", "gone=;n#1;"),
        ("gone#4111111111111111;n#1;", "gone#0;n#1;"),
        ("x@y.org=1;", "***.org=1;"),
        ("a=1;secret=x@y.org;", "blocked"),
    ] {
        let rulings = engine.rulings_in(payload.as_bytes(), &format, &mut scratch).unwrap();
        assert!(!rulings.is_empty(), "{payload}");
        let whole = Format::Structured(format.clone());
        let redacted = engine.redact_as(payload.as_bytes(), &whole, &mut scratch).unwrap();
        let (shown, action) = match redacted {
            Redacted::Clean(bytes) => (bytes, "keep"),
            Redacted::Masked(bytes) if payload.starts_with("gone") => (bytes, "drop_field"),
            Redacted::Masked(bytes) => (bytes, "mask"),
            Redacted::Blocked => (&b"blocked"[..], "block"),
        };
        assert_eq!(String::from_utf8_lossy(shown), expected);
        assert_eq!(rulings[rulings.len() - 1].action, action, "{payload}");
    }
}

#[test]
fn members_of_json_go_whole() {
    let engine = engine("default = \"drop_field\"");
    let format = Format::Structured(Structured::new("json", Flat));
    let mut scratch = Scratch::new();
    for (payload, expected) in [
        (r#"{"a":"x@y.org","b":"1"}"#, r#"{"b":"1"}"#),
        (r#"{"b":"1" , "a":"x@y.org"}"#, r#"{"b":"1" }"#),
        (r#"{"a":"x@y.org, z@y.org","b":"x@y.org"}"#, "{}"),
        (r#"{"x@y.org":"z@y.org","b":"1"}"#, r#"{"b":"1"}"#),
    ] {
        let redacted = engine.redact_as(payload.as_bytes(), &format, &mut scratch).unwrap();
        assert_eq!(String::from_utf8_lossy(redacted.bytes()), expected, "{payload}");
    }
}
