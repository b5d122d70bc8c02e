use super::*;
use crate::labels::Label;
use crate::sensitivity::Sensitivity;

fn problems(text: &str) -> Vec<String> {
    let error = Policy::parse("p.toml", text, &Supplies::new()).unwrap_err();
    error.problems().iter().map(ToString::to_string).collect()
}

const HEAD: &str = "name = \"p\"\ndescription = \"For a test.\"\n";

/// Problems of a policy that is right but for these lines, which start on line 3.
fn with(lines: &str) -> Vec<String> {
    problems(&format!("{HEAD}{lines}"))
}

#[test]
fn every_mistake_is_told_with_its_line() {
    let text = r#"name = "My policy"
mode = "observ"
treshold = "likely"

[[statements]]
entity = []
sensitivity = ["financial", "secret"]
path = ["user..email", "items[0]"]
action = { transform = "mask", keep_lst = 4 }

[[statements]]
likelihood = "sure"
action = "hash"

[[statements]]
topic = 3
action = { transform = "fpe", key = "not an id" }

[[allow]]
name = "nothing"

[[allow]]
regex = ["("]

[[routes]]
topic = "orders"
on_error = "quarantin"
"#;
    assert_eq!(
        problems(text),
        [
            "p.toml:1: `description` is missing",
            "p.toml:1: `name` \"My policy\" is not of lower case letters, digits and hyphens",
            "p.toml:2: `mode` \"observ\" is none of enforce, observe; did you mean \"observe\"?",
            "p.toml:3: `treshold` is no field here; did you mean \"threshold\"?; there are: allow, default, description, \
             mode, name, on_error, references, routes, statements, threshold",
            "p.toml:5: `entity` is empty: leave it out to ask for nothing",
            "p.toml:7: `sensitivity` \"secret\" is none of ordinary, financial, credential, special",
            "p.toml:8: `path` \"items[0]\" is no pattern: an item of a list is `[*]`: items have no numbers, and `\\[` is a \
             bracket in a key",
            "p.toml:8: `path` \"user..email\" is no pattern: it has an empty part between dots",
            "p.toml:9: `action.keep_lst` is no field here; did you mean \"keep_last\"?; there are: keep_first, keep_last, \
             keep_separators, keep_type, max_growth, same_length, transform, with",
            "p.toml:12: `likelihood` \"sure\" is none of very_unlikely, unlikely, possible, likely, very_likely",
            "p.toml:13: \"hash\" needs the id of a key: { transform = \"hash\", key = … }",
            "p.toml:16: `statements.topic` is not a list of strings",
            "p.toml:17: `key` is no id or scope of 1 to 64 letters, digits, '.', '_', '-' or ':'; keys are not put here",
            "p.toml:19: an allow list has one at least of `exact`, `prefix`, `suffix`, `regex`, `test_numbers`",
            "p.toml:23: `allow.regex` is no regular expression, or too large",
            "p.toml:27: `on_error` \"quarantin\" is none of block, quarantine, raw-scan, pass; did you mean \"quarantine\"?",
        ]
    );
}

#[test]
fn actions_are_checked() {
    let hint = "did you mean \"redact\"?";
    for (lines, problem) in [
        ("default = \"redcat\"", hint),
        ("default = 3", "`default` is not a string or a table"),
        ("default = { keep_last = 4 }", "`default.transform` is missing"),
        ("default = \"replace\"", "\"replace\" needs a text"),
        ("default = { transform = \"replace\", with = 'a\"b' }", "would break JSON"),
        ("default = { transform = \"mask\", with = \"**\" }", "one printable ASCII character"),
        ("default = { transform = \"mask\", keep_last = 65 }", "a whole number from 0 to 64"),
        ("default = { transform = \"redact\", key = \"k1\" }", "`default.key` is no field here"),
        ("default = { transform = \"bucket\" }", "\"bucket\" needs a width or `edges`"),
        ("default = { transform = \"bucket\", edges = [18, 19] }", "do not rise by 2"),
        ("default = { transform = \"date_shift\", key = \"k\", days = 0 }", "a whole number from 1 to 3660"),
        ("default = { transform = \"date_shift\", key = \"k\", days = 9, subject = \"*.id\" }", "has no `*`"),
        ("default = { transform = \"date_shift\", key = \"k\", days = 9, subject = \"a..b\" }", "an empty part"),
        ("default = { transform = \"date_shift\", key = \"k\", days = 9, subject = \"a[*].b\" }", "not into lists"),
        ("default = { transform = \"truncate\", to = \"yeer\" }", "did you mean \"year\"?"),
        ("default = { transform = \"fpe\", key = \"k\", alphabet = \"digit\" }", "did you mean \"digits\"?"),
        ("default = { transform = \"fpe\", key = \"k\", keep_last = 4 }", "go with `card = true`"),
        ("default = { transform = \"fpe\", key = \"k\", card = true, keep_first = 8 }", "from 0 to 6"),
        ("default = { transform = \"keep\", keep_type = true }", "`default.keep_type` is no field here"),
        ("[[statements]]\nentity = \"A\"", "`statements.action` is missing"),
        ("default = { transform = \"hash\", key = \"k1\" }", "no key \"k1\" is given"),
        ("[[allow]]\ntest_numbers = true", "needs the published test values"),
    ] {
        let found = with(lines);
        let told = found.iter().any(|found| found.contains(problem) && found.starts_with("p.toml:3:"));
        assert!(told, "{lines}: {found:?}");
    }
}

#[test]
fn every_action_is_read() {
    let key = |name: &str| format!("default = {{ transform = \"{name}\", key = \"k\" }}");
    let named = ["hash", "tokenize", "encrypt", "surrogate", "fpe"].map(key);
    let others =
        ["redact", "entity", "keep", "block", "drop_field", "mask"].map(|name| format!("default = \"{name}\""));
    let tables = [
        "replace\", with = \"x\"",
        "mask\", with = \"#\", keep_first = 6, keep_last = 4, keep_separators = true",
        "bucket\", width = 10",
        "bucket\", edges = [18, 65]",
        "date_shift\", key = \"k\", days = 30, day_first = true, subject = \"patient.id\"",
        "truncate\", to = \"coordinate\", decimals = 1",
        "fpe\", key = \"k\", card = true, keep_first = 6, keep_last = 4",
    ]
    .map(|table| format!("default = {{ transform = \"{table} }}"));
    for line in named.iter().chain(&others).chain(&tables) {
        let syntax = PolicySyntax::parse("p.toml", &format!("{HEAD}{line}")).unwrap();
        assert!(line.contains(&format!("\"{}\"", syntax.default.kind.as_str())), "{line}");
        assert_eq!(syntax.default.line, 3);
        assert_eq!(syntax.keys().len(), usize::from(line.contains("key =")), "{line}");
    }
}

const SSN: Subject<'_> =
    Subject { entity: "US_SSN", sensitivity: Sensitivity::Ordinary, jurisdiction: "us", sets: &[] };

/// What decides about a likely number at `path`, on a topic, and the names of what is passed over.
fn decided(lines: &str, place: &Location<'_>, topic: Option<&str>, value: &str) -> String {
    let policy = Policy::parse("p.toml", &format!("{HEAD}{lines}"), &Supplies::new()).unwrap();
    let bound = Bound::new(&policy, [SSN]);
    let labels = topic.map_or(Labels::new(), |topic| Labels::new().with(Label::Topic, topic));
    let about = (crate::finding::RuleId(0), Likelihood::Likely);
    let place = Box::new(place.clone());
    let value = || std::borrow::Cow::Borrowed(value.as_bytes());
    let (ground, passed) = bound.trace(&policy, &SSN, about, &labels, &place, value);
    let verdict = match bound.decide(&policy, about, &labels, &place, value) {
        Verdict::Keep => "keep",
        Verdict::Drop => "drop_field",
        Verdict::Block => "block",
        Verdict::Replace(_) => "replace",
    };
    let named = policy.action(ground);
    assert!(named == verdict || verdict == "replace", "{named} {verdict}");
    let passed: Vec<String> = passed.iter().map(|(index, field)| format!("{index} {field}")).collect();
    format!("{named} by {}; {}", policy.line(ground), passed.join(", "))
}

#[test]
fn the_first_that_selects_decides() {
    let lines = r#"
default = "redact"

[[statements]]
entity = "UK_*"
action = "block"

[[statements]]
entity = ["UK_NHS", "US_*"]
likelihood = "very_likely"
action = "block"

[[statements]]
name = "orders"
topic = "orders.*"
action = "keep"

[[statements]]
path = "user.**"
action = "drop_field"

[[statements]]
jurisdiction = "us"
sensitivity = "ordinary"
action = { transform = "mask", keep_last = 4 }

[[statements]]
action = "block"
"#;
    let path = |path: &'static str| Location::Path(path.split('/').map(|key| key.as_bytes().into()).collect());
    for (place, topic, expected) in [
        (Location::Text, None, "mask by statement (p.toml:24); 0 entity, 1 likelihood, 2 topic, 3 path"),
        (Location::Text, Some("orders.eu"), "keep by statement \"orders\" (p.toml:15); 0 entity, 1 likelihood"),
        (path("user/a/b"), Some("other"), "drop_field by statement (p.toml:20); 0 entity, 1 likelihood, 2 topic"),
        (path("users/a"), None, "mask by statement (p.toml:24); 0 entity, 1 likelihood, 2 topic, 3 path"),
        (Location::Unknown, None, "drop_field by statement (p.toml:20); 0 entity, 1 likelihood, 2 topic"),
    ] {
        assert_eq!(decided(lines, &place, topic, "x"), expected);
    }
    let only = "default = \"redact\"\n[[statements]]\nentity = \"US_\"\naction = \"block\"";
    assert_eq!(decided(only, &Location::Text, None, "x"), "redact by default (p.toml:3); 0 entity");
    let unsure = "[[statements]]\npath = \"public.*\"\naction = \"keep\"";
    assert_eq!(
        decided(unsure, &Location::Unknown, None, "x"),
        "entity by default (p.toml); 0 path",
        "unsure is masked"
    );
}

#[test]
fn allow_lists_come_first() {
    let lines = r#"
[[statements]]
action = "block"

[[allow]]
name = "ours"
exact = ["078-05-1120"]
prefix = ["000"]
suffix = ["9999"]
regex = ['[0-9]{3}-00-[0-9]{4}', 'a|ab']

[[allow]]
entity = "US_*"
exact = ["219 09 9990"]
ignore_separators = true

[[allow]]
entity = "UK_*"
prefix = ["1"]

[[allow]]
exact = ["Ann"]
regex = ["BOB"]
ignore_case = true
"#;
    for (value, allowed) in [
        ("078-05-1120", true),
        ("078051120", false),
        ("000-12-3456", true),
        ("123-45-9999", true),
        ("123-00-4567", true),
        ("x123-00-4567", false),
        ("123-00-45678", false),
        ("ab", true),
        ("219-09-9990", true),
        ("219099990", true),
        ("123-45-6789", false),
        ("aNN", true),
        ("bob", true),
    ] {
        let found = decided(lines, &Location::Text, None, value);
        assert_eq!(found.starts_with("keep by allow list"), allowed, "{value}: {found}");
    }
    assert!(
        decided(lines, &Location::Text, None, "078-05-1120").starts_with("keep by allow list \"ours\" (p.toml:7); ")
    );
}

#[test]
fn published_values_are_let_through_on_request() {
    let published = "[[values]]\nname = \"SSA\"\nsource = \"a pamphlet\"\nentity = \"US_SSN\"\nexact = [\"078-05-1120\"]\n\
                     ignore_separators = true\n";
    let supplies = Supplies::new().test_values("t.toml", published).unwrap();
    let policy = |lines: &str| Policy::parse("p.toml", &format!("{HEAD}{lines}"), &supplies).unwrap();
    let keeps = |policy: &Policy, entity, value: &'static str| {
        let about = (crate::finding::RuleId(0), Likelihood::Likely);
        let place = Box::new(Location::Text);
        let bound = Bound::new(policy, [Subject { entity, ..SSN }]);
        matches!(bound.decide(policy, about, &Labels::new(), &place, || value.as_bytes().into()), Verdict::Keep)
    };
    let on = policy("[[allow]]\ntest_numbers = true");
    assert!(keeps(&on, "US_SSN", "078 05 1120") && !keeps(&on, "US_SSN", "123 45 6789"));
    assert!(!keeps(&on, "US_ITIN", "078 05 1120"));
    assert!(!keeps(&policy(""), "US_SSN", "078 05 1120"));
    assert!(!keeps(&policy("[[allow]]\nentity = \"UK_*\"\ntest_numbers = true"), "US_SSN", "078 05 1120"));
    let wrong = Supplies::new().test_values("t.toml", "[[values]]\nname = \"x\"\nexact = [\"1\"]").unwrap_err();
    assert_eq!(wrong.to_string(), "t.toml:1: `values.source` is missing");
}

#[test]
fn routes_say_what_is_done_with_what_cannot_be_read() {
    let lines = "on_error = \"raw-scan\"\n[[routes]]\nprotocol = [\"mqtt\", \"nats\"]\ntopic = \"logs.*\"\non_error = \"pass\"\n\
                 [[routes]]\ntopic = \"*\"\non_error = \"quarantine\"";
    let policy = Policy::parse("p.toml", &format!("{HEAD}{lines}"), &Supplies::new()).unwrap();
    let labels = Labels::new().with(Label::Topic, "logs.a");
    assert_eq!(policy.on_error(&labels), OnError::Quarantine);
    assert_eq!(policy.on_error(&labels.with(Label::Protocol, "nats")), OnError::Pass);
    assert_eq!(policy.on_error(&Labels::new()), OnError::RawScan);
    assert_eq!(Policy::default().on_error(&Labels::new()), OnError::Block);
}

#[test]
fn policies_made_in_code() {
    let policy = Policy::new(Transform::Redact).entity("US_SSN", Transform::Entity).entity("US_*", Transform::Redact);
    let policy = policy.entity("US_SSN", Transform::Replace("x".to_owned()));
    let apply = |subject: Subject<'_>| {
        let bound = Bound::new(&policy, [subject]);
        let about = (crate::finding::RuleId(0), Likelihood::Possible);
        let place = Box::new(Location::Text);
        let mut out = Vec::new();
        match bound.decide(&policy, about, &Labels::new(), &place, || unreachable!()) {
            Verdict::Replace(replacement) => replacement.apply(b"123", crate::transform::Place::default(), &mut out),
            other => panic!("{other:?}"),
        }
        String::from_utf8(out).unwrap()
    };
    assert_eq!(apply(SSN), "x", "the last one said holds, and a name is no pattern");
    assert_eq!(apply(Subject { entity: "US_ITIN", ..SSN }), "[REDACTED]");
}

#[test]
fn nothing_of_an_allow_list_is_printed() {
    let text = format!("{HEAD}[[allow]]\nexact = [\"ann@b.org\"]\nprefix = [\"+39\"]\n");
    let syntax = PolicySyntax::parse("p.toml", &text).unwrap();
    let policy = Policy::build(&syntax, &Supplies::new()).unwrap();
    for shown in [format!("{syntax:?}"), format!("{policy:?}")] {
        assert!(!shown.contains("ann@") && !shown.contains("+39") && !shown.contains("97, 110, 110"), "{shown}");
    }
}
