//! What policies do to records, and the commands about them.

use crate::{fails, ok, privet, with_rules, write};

const HEAD: &str = "name = \"p\"\ndescription = \"For a test.\"\n";

/// A policy of these lines in a file.
fn policy(folder: &tempfile::TempDir, name: &str, lines: &str) -> String {
    write(folder.path(), name, format!("{HEAD}{lines}"))
}

const BLOCKS: &str = "default = \"entity\"\n[[statements]]\nentity = \"PL_PESEL\"\naction = \"block\"\n";

#[test]
fn a_policy_decides_what_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "default = { transform = \"mask\", keep_last = 4 }\n[[statements]]\nentity = \"PL_PESEL\"\naction = \"drop_field\"\n";
    let path = policy(&folder, "p.toml", lines);
    let input = "{\"a\":1,\"pesel\":\"44051401359\",\"b\":2}\r\n\nssn 219-09-9999, PESEL: 44051401359.\n";
    let expected = "{\"a\":1,\"b\":2}\r\n\nssn *******9999, PESEL: .\n";
    for jobs in ["1", "3"] {
        let out = ok(&["redact", "--policy", &path, "-j", jobs], input);
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
    // One of ours, by its name.
    let out = ok(&["redact", "--policy", "hipaa-safe-harbor"], "ssn 219-09-9999");
    assert_eq!(out, b"ssn [US_SSN]");
}

#[test]
fn blocked_records_go_nowhere_and_the_order_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = policy(&folder, "p.toml", BLOCKS);
    let (mut input, mut expected, mut blocked) = (String::new(), String::new(), 0);
    for n in 0..20_000 {
        match n % 5 {
            0 => input += &format!("{n} ssn 219-09-9999 {}\n", "word ".repeat(n % 30)),
            3 => input += &format!("{n} PESEL: 44051401359\n"),
            _ => input += &format!("{n} nothing\n"),
        }
        match n % 5 {
            0 => expected += &format!("{n} ssn [US_SSN] {}\n", "word ".repeat(n % 30)),
            3 => blocked += 1,
            _ => expected += &format!("{n} nothing\n"),
        }
    }
    for jobs in ["1", "4"] {
        let output = privet(&with_rules(&["redact", "--policy", &path, "-j", jobs]), &input);
        assert_eq!(output.status.code(), Some(77));
        assert!(output.stdout == expected.as_bytes());
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(told, format!("privet: the policy blocked {blocked} payloads\n"));
    }
}

#[test]
fn a_blocked_stream_ends_before_the_finding() {
    let folder = tempfile::tempdir().unwrap();
    let path = policy(&folder, "p.toml", BLOCKS);
    let output = privet(&with_rules(&["redact", "--policy", &path, "--stream"]), "a\nb PESEL: 44051401359\nc\n");
    assert_eq!(output.status.code(), Some(77));
    assert_eq!(output.stdout, b"a\nb PESEL: ");
    let whole = privet(&with_rules(&["redact", "--policy", &path, "--stream"]), "a PESEL: 44051401359");
    assert_eq!((whole.status.code(), &whole.stdout[..]), (Some(77), &b"a PESEL: "[..]));
}

#[test]
fn observing_changes_nothing_and_tells_what_would_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = policy(&folder, "p.toml", &format!("mode = \"observe\"\n{BLOCKS}"));
    let input = "ssn 219-09-9999\nPESEL: 44051401359\n{\"a\":\n";
    let output = privet(&with_rules(&["redact", "--policy", &path, "--stats"]), input);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stdout, input.as_bytes());
    let stats = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = stats.lines().map(str::trim).collect();
    assert_eq!(lines[0], "Nothing was changed. By the policy it would be:");
    assert_eq!(lines[3..8], ["2 findings", "1   PL_PESEL", "1     block", "1   US_SSN", "1     entity"]);
}

#[test]
fn stats_tell_what_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let path = policy(&folder, "p.toml", BLOCKS);
    let input = "ssn 219-09-9999 ssn 219-09-9998\nPESEL: 44051401359\n";
    for jobs in ["1", "2"] {
        let output = privet(&with_rules(&["redact", "--policy", &path, "--stats", "-j", jobs]), input);
        let stats = String::from_utf8(output.stderr).unwrap();
        let lines: Vec<&str> = stats.lines().map(str::trim).collect();
        let expected =
            ["3 findings", "2   US_SSN", "2     entity", "1   PL_PESEL", "1     block", "1 blocked by the policy"];
        assert_eq!(lines[2..8], expected, "{stats}");
    }
}

#[test]
fn scan_tells_what_the_policy_would_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = policy(&folder, "p.toml", BLOCKS);
    let input = "x\nssn 219-09-9999\nPESEL: 44051401359\n";
    let text = ok(&["scan", "--policy", &path], input);
    let expected = "<stdin>:2:5: US_SSN very_likely us.ssn entity\n<stdin>:3:8: PL_PESEL very_likely pl.pesel block\n";
    assert_eq!(String::from_utf8(text).unwrap(), expected);
    let lines = String::from_utf8(ok(&["scan", "--policy", &path, "--format", "ndjson"], input)).unwrap();
    assert!(lines.contains("\"rule\":\"us.ssn\",\"action\":\"entity\"}"), "{lines}");
    assert_eq!(lines.lines().count(), 3);
}

#[test]
fn the_threshold_is_the_policys_unless_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = policy(&folder, "p.toml", "threshold = \"very_likely\"\ndefault = \"entity\"\n");
    let input = "219-09-9999";
    assert_eq!(ok(&["redact", "--policy", &path], input), input.as_bytes());
    assert_eq!(ok(&["redact", "--policy", &path, "--min-likelihood", "unlikely"], input), b"[US_SSN]");
}

#[test]
fn wrong_uses_of_policies() {
    let folder = tempfile::tempdir().unwrap();
    let plain = policy(&folder, "plain.toml", "default = \"entity\"\n");
    let hashes = policy(&folder, "hashes.toml", "default = { transform = \"hash\", key = \"default\" }\n");
    let aside = policy(&folder, "aside.toml", "default = \"entity\"\non_error = \"quarantine\"\n");
    let broken = policy(&folder, "broken.toml", "default = \"entty\"\nmode = \"watch\"\n");
    let quarantine = folder.path().join("q").to_str().unwrap().to_owned();
    let cases: [(&[&str], i32, &str); 12] = [
        (
            &["redact", "--policy", &aside, "--quarantine", &quarantine, "-o", &quarantine],
            64,
            "is the output and cannot be the quarantine",
        ),
        (&["redact", "--policy", &plain, "--transform", "redact"], 64, "--transform does not go with --policy"),
        (&["redact", "--policy", &plain, "--keep-last", "4"], 64, "--keep-last does not go with --policy"),
        (&["redact", "--policy", &hashes, "--key-env", "KEY"], 64, "--key-env does not go with --policy"),
        (&["redact", "--keys", "x"], 64, "--keys goes with --policy"),
        (&["redact", "--quarantine", &quarantine], 64, "--policy"),
        (&["redact", "--policy", &aside], 64, "say where to, --quarantine FILE"),
        (&["redact", "--policy", &hashes], 64, "keys are needed: --keys FILE, or the environment variable PRIVET_KEY"),
        (&["redact", "--policy", "hipaa"], 64, "ours are ccpa, gdpr-pseudonymise, hipaa-safe-harbor"),
        (&["redact", "--policy", "no/such.toml"], 66, "no/such.toml: no such file"),
        (&["redact", "--policy", &broken], 65, "privet: 2 problems in files of rules and policies"),
        (&["policy", "show", "hipaa"], 64, "privet policy list"),
    ];
    for (args, code, message) in cases {
        let (got, text) = fails(args, "ssn 219-09-9999");
        assert_eq!(got, code, "{args:?}: {text}");
        assert!(text.contains(message), "{args:?}: {text}");
    }
    assert!(!std::path::Path::new(&quarantine).exists());
    let (_, text) = fails(&["redact", "--policy", &broken], "");
    assert!(text.contains("broken.toml:3: ") && text.contains("broken.toml:4: "), "{text}");
}

#[test]
fn policies_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "default = \"entity\"\n[[statements]]\nentity = \"US_SNS\"\naction = \"block\"\n";
    let path = policy(&folder, "p.toml", lines);
    let output = privet(&["policy", "check", &path, "pci-dss"], "");
    assert_eq!(output.status.code(), Some(65));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with(&format!("{path}:5: ")) && text.ends_with("1 problem\n"), "{text}");
    assert_eq!(privet(&["policy", "check"], "").stdout, b"6 files checked: no problems\n");
    let list = String::from_utf8(privet(&["policy", "list"], "").stdout).unwrap();
    assert_eq!(list.lines().count(), 6);
    let shown = privet(&["policy", "show", "pci-dss"], "").stdout;
    assert_eq!(shown, privet_policy("pci-dss").as_bytes());
}

fn privet_policy(name: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    std::fs::read_to_string(root.join(format!("policies/{name}.toml"))).unwrap()
}

#[test]
fn an_explanation_names_the_line_and_no_value() {
    let folder = tempfile::tempdir().unwrap();
    let path = policy(&folder, "p.toml", BLOCKS);
    let out = ok(&["policy", "explain", "--policy", &path, "ssn 219-09-9999, PESEL: 44051401359"], "");
    let expected = format!(
        "bytes 4..15  US_SSN very_likely us.ssn\n  entity, by default ({path}:3)\n  \
         passed over statement ({path}:4): entity does not fit\n\
         bytes 24..35  PL_PESEL very_likely pl.pesel\n  block, by statement ({path}:4)\n"
    );
    assert_eq!(String::from_utf8(out).unwrap(), expected);
    let nothing = ok(&["policy", "explain", "--policy", &path, "-"], "nothing\n");
    assert_eq!(nothing, b"nothing is found that the policy is about\n");
}

#[test]
fn two_policies_are_compared_without_a_value() {
    let folder = tempfile::tempdir().unwrap();
    let old = policy(&folder, "old.toml", "default = { transform = \"mask\", keep_last = 4 }\n");
    let new =
        policy(&folder, "new.toml", &BLOCKS.replace("\"entity\"\n[[", "{ transform = \"mask\", keep_last = 2 }\n[["));
    let input = "ssn 219-09-9999\nnothing\nssn 219-09-9999 PESEL: 44051401359\n";
    let expected = "\
<stdin>:1: the same actions, with another outcome
<stdin>:3:24: PL_PESEL mask -> block
entity    old   new    findings
PL_PESEL  mask  block         1
US_SSN    mask  mask          2
";
    for jobs in ["1", "3"] {
        let out = ok(&["policy", "diff", &old, &new, "-j", jobs], input);
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
    let same = String::from_utf8(ok(&["policy", "diff", &old, &old], input)).unwrap();
    assert_eq!(same.lines().count(), 3, "{same}");
    assert!(!same.contains("->") && !same.contains("219"), "{same}");
    assert_eq!(fails(&with_rules(&["policy", "diff", &old, &new, "--stream"]), "").0, 64);
}
