//! Keys of policies, and the way back from tokens.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::{command, fails, ok, privet, run, with_rules, write};

fn done(args: &[&str], input: &str) -> String {
    let output = privet(args, input);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        write(folder.0.path(), "policy.toml", POLICY);
        folder
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }
}

const POLICY: &str = "\
name = \"p\"
description = \"For a test.\"
default = { transform = \"tokenize\", key = \"default\" }
[[statements]]
entity = \"PL_PESEL\"
action = { transform = \"encrypt\", key = \"jurisdiction:PL\" }
";

const INPUT: &str = "{\"ssn\":\"219-09-9999\"} \nPESEL: 44051401359 [US_SSN] [x]\n";

#[test]
fn tokens_go_there_and_back_until_the_key_is_destroyed() {
    let folder = Folder::new();
    let [keys, policy, audit] = ["keys.toml", "policy.toml", "audit"].map(|name| folder.path(name));
    assert_eq!(done(&["keys", "generate", &keys], ""), format!("{keys}: the key k1 masks\n"));
    assert_eq!(fs::metadata(&keys).unwrap().permissions().mode() & 0o777, 0o600);
    let scope = done(&["keys", "add", &keys, "jurisdiction:PL"], "");
    assert!(scope.ends_with(" is the scope's\n"), "{scope}");
    let mask = || String::from_utf8(ok(&["redact", "--policy", &policy, "--keys", &keys], INPUT)).unwrap();
    let masked = mask();
    assert!(masked.contains("[US_SSN:k1:t:") && masked.contains("[PL_PESEL:") && masked.contains(":e:"), "{masked}");
    assert!(!masked.contains("219-09") && !masked.contains("44051401359"), "{masked}");

    let rotated = done(&["keys", "rotate", &keys], "");
    assert_eq!(rotated, format!("{keys}: the key k2 masks; those before it still turn back\n"));
    assert!(mask().contains("[US_SSN:k2:t:"));
    let output = privet(&["reidentify", "--keys", &keys, "--audit", &audit], &masked);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), INPUT);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "privet: 2 tokens turned back\n");

    let shredded = done(&["keys", "shred", &keys, "jurisdiction:PL"], "");
    assert!(shredded.ends_with(" is destroyed; copies of the file may still have it\n"), "{shredded}");
    let output = privet(&["reidentify", "--keys", &keys, "--audit", &audit], &masked);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("219-09-9999") && text.contains("[PL_PESEL:"), "{text}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, "privet: 1 token turned back, 1 left: key destroyed\n");
    let listed = done(&["keys", "list", &keys], "");
    let states: Vec<&str> = listed.lines().map(|line| line.split_whitespace().nth(1).unwrap()).collect();
    assert_eq!(states, ["active", "old", "shredded"]);
    let (code, text) = fails(&with_rules(&["redact", "--policy", &policy, "--keys", &keys]), INPUT);
    assert!(code == 65 && text.contains("jurisdiction:PL"), "{text}");

    let lines = fs::read_to_string(&audit).unwrap();
    let lines: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["entities"], serde_json::json!({"PL_PESEL": 1, "US_SSN": 1}));
    assert_eq!(
        (&lines[1]["left"], &lines[1]["inputs"]),
        (&serde_json::json!({"key destroyed": 1}), &serde_json::json!(["<stdin>"]))
    );
    assert_eq!(fs::metadata(&audit).unwrap().permissions().mode() & 0o777, 0o600);
    let all = fs::read_to_string(&audit).unwrap();
    assert!(!all.contains("219-09") && !all.contains("44051401359"), "{all}");
}

#[test]
fn keys_come_from_the_environment_too() {
    let folder = Folder::new();
    let policy = write(folder.0.path(), "p.toml", POLICY.split("[[").next().unwrap());
    let key = "00".repeat(32);
    let mut redact = command(&with_rules(&["redact", "--policy", &policy]));
    let masked = run(redact.env("PRIVET_KEY", &key), "ssn 219-09-9999").stdout;
    let mut back = command(&["reidentify", "--audit", &folder.path("audit")]);
    assert_eq!(run(back.env("PRIVET_KEY", &key), &masked).stdout, b"ssn 219-09-9999");
    // Another key, of the same name.
    let mut back = command(&["reidentify", "--audit", &folder.path("audit")]);
    let output = run(back.env("PRIVET_KEY", "11".repeat(32)), &masked);
    assert_eq!(output.stdout, masked);
    assert_eq!(output.stderr, b"privet: 0 tokens turned back, 1 left: not made with the key\n");
}

#[test]
fn nothing_is_shown_without_an_audit() {
    let folder = Folder::new();
    let keys = folder.path("keys.toml");
    done(&["keys", "generate", &keys], "");
    let policy = write(folder.0.path(), "p.toml", POLICY.split("[[").next().unwrap());
    let masked = ok(&["redact", "--policy", &policy, "--keys", &keys], "ssn 219-09-9999");
    let out = folder.path("out");
    let nowhere = folder.path("no/such/folder");
    let mut cases = vec![(nowhere, 73)];
    if cfg!(target_os = "linux") {
        cases.push(("/dev/full".to_owned(), 74));
    }
    for (audit, code) in cases {
        let output = privet(&["reidentify", "--keys", &keys, "--audit", &audit, "-o", &out], &masked);
        assert_eq!(output.status.code(), Some(code), "{audit}");
        assert!(output.stdout.is_empty() && !Path::new(&out).exists());
    }
    assert_eq!(fails(&["reidentify", "--keys", &keys], &masked).0, 64);
    let secret = fs::read(&keys).unwrap();
    for (audit, output) in [(&out, &out), (&out, &keys), (&keys, &out), (&policy, &policy)] {
        let args = ["reidentify", "--keys", &keys, "--audit", audit, "-o", output, &policy];
        let (code, text) = fails(&args, "");
        assert_eq!(code, 64, "{text}");
    }
    assert_eq!(fs::read(&keys).unwrap(), secret);
    let audit = folder.path("audit");
    done(&["reidentify", "--keys", &keys, "--audit", &audit, "-o", &out], std::str::from_utf8(&masked).unwrap());
    assert_eq!(fs::read(&out).unwrap(), b"ssn 219-09-9999");
    assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn wrong_uses_of_keys() {
    let folder = Folder::new();
    let [keys, missing, policy] = ["keys.toml", "missing", "policy.toml"].map(|name| folder.path(name));
    done(&["keys", "generate", &keys], "");
    let open = folder.path("open.toml");
    fs::copy(&keys, &open).unwrap();
    fs::set_permissions(&open, fs::Permissions::from_mode(0o644)).unwrap();
    let cases: [(&[&str], i32, &str); 7] = [
        (&["keys", "generate", &keys], 73, "keys are not replaced, but rotated"),
        (&["keys", "list", &missing], 66, "No such file"),
        (&["keys", "list", &open], 65, "chmod 600"),
        (&["keys", "rotate", &keys, "--id", "a b"], 65, "the key id is not"),
        (&["keys", "rotate", &keys, "--id", "k1"], 65, "k1"),
        (&["keys", "shred", &keys, "subject:1"], 65, "scope"),
        (&["redact", "--policy", &policy, "--keys", &keys], 65, "the key \"jurisdiction:PL\" of the policy"),
    ];
    for (args, code, message) in cases {
        let (got, text) = fails(args, "");
        assert_eq!(got, code, "{args:?}: {text}");
        assert!(text.contains(message), "{args:?}: {text}");
    }
}
