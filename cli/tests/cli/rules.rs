//! Rules: listed, shown, checked, and the user's own.

use std::path::Path;

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
    std::fs::write(&path, BADGE).unwrap();
    write(folder.path(), "more/acme/badge.toml", BADGE);
    let output = privet(&["rules", "check", folder.path().to_str().unwrap()], "");
    let checked = String::from_utf8(output.stdout).unwrap();
    assert!(checked.contains("\"acme.badge\" is in ") && checked.ends_with("1 problem\n"), "two of one id: {checked}");
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

#[test]
fn sets_are_shown_with_their_law() {
    let page = text(&["rules", "show", "gdpr"]);
    for part in ["(EU) 2016/679", "in force, from 2018-05-25", "72 hours. Without undue delay", "health", "pl.pesel"] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let page = text(&["rules", "show", "gdpr-pl"]);
    assert!(page.contains("Urząd Ochrony Danych Osobowych") && page.contains("72 hours"), "{page}");
}

/// Who asks for secrets means all of them.
#[test]
fn every_credential_is_in_a_set_of_secrets() {
    let rules = |list: &str| -> Vec<serde_json::Value> {
        let list = text(&["rules", "list", "--rules", list, "--format", "ndjson"]);
        list.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let secrets = rules("secrets,pci-dss");
    let credentials: Vec<_> = rules("all").into_iter().filter(|rule| rule["sensitivity"] == "credential").collect();
    assert!(credentials.len() > 80, "{}", credentials.len());
    for rule in credentials {
        assert!(secrets.iter().any(|secret| secret["id"] == rule["id"]), "{}", rule["id"]);
    }
}

#[test]
fn labelled_records_are_measured() {
    let folder = tempfile::tempdir().unwrap();
    let lines = [
        r#"{"text":"pesel 44051401359","findings":[{"entity":"PL_PESEL","start":6,"end":17}]}"#,
        r#"{"text":"ssn 219-09-9999 or 44051401359","findings":[{"entity":"US_SSN","start":4,"end":15}]}"#,
        "",
        r#"{"text":"my ssn is seven","findings":[{"entity":"US_SSN","start":10,"end":15}]}"#,
    ];
    let path = write(folder.path(), "labelled.ndjson", lines.join("\n"));
    let table = text(&["rules", "test", "--rules", "us.ssn,pl.pesel", &path]);
    let rows: Vec<Vec<&str>> =
        table.lines().map(|line| line.split("  ").filter(|cell| !cell.is_empty()).collect()).collect();
    let cells = |row: usize| -> Vec<&str> { rows[row].iter().map(|cell| cell.trim()).collect() };
    assert_eq!(cells(1), ["PL_PESEL", "1", "100.0 %", "100.0 %", "0.0 %", "2", "50.0 %"], "{table}");
    assert_eq!(cells(2), ["US_SSN", "2", "50.0 %", "50.0 %", "31.2 %", "1", "100.0 %"], "{table}");
    assert_eq!(cells(3), ["all", "3", "66.7 %", "66.7 %", "18.5 %", "3", "66.7 %"], "{table}");
    assert!(table.contains("pl.pesel") && !table.contains("44051401359"), "{table}");
    std::fs::write(&path, format!("{}\n{{\"text\":7}}", lines[0])).unwrap();
    let (code, message) = fails(&["rules", "test", &path], "");
    assert!(code == 65 && message.contains("line 2: has no `text`"), "{message}");
    assert_eq!(fails(&["rules", "test", "/no/such/file"], "").0, 66);
    assert_eq!(fails(&["rules", "test"], "").0, 66, "nothing to measure");
}

#[test]
fn collisions_are_told() {
    let table = text(&["rules", "collide", "--rules", "pl.pesel,be.nn,us.ssn"]);
    let row = |start: &str| table.lines().find(|line| line.starts_with(start)).map(str::to_owned);
    assert!(row("rule ").is_some(), "{table}");
    assert!(table.lines().all(|line| !line.starts_with("us.ssn ")), "nothing else has three groups: {table}");
    // PESEL and the Belgian number are both eleven digits: what passes both checks is told.
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "rules/acme/badge.toml", BADGE);
    let twin =
        BADGE.replace("acme.badge", "acme.card").replace("ACME_BADGE", "ACME_CARD").replace("\"likely", "\"possible");
    write(folder.path(), "rules/acme/card.toml", twin);
    let table = text(&["rules", "collide", "--rules", "acme", "--rules-dir", folder.path().to_str().unwrap()]);
    let cells: Vec<Vec<&str>> =
        table.lines().map(|line| line.split("  ").map(str::trim).filter(|c| !c.is_empty()).collect()).collect();
    assert_eq!(cells[1], ["acme.badge", "acme.card", "3 of 3", "3", "0"], "{table}");
    assert_eq!(cells[2], ["acme.card", "acme.badge", "3 of 3", "0", "3"], "{table}");
}

#[test]
fn differences_are_told() {
    let lists = text(&["rules", "diff", "us.ssn,pl.pesel", "us.ssn,us.itin"]);
    assert_eq!(lists, "- pl.pesel  PL_PESEL\n+ us.itin  US_ITIN\n1 rule is the same\n");
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "one/acme/badge.toml", BADGE);
    write(
        folder.path(),
        "two/acme/badge.toml",
        BADGE.replace("'AB-[0-9]{6}'", "'AB-[0-9]{6,7}'").replace("AB-1234567", "AB-12345678"),
    );
    let dir = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let folders = text(&["rules", "diff", &dir("one"), &dir("two")]);
    assert!(folders.starts_with("~ acme.badge  pattern, passes\n"), "{folders}");
    assert_eq!(fails(&["rules", "diff", "us.ssn", "us.snn"], "").0, 64);
}

/// The pages in `docs/rules` are those of the rules. `UPDATE_GOLDEN=1` writes them anew.
#[test]
fn pages_are_those_of_the_rules() {
    let folder = tempfile::tempdir().unwrap();
    text(&["rules", "docs", folder.path().to_str().unwrap()]);
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = std::fs::remove_dir_all(&committed);
        text(&["rules", "docs", committed.to_str().unwrap()]);
    }
    let names = |folder: &Path| -> std::collections::BTreeSet<_> {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    };
    let made = names(folder.path());
    assert_eq!(names(&committed), made, "run with UPDATE_GOLDEN=1");
    for name in made {
        let [old, new] = [&committed, folder.path()].map(|folder| std::fs::read_to_string(folder.join(&name)).unwrap());
        assert!(old == new, "docs/rules/{}: run with UPDATE_GOLDEN=1", name.display());
    }
}
