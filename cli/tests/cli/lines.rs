//! Records are lines, and their bytes stay what they are.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use crate::{RULES, ok, write};

#[test]
fn bytes_outside_findings_are_kept() {
    let cases: [(&[u8], &[u8]); 10] = [
        (b"", b""),
        (b"\n", b"\n"),
        (b"\n\n\r\n", b"\n\n\r\n"),
        (b"no end", b"no end"),
        (b"ssn 219-09-9999", b"ssn [US_SSN]"),
        (b"ssn 219-09-9999\r\nx\r\n", b"ssn [US_SSN]\r\nx\r\n"),
        (b"\xff\xfe ssn 219-09-9999 \x80\n", b"\xff\xfe ssn [US_SSN] \x80\n"),
        (b"\0ssn 219-09-9999\0\n\0", b"\0ssn [US_SSN]\0\n\0"),
        ("żółć ssn 219-09-9999 漢字\n".as_bytes(), "żółć ssn [US_SSN] 漢字\n".as_bytes()),
        // A record ends with its line: the name before says nothing about the number after.
        (b"ssn\n219099999\n", b"ssn\n219099999\n"),
    ];
    for (input, expected) in cases {
        for jobs in ["1", "3"] {
            assert_eq!(ok(&["redact", "-j", jobs], input), expected, "{input:?}");
        }
    }
}

#[test]
fn a_stream_is_read_across_lines() {
    assert_eq!(ok(&["redact", "--stream"], "ssn\n219099999\n"), b"ssn\n[US_SSN]\n");
    let found = ok(&["scan", "--stream", "--show"], "x\ny ssn\n 219099999\nz PESEL: 44051401359");
    let found = String::from_utf8(found).unwrap();
    assert_eq!(found.lines().count(), 2, "{found}");
    assert!(found.starts_with("<stdin>:3:2: US_SSN") && found.contains(": 219099999\n"), "{found}");
    assert!(found.contains("<stdin>:4:10: PL_PESEL") && found.contains(": 44051401359\n"), "{found}");
}

#[test]
fn transforms() {
    let with = |args: &[&str]| {
        let args: Vec<&str> = ["redact"].iter().chain(args).copied().collect();
        String::from_utf8(ok(&args, "ssn 219-09-9999")).unwrap()
    };
    assert_eq!(with(&["--transform", "redact"]), "ssn [REDACTED]");
    assert_eq!(with(&["--transform", "replace", "--with", "gone"]), "ssn gone");
    assert_eq!(with(&["--transform", "mask", "--keep-last", "4"]), "ssn *******9999");
    assert_eq!(with(&["--transform", "mask", "--mask-char", "x", "--keep-first", "2"]), "ssn 21xxxxxxxxx");
}

#[test]
fn threads_keep_the_order() {
    let mut input = Vec::new();
    for n in 0..60_000 {
        match n % 7 {
            0 => writeln!(input, "{n} ssn 219-09-{:04} and more", 1 + n % 9000).unwrap(),
            3 => writeln!(input, "{}", "long ".repeat(n % 400)).unwrap(),
            _ => writeln!(input, "{n} nothing").unwrap(),
        }
    }
    for command in [&["redact"][..], &["scan", "--format", "ndjson"], &["scan"]] {
        let alone = ok(command, &input);
        for jobs in ["2", "5", "0"] {
            let args: Vec<&str> = command.iter().copied().chain(["-j", jobs]).collect();
            assert!(ok(&args, &input) == alone, "{args:?}");
        }
    }
}

#[test]
fn files_follow_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let a = write(folder.path(), "a", "ssn 219-09-9999");
    let b = write(folder.path(), "b", " tail\n");
    let out = folder.path().join("out");
    assert_eq!(ok(&["redact", &a, "-", &b, "-o", out.to_str().unwrap()], "!"), b"");
    assert_eq!(std::fs::read(out).unwrap(), b"ssn [US_SSN]! tail\n");
}

#[test]
fn a_line_is_written_before_the_next_one_comes() {
    for jobs in ["1", "3"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_privet"))
            .args(["redact", "-j", jobs])
            .args(RULES)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        for n in 0..3 {
            writeln!(input, "{n} ssn 219-09-9999").unwrap();
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            assert_eq!(line, format!("{n} ssn [US_SSN]\n"));
        }
        drop(input);
        assert!(child.wait().unwrap().success());
    }
}
