//! Rules: listed, shown, checked, and the user's own.

use crate::{fails, privet, write};

const BADGE: &str = r#"
id = "acme.badge"
entity = "ACME_BADGE"
title = "Badge of Acme"
description = "Opens the doors of one person."
sensitivity = "ordinary"
references = ["https://example.com/badges"]

[[patterns]]
name = "plain"
regex = 'AB-[0-9]{6}'
likelihood = "likely"

[tests]
find = ["badge «AB-123456»", "«AB-000001»", "x «AB-999999» y"]
pass = ["AB-12345", "AB-1234567", "ab"]
"#;

fn text(args: &[&str]) -> String {
    let output = privet(args, "");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn lists() {
    let list = text(&["rules", "list", "--rules", "us.ssn,PL_PESEL"]);
    let rows: Vec<Vec<&str>> = list.lines().map(|line| line.split_whitespace().take(3).collect()).collect();
    assert_eq!(rows, [["pl.pesel", "PL_PESEL", "pl"], ["us.ssn", "US_SSN", "us"]]);
    for line in text(&["rules", "list", "--format", "ndjson"]).lines() {
        let rule: serde_json::Value = serde_json::from_str(line).unwrap();
        for field in ["id", "entity", "title", "sensitivity"] {
            assert!(rule[field].is_string(), "{line}");
        }
        assert!(rule["jurisdiction"].is_string() || rule["jurisdiction"].is_null(), "{line}");
    }
    assert!(!text(&["rules", "list", "--rules", "-us"]).contains("us.ssn"), "all but the United States");
    assert!(text(&["rules", "sets"]).lines().any(|line| line.starts_with("gdpr ")));
}

#[test]
fn shows() {
    let page = text(&["rules", "show", "pl.pesel"]);
    for part in ["pl.pesel  PL_PESEL", "validator", "pl_pesel (hard)", "gdpr", "44051401359", "states", "https://"] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let (code, message) = fails(&["rules", "show", "pl.pesle"], "");
    assert!(code == 64 && message.contains("did you mean \"pl.pesel\"?"), "{message}");
    let (code, message) = fails(&["rules", "show", "pl"], "");
    assert!(code == 64 && message.contains("stands for pl."), "{message}");
}

#[test]
fn own_rules_stand_beside_ours() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "rules/acme/badge.toml", BADGE);
    write(
        folder.path(),
        "sets/acme.toml",
        "id = \"acme-all\"\ntitle = \"Acme\"\ndescription = \"Ours.\"\nmembers = [\"acme\", \"us.ssn\"]\n",
    );
    write(folder.path(), "README.md", "not a rule");
    let dir = folder.path().to_str().unwrap();
    let args = ["redact", "--rules-dir", dir, "--rules", "acme-all"];
    assert_eq!(privet(&args, "AB-123456 ssn 219-09-9999").stdout, b"[ACME_BADGE] ssn [US_SSN]");
    assert!(text(&["rules", "list", "--rules-dir", dir, "--rules", "acme"]).starts_with("acme.badge  ACME_BADGE  -"));
    let theirs = BADGE.replace("acme.badge", "us.ssn").replace("ACME_BADGE", "US_SSN");
    write(folder.path(), "rules/us/ssn.toml", theirs);
    assert_eq!(privet(&args, "AB-123456 ssn 219-09-9999").stdout, b"[US_SSN] ssn 219-09-9999", "ours is replaced");
    assert_eq!(fails(&["scan", "--rules-dir", "/no/such/folder"], "").0, 66);
}

#[test]
fn examples_are_run() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "acme/badge.toml", BADGE);
    let checked = text(&["rules", "check", folder.path().to_str().unwrap()]);
    assert!(checked.contains("1 file checked: no problems"), "{checked}");
    std::fs::write(&path, BADGE.replace("\"ab\"]", "\"AB-123456\"]")).unwrap();
    let output = privet(&["rules", "check", &path], "");
    assert_eq!(output.status.code(), Some(65));
    let checked = String::from_utf8(output.stdout).unwrap();
    assert!(checked.starts_with(&format!("{path}:16: `tests.pass`")) && checked.ends_with("1 problem\n"), "{checked}");
}

#[test]
fn every_mistake_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = r#"
id = "Acme.Badge"
entity = "acme_badge"
title = 7
sensitivity = "secret"
colour = "red"

[[patterns]]
name = "plain"
regex = 'AB'
likelihood = "surely"
boundary = "wall"
border = "none"

[validator]
name = "acme"
mode = "firm"

[context]
words = ["Badge"]
before = 100000
"#;
    let path = write(folder.path(), "acme/badge.toml", wrong);
    let dir = folder.path().to_str().unwrap();
    let output = privet(&["rules", "check", dir], "");
    assert_eq!(output.status.code(), Some(65));
    let checked = String::from_utf8(output.stdout).unwrap();
    let (code, text) = fails(&["scan", "--rules-dir", dir], "");
    assert_eq!(code, 65);
    for out in [&checked, &text] {
        let problems: Vec<&str> = out.lines().filter(|line| line.starts_with(&path)).collect();
        assert!(problems.len() >= 10, "{out}");
        for line in [2, 3, 4, 5, 6, 11, 12, 13, 17, 20, 21] {
            assert!(problems.iter().any(|problem| problem.starts_with(&format!("{path}:{line}: "))), "{line}\n{out}");
        }
    }
}

#[test]
fn what_is_no_text_or_no_toml() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "acme/badge.toml", b"\xff\xfe");
    assert_eq!(fails(&["scan", "--rules-dir", folder.path().to_str().unwrap()], "").0, 65);
    let (code, text) = fails(&["rules", "check", "/no/such/file.toml"], "");
    assert_eq!(code, 66, "{text}");
    std::fs::write(&path, "id = ").unwrap();
    let (code, text) = fails(&["scan", "--rules-dir", &path], "");
    assert!(code == 65 && text.contains(&format!("{path}:1: ")), "{text}");
}
