//! Policies from files, over the shipped rules: what they decide, and that records stay whole.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::fmt::Write as _;
use std::sync::OnceLock;

use privet_core::{
    Backend, Engine, Key, Label, Labels, OnError, Policy, PolicyMode, PolicySyntax, Redacted, Scratch, Span,
    StreamFilter, Supplies, Transform, lint_policy,
};
use privet_tests::corpus::EventStream;
use privet_tests::rules::{engine, library};
use proptest::prelude::*;

fn supplies() -> Supplies {
    let key = Key::new("default", vec![7; 32]).unwrap();
    let supplies = Supplies::new().key("default", key);
    privet_rulesets::TEST_VALUES
        .iter()
        .fold(supplies, |supplies, (path, text)| supplies.test_values(path, text).unwrap())
}

/// A policy of these lines.
fn policy(lines: &str) -> Policy {
    let text = format!("name = \"p\"\ndescription = \"For a test.\"\n{lines}");
    Policy::parse("p.toml", &text, &supplies()).unwrap_or_else(|error| panic!("{error}"))
}

fn ready_made(name: &str) -> Policy {
    let path = format!("policies/{name}.toml");
    let (path, text) = privet_rulesets::POLICIES.iter().find(|(there_is, _)| *there_is == path).unwrap();
    Policy::parse(path, text, &supplies()).unwrap_or_else(|error| panic!("{error}"))
}

fn over(rules: &str, policy: Policy) -> Engine {
    engine(rules, Backend::default(), policy)
}

fn redacted(engine: &Engine, text: &str) -> String {
    match engine.redact(text.as_bytes(), &mut Scratch::new()) {
        Redacted::Blocked => "blocked".to_owned(),
        other => String::from_utf8(other.bytes().to_vec()).unwrap(),
    }
}

#[test]
fn the_ready_made_policies_are_right() {
    let mut names = Vec::new();
    for (path, text) in privet_rulesets::POLICIES {
        let syntax = PolicySyntax::parse(path, text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(*path, format!("policies/{}.toml", syntax.name));
        let lint = lint_policy(&syntax, library());
        let told: Vec<String> = lint.problems.iter().chain(&lint.notes).map(ToString::to_string).collect();
        assert!(told.is_empty(), "{told:#?}");
        assert!(!syntax.references.is_empty(), "{path}");
        Policy::build(&syntax, &supplies()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(
            Policy::build(&syntax, &Supplies::new()).is_err(),
            !syntax.keys().is_empty() || *path == LOGS,
            "{path}"
        );
        names.push(syntax.name);
    }
    assert_eq!(names, ["ccpa", "gdpr-pseudonymise", "hipaa-safe-harbor", "log-hygiene", "pci-dss", "pipl"]);
}

const LOGS: &str = "policies/log-hygiene.toml";

#[test]
fn what_the_ready_made_policies_do() {
    for (name, rules, text, expected) in [
        ("pci-dss", "pci-dss", r#"{"pan":"5425 2334 3010 9903"}"#, r#"{"pan":"5425 2*********9903"}"#),
        ("pci-dss", "pci-dss", r#"{"a":1,"Track_Data":"5425233430109903","b":2}"#, r#"{"a":1,"b":2}"#),
        ("hipaa-safe-harbor", "us-hipaa", "SSN 536-22-1234, ann@b.org", "SSN [US_SSN], [EMAIL_ADDRESS]"),
        ("log-hygiene", "logs", "password=hunter22x from 127.0.0.1", "password=[REDACTED] from 127.0.0.1"),
        ("log-hygiene", "logs", "ann@b.org, not ann@example.com", "[EMAIL_ADDRESS], not ann@example.com"),
        ("log-hygiene", "logs", "card 4111 1111 1111 1111", "card 4111 1111 1111 1111"),
        ("pipl", "pipl", "手机 13812345678", "手机 138****5678"),
    ] {
        assert_eq!(redacted(&over(rules, ready_made(name)), text), expected, "{name}");
    }
    for (name, rules) in [("gdpr-pseudonymise", "gdpr"), ("ccpa", "us-ccpa")] {
        let engine = over(rules, ready_made(name));
        let (one, other) = (redacted(&engine, "mail ann@b.org"), redacted(&engine, "from ann@b.org"));
        assert!(one.starts_with("mail [EMAIL_ADDRESS:default:"), "{one}");
        assert_eq!(one[5..], other[5..], "{name}: equal values are no longer equal");
    }
}

/// What is published is found without an allow list, and let through with one.
#[test]
fn published_values_are_found_and_let_through() {
    let (all, allowing) =
        (over("global,us", Policy::default()), over("global,us", policy("[[allow]]\ntest_numbers = true")));
    let mut values = 0;
    for (_, text) in privet_rulesets::TEST_VALUES {
        let table: toml::Table = text.parse().unwrap();
        for list in table["values"].as_array().unwrap() {
            let entity = list["entity"].as_str().unwrap();
            let label = match entity {
                "US_SSN" => "ssn",
                "IBAN_CODE" => "iban",
                _ => "card number",
            };
            for value in list.get("exact").and_then(toml::Value::as_array).into_iter().flatten() {
                let value = value.as_str().unwrap();
                let text = format!("{label}: {value}");
                assert_eq!(redacted(&all, &text), format!("{label}: [{entity}]"));
                assert_eq!(redacted(&allowing, &text), text);
                values += 1;
            }
        }
    }
    assert!(values > 30, "{values}");
    for (text, expected) in [
        ("call +1 212-555-0123 now", "call +1 212-555-0123 now"),
        ("call +1 212-555-0223 now", "call [PHONE_NUMBER] now"),
        ("from 192.0.2.7", "from 192.0.2.7"),
        ("from 8.8.4.4", "from [IP_ADDRESS]"),
        ("card: 4111-1111-1111-1111", "card: 4111-1111-1111-1111"),
        ("card: ４111 1111 1111 1111", "card: ４111 1111 1111 1111"),
    ] {
        assert_eq!(redacted(&allowing, text), expected);
    }
}

#[test]
fn places_in_json_decide() {
    let engine = over(
        "global",
        policy(
            r#"
            default = "redact"
            [[statements]]
            path = ["public.**", "items[*].sender"]
            action = "keep"
            [[statements]]
            path = "**.internal"
            ignore_case = true
            action = "drop_field"
            [[statements]]
            path = "secret"
            action = "block"
            "#,
        ),
    );
    for (record, expected) in [
        (r#"{"public":{"a":["x@y.org"]},"b":"x@y.org"}"#, r#"{"public":{"a":["x@y.org"]},"b":"[REDACTED]"}"#),
        (r#"{"items":[{"sender":"x@y.org"},"x@y.org"]}"#, r#"{"items":[{"sender":"x@y.org"},"[REDACTED]"]}"#),
        (r#"{"p\u0075blic":{"a":"x@y.org"}}"#, r#"{"p\u0075blic":{"a":"x@y.org"}}"#),
        (r#"{"x":{"Internal" : "mail x@y.org, z@y.org" , "n":1}}"#, r#"{"x":{ "n":1}}"#),
        (r#"{"n":1,"internal":["x@y.org"],"m":2}"#, r#"{"n":1,"internal":["[REDACTED]"],"m":2}"#),
        (r#"{"a":{"secret":"x@y.org"}}"#, r#"{"a":{"secret":"[REDACTED]"}}"#),
        (r#"{"a":1,"secret":"x@y.org"}"#, "blocked"),
        (r#"[INFO] from x@y.org"#, r#"[INFO] from [REDACTED]"#),
        ("public: x@y.org", "public: [REDACTED]"),
        // A structure that does not add up: what would be kept is not, and what would be dropped goes by itself.
        (r#"{"public":{"a":1]},"internal":"to x@y.org"}"#, r#"{"public":{"a":1]},"internal":"to "}"#),
    ] {
        assert_eq!(redacted(&engine, record), expected, "{record}");
    }
}

#[test]
fn members_go_with_their_commas() {
    let engine = over("global", policy("default = \"drop_field\""));
    let x = "x@y.org";
    for (record, expected) in [
        (r#"{"a":"X"}"#, "{}"),
        (r#"{"a":"X","b":"X"}"#, "{}"),
        (r#"{"a":"X","b":"X","c":1}"#, r#"{"c":1}"#),
        (r#"{"a":1,"b":"X","c":"X"}"#, r#"{"a":1}"#),
        (r#"{"a":"X","b":1,"c":"X","d":2}"#, r#"{"b":1,"d":2}"#),
        (r#"["X",1,"X"]"#, "[1]"),
        (r#"["X","X"]"#, "[]"),
        (r#"{"a":{"b":"X"},"c":"X"}"#, r#"{"a":{}}"#),
        (r#"{"X":{"b":"X","c":[1,2]},"c":3}"#, r#"{"c":3}"#),
        (r#"{"a":"X and X"}"#, "{}"),
        (r#"{"ip":"8.8.4.4","n":[{"m":"X"},{"m":1}]}"#, r#"{"n":[{},{"m":1}]}"#),
    ] {
        let record = record.replace('X', x);
        let masked = redacted(&engine, &record);
        assert_eq!(masked, expected, "{record}");
        serde_json::from_str::<serde_json::Value>(&masked).unwrap();
    }
    assert_eq!(redacted(&engine, "text with x@y.org in it"), "text with  in it");
}

#[test]
fn routes_decide() {
    let engine = over(
        "global",
        policy("on_error = \"raw-scan\"\n[[statements]]\ntopic = \"audit.*\"\ndirection = \"in\"\naction = \"keep\""),
    );
    let mut scratch = Scratch::new();
    let mut masks = |labels: &Labels| {
        scratch.set_labels(labels);
        matches!(engine.redact(b"x@y.org", &mut scratch), Redacted::Masked(_))
    };
    let audit = Labels::new().with(Label::Topic, "audit.eu");
    assert!(masks(&Labels::new()) && masks(&audit));
    assert!(!masks(&audit.clone().with(Label::Direction, "in")));
    assert!(masks(&audit.clone().with(Label::Direction, "out")));
    assert_eq!(engine.policy().on_error(&audit), OnError::RawScan);
    let mut filter = StreamFilter::new(&engine).labels(&audit.with(Label::Direction, "in"));
    let mut out = Vec::new();
    filter.push(b"x@y.org ", &mut out);
    filter.finish(&mut out);
    assert_eq!(out, b"x@y.org ");
}

#[test]
fn a_policy_that_observes_changes_nothing() {
    let lines = "[[statements]]\nentity = \"EMAIL_ADDRESS\"\naction = \"block\"\n[[statements]]\nsensitivity = \"financial\"\n\
                 action = \"drop_field\"\n";
    let observing = over("global,us", policy(&format!("mode = \"observe\"\n{lines}")));
    let enforcing = over("global,us", policy(&format!("mode = \"enforce\"\n{lines}")));
    assert!(observing.policy().observes() && !enforcing.policy().observes());
    let mut stream = EventStream::new(3, true);
    let (mut scratch, mut found, mut changed) = (Scratch::new(), 0, 0);
    for _ in 0..500 {
        let mut record = Vec::new();
        stream.push(&mut record);
        match observing.redact(&record, &mut scratch) {
            Redacted::Clean(same) => assert!(std::ptr::eq(same, &record[..])),
            other => panic!("{other:?}"),
        }
        let findings = scratch.findings().to_vec();
        changed += usize::from(!matches!(enforcing.redact(&record, &mut scratch), Redacted::Clean(_)));
        assert_eq!(findings, scratch.findings(), "what is found hangs on the mode");
        found += findings.len();
        let rulings = observing.rulings(&record, &mut scratch);
        assert_eq!(rulings, enforcing.rulings(&record, &mut scratch));
        assert_eq!(rulings.len(), findings.len());
        let (mut filter, mut out) = (StreamFilter::new(&observing).json(true), Vec::new());
        filter.push(&record, &mut out);
        filter.finish(&mut out);
        assert_eq!(out, record);
        out.clear();
        let all = [Span::new(0, record.len())];
        observing.redact_batch(&record, all, &mut scratch, &mut out, |_, findings| {
            assert_eq!(findings.len(), rulings.len());
        });
        assert_eq!(out, record);
    }
    assert!(found > 200 && changed > 50, "{found} {changed}");
    assert!(Policy::default().mode(PolicyMode::Observe).observes());
}

#[test]
fn what_is_blocked_goes_nowhere() {
    let engine = over("global", policy("[[statements]]\nentity = \"IBAN_CODE\"\naction = \"block\""));
    let text = "to x@y.org, then iban DE89370400440532013000, then z@y.org";
    assert_eq!(redacted(&engine, text), "blocked");
    assert_eq!(Redacted::Blocked.bytes(), b"");
    let batch = format!("a x@y.org\n{text}\nend");
    let spans =
        [(0, 9), (10, 10 + text.len()), (11 + text.len(), batch.len())].map(|(start, end)| Span::new(start, end));
    let mut out = Vec::new();
    engine.redact_batch(batch.as_bytes(), spans, &mut Scratch::new(), &mut out, |_, _| ());
    assert_eq!(String::from_utf8(out).unwrap(), "a [EMAIL_ADDRESS]\n\nend");
    for size in 1..text.len() {
        let (mut filter, mut out) = (StreamFilter::new(&engine), Vec::new());
        for chunk in text.as_bytes().chunks(size) {
            filter.push(chunk, &mut out);
        }
        filter.flush(&mut out);
        let blocked = filter.is_blocked();
        filter.finish(&mut out);
        assert_eq!(String::from_utf8_lossy(&out), "to [EMAIL_ADDRESS], then iban ", "{size}");
        assert!(blocked && !filter.is_blocked());
        out.clear();
        filter.push(b"x@y.org again", &mut out);
        filter.finish(&mut out);
        assert_eq!(out, b"[EMAIL_ADDRESS] again");
    }
}

#[test]
fn rulings_say_what_decided() {
    let engine = over(
        "global",
        policy(
            "[[statements]]\nname = \"cards\"\nentity = \"CREDIT_CARD\"\naction = \"redact\"\n[[statements]]\npath = \"to\"\n\
             action = \"keep\"\n[[allow]]\nname = \"ours\"\nsuffix = [\"@us.org\"]\n",
        ),
    );
    let record = br#"{"to":"x@y.org","from":"x@us.org","cc":"x@y.org"}"#;
    let rulings = engine.rulings(record, &mut Scratch::new());
    let mut told = String::new();
    for ruling in &rulings {
        writeln!(told, "{ruling}").unwrap();
    }
    assert_eq!(
        told,
        "keep, by statement (p.toml:7); passed over statement \"cards\" (p.toml:3): entity does not fit\n\
         keep, by allow list \"ours\" (p.toml:10)\n\
         entity, by default (p.toml); passed over statement \"cards\" (p.toml:3): entity does not fit, statement \
         (p.toml:7): path does not fit\n"
    );
}

#[test]
fn the_linter_tells_what_selects_nothing_and_what_does_not_fit() {
    let lines = r#"
name = "p"
description = "For a test."

[[statements]]
entity = ["US_SSM", "EMAIL_ADDRESS"]
action = "redact"

[[statements]]
entity = "EMAIL_*"
likelihood = "likely"
action = "redact"

[[statements]]
entity = "PASPORT"
set = "gdrp"
jurisdiction = ["xx"]
action = "redact"

[[statements]]
entity = "US_S*"
sensitivity = "special"
action = "redact"

[[statements]]
entity = ["US_SSN", "MRZ"]
action = { transform = "fpe", key = "k" }

[[allow]]
entity = "IP"
exact = ["127.0.0.1"]
"#;
    let lint = lint_policy(&PolicySyntax::parse("p.toml", lines).unwrap(), library());
    let told: Vec<String> = lint.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "p.toml:6: no rule has the entity \"US_SSM\"; did you mean \"US_SSN\"?",
            "p.toml:9: the statement selects nothing: what it names is decided before, on line 5",
            "p.toml:15: no rule has the entity \"PASPORT\"; did you mean \"PASSWORD\"?",
            "p.toml:16: no rule has the set \"gdrp\"; did you mean \"gdpr\"?",
            "p.toml:17: no rule has the jurisdiction \"xx\"; did you mean \"mx\"?",
            "p.toml:20: the statement selects nothing: no rule fits all its fields",
            "p.toml:30: no rule has the entity \"IP\"",
        ]
    );
    let notes: Vec<String> = lint.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["p.toml:27: \"fpe\" does not fit MRZ: they will be masked"]);
}

/// JSON with mail addresses and card numbers here and there.
fn json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..1000_u32).prop_map(Value::from),
        "[a-z,:{}\\[\\]\" \\\\]{0,8}".prop_map(Value::from),
        "[a-z]{3}".prop_map(|name| Value::from(format!("{name}@y.org"))),
        "[a-z]{3}".prop_map(|name| Value::from(format!("\"to\": {name}@y.org, {name}@z.org\\"))),
        Just(Value::from(4_111_111_111_111_111_u64)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let key = prop_oneof![4 => "[a-z,:\"{}]{1,3}".boxed(), 1 => "[a-z]{3}@y\\.org".boxed()];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// The definition: members and items that hold a finding themselves are gone.
fn without(value: &serde_json::Value, is_found: &impl Fn(&str) -> bool) -> serde_json::Value {
    use serde_json::Value;
    let gone = |value: &Value| match value {
        Value::String(text) => is_found(text),
        Value::Number(number) => is_found(&number.to_string()),
        _ => false,
    };
    match value {
        Value::Array(items) => {
            items.iter().filter(|item| !gone(item)).map(|item| without(item, is_found)).collect::<Vec<_>>().into()
        }
        Value::Object(members) => {
            let stay = members.iter().filter(|(key, value)| !is_found(key) && !gone(value));
            Value::Object(stay.map(|(key, value)| (key.clone(), without(value, is_found))).collect())
        }
        other => other.clone(),
    }
}

fn dropping() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| over("EMAIL_ADDRESS,CREDIT_CARD", policy("default = \"drop_field\"")))
}

/// The same in code and in a file.
fn pairs() -> &'static [(Engine, Engine)] {
    static PAIRS: OnceLock<Vec<(Engine, Engine)>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let mask = Transform::Mask { with: b'#', keep_first: 0, keep_last: 2, keep_separators: false };
        let in_code =
            Policy::new(Transform::Redact).entity("EMAIL_ADDRESS", Transform::Entity).entity("CREDIT_CARD", mask);
        let in_a_file = policy(
            "default = \"redact\"\n[[statements]]\nentity = \"CREDIT_CARD\"\n\
             action = { transform = \"mask\", with = \"#\", keep_last = 2 }\n\
             [[statements]]\nentity = \"EMAIL_ADDRESS\"\npath = \"**\"\naction = \"entity\"\n\
             [[statements]]\nentity = \"EMAIL_ADDRESS\"\naction = \"entity\"\n",
        );
        let rules = "global,us,it";
        vec![(over(rules, Policy::default()), over(rules, policy(""))), (over(rules, in_code), over(rules, in_a_file))]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// Law 5 for fields that are dropped: what is left is JSON, without them and with all else.
    #[test]
    fn dropped_fields_leave_json(value in json(), pretty in any::<bool>()) {
        let record = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        prop_assume!(value.is_array() || value.is_object());
        let masked = redacted(dropping(), &record);
        let is_found = |text: &str| text.contains("@y.org") || text.contains("@z.org") || text == "4111111111111111";
        let left: serde_json::Value = serde_json::from_str(&masked)
            .map_err(|error| TestCaseError::fail(format!("{error}: {record} {masked}")))?;
        prop_assert_eq!(left, without(&value, &is_found), "{}", record);
    }

    /// Any text is a policy or a list of problems; a cut or changed policy, too.
    #[test]
    fn any_text_is_read(at in any::<prop::sample::Index>(), len in 0..40_usize, put in "[a-z\"'\\[\\]{}=.,*#\n0-9]{0,6}") {
        let supplies = supplies();
        for (path, text) in privet_rulesets::POLICIES {
            let start = at.index(text.len());
            let end = (start + len).min(text.len());
            prop_assume!(text.is_char_boundary(start) && text.is_char_boundary(end));
            let text = format!("{}{put}{}", &text[..start], &text[end..]);
            if let Err(error) = Policy::parse(path, &text, &supplies) {
                prop_assert!(!error.problems().is_empty());
                let lines = text.lines().count();
                prop_assert!(error.problems().iter().all(|problem| problem.file == *path && problem.line <= lines + 1));
            }
        }
    }

    /// A policy made in code and the same from a file mask alike, as does one that asks where things stand.
    #[test]
    fn code_and_file_mean_the_same(seed in any::<u64>(), cut in any::<prop::sample::Index>()) {
        let mut stream = EventStream::new(seed, true);
        let mut record = Vec::new();
        stream.push(&mut record);
        // Also what is no whole JSON.
        let cut = if seed % 2 == 0 { record.len() } else { cut.index(record.len() + 1) };
        let mut scratch = Scratch::new();
        for (in_code, in_a_file) in pairs() {
            let one = in_code.redact(&record[..cut], &mut scratch).bytes().to_vec();
            prop_assert_eq!(one, in_a_file.redact(&record[..cut], &mut scratch).bytes());
        }
    }
}
