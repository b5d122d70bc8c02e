//! What other programs rely on, to the letter.

use crate::{command, fails, ok, privet, run, spans, with_rules, write};

#[test]
fn ndjson_is_one_object_a_line_in_order() {
    let input = "nothing here\nssn 219-09-9999 and PESEL: 44051401359\n\nlast";
    let expected = concat!(
        r#"{"record":0,"findings":[]}"#,
        "\n",
        r#"{"record":1,"findings":[{"entity":"US_SSN","start":4,"end":15,"likelihood":"very_likely","rule":"us.ssn"},"#,
        r#"{"entity":"PL_PESEL","start":27,"end":38,"likelihood":"very_likely","rule":"pl.pesel"}]}"#,
        "\n",
        r#"{"record":2,"findings":[]}"#,
        "\n",
        r#"{"record":3,"findings":[]}"#,
        "\n",
    );
    assert_eq!(String::from_utf8(ok(&["scan", "--format", "ndjson"], input)).unwrap(), expected);
}

#[test]
fn records_count_on_over_files() {
    let folder = tempfile::tempdir().unwrap();
    let a = write(folder.path(), "a", "x\ny");
    let b = write(folder.path(), "b", "");
    let c = write(folder.path(), "c", "ssn 219-09-9999\n");
    let out = String::from_utf8(ok(&["scan", "--format", "ndjson", &a, &b, &c], "")).unwrap();
    let records: Vec<_> = out.lines().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(records, [r#"{"record":0"#, r#"{"record":1"#, r#"{"record":2"#]);
    let text = String::from_utf8(ok(&["scan", &a, &b, &c], "")).unwrap();
    assert_eq!(text, format!("{c}:1:5: US_SSN very_likely us.ssn\n"));
}

#[test]
fn text_hides_values_unless_asked() {
    let input = "one\nssn 219-09-9999\n";
    assert_eq!(ok(&["scan"], input), b"<stdin>:2:5: US_SSN very_likely us.ssn\n");
    assert_eq!(ok(&["scan", "-", "--show"], input), b"<stdin>:2:5: US_SSN very_likely us.ssn: 219-09-9999\n");
    let coloured = String::from_utf8(ok(&["scan", "--color", "always"], input)).unwrap();
    assert!(coloured.contains("\u{1b}[") && coloured.contains("US_SSN"), "{coloured}");
}

#[test]
fn table_counts_records_and_findings() {
    let input = "ssn 219-09-9999 ssn 219-09-9998\nssn 219-09-9999\nPESEL: 44051401359\n";
    let expected = "\
entity    rule      records  findings  very_likely  likely  possible
US_SSN    us.ssn          2         3            3       0         0
PL_PESEL  pl.pesel        1         1            1       0         0
";
    assert_eq!(String::from_utf8(ok(&["scan", "--format", "table"], input)).unwrap(), expected);
    assert_eq!(String::from_utf8(ok(&["scan", "--format", "table", "-j", "3"], input)).unwrap(), expected);
}

#[test]
fn redact_masks_what_scan_shows() {
    let input = "ssn 219-09-9999, again: ssn 219-09-9998\r\n\0\u{0}PESEL: 44051401359\n{\"ssn\":219099999}\nfree\n";
    let scanned = String::from_utf8(ok(&["scan", "--format", "ndjson"], input)).unwrap();
    let mut expected = Vec::new();
    for (record, line) in input.split_inclusive('\n').zip(scanned.lines()) {
        let mut at = 0;
        for (start, end, _) in spans(line) {
            expected.extend_from_slice(&record.as_bytes()[at..start]);
            expected.push(b'#');
            at = end;
        }
        expected.extend_from_slice(&record.as_bytes()[at..]);
    }
    let redacted = ok(&["redact", "--transform", "replace", "--with", "#"], input);
    // A number stays a value: it is quoted.
    let redacted = String::from_utf8(redacted).unwrap().replace("\"#\"", "#");
    assert_eq!(redacted.as_bytes(), expected);
}

#[test]
fn exit_code_tells_of_findings() {
    assert_eq!(fails(&with_rules(&["scan", "--fail-on-findings"]), "ssn 219-09-9999\n").0, 1);
    assert_eq!(fails(&with_rules(&["redact", "--fail-on-findings"]), "ssn 219-09-9999\n").0, 1);
    assert_eq!(fails(&with_rules(&["scan", "--fail-on-findings"]), "nothing\n").0, 0);
}

#[test]
fn the_threshold_decides() {
    let input = "PESEL 44051401359 or 44051401359\n";
    let count = |level| {
        let args = ["scan", "--format", "ndjson", "--min-likelihood", level, "--rules", "pl.pesel"];
        spans(String::from_utf8(privet(&args, input).stdout).unwrap().trim_end()).len()
    };
    assert!(count("very_likely") <= count("possible"));
    assert_eq!(count("very_unlikely"), 2);
}

#[test]
fn stats_count_on_the_error_stream() {
    let output = privet(&with_rules(&["redact", "--stats"]), "ssn 219-09-9999\nx\n");
    let stats = String::from_utf8(output.stderr).unwrap();
    for row in ["2 records", "18 bytes", "1 findings", "1   US_SSN", "seconds", "MB/s"] {
        assert!(stats.contains(row), "{row}: {stats}");
    }
    assert_eq!(output.stdout, b"ssn [US_SSN]\nx\n");
}

#[test]
fn every_backend_finds_the_same() {
    let input = "ssn 219-09-9999 PESEL: 44051401359\n";
    let by = |name| {
        let mut command = command(&with_rules(&["scan", "--format", "ndjson"]));
        run(command.env("PRIVET_FORCE_BACKEND", name), input)
    };
    assert_eq!(by("naive").stdout, by("portable").stdout);
    assert_eq!(by("warp").status.code(), Some(64));
}
