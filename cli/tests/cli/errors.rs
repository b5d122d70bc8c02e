//! What goes wrong, and how it is told.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use crate::{RULES, fails, privet, with_rules, write};

#[test]
fn wrong_command_lines() {
    let cases: [(&[&str], &str); 13] = [
        (&[], "Usage"),
        (&["reduct"], "redact"),
        (&["scan", "--format", "jason"], "ndjson"),
        (&["scan", "--min-likelihood", "likly"], "likely"),
        (&["scan", "--rules", "us.sns"], "did you mean \"us.ssn\"?"),
        (&["scan", "--rules", "-all"], "leaves no rule"),
        (&["scan", "--format", "table", "--show"], "--show goes with"),
        (&["redact", "--transform", "replace"], "--with"),
        (&["redact", "--with", "x"], "--with goes with --transform replace"),
        (&["redact", "--keep-last", "4"], "--keep-last goes with --transform mask"),
        (&["redact", "--transform", "replace", "--with", "a\nb"], "may not hold"),
        (&["redact", "--transform", "mask", "--mask-char", "\""], "printable ASCII"),
        (&["redact", "--transform", "hash"], "needs a key"),
    ];
    for (args, message) in cases {
        let (code, text) = fails(args, "");
        assert_eq!(code, 64, "{args:?}: {text}");
        assert!(text.contains(message), "{args:?}: {text}");
    }
}

#[test]
fn the_other_files_are_read_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let a = write(folder.path(), "a", "ssn 219-09-9999\n");
    let missing = folder.path().join("missing");
    let b = write(folder.path(), "b", "end\n");
    let args = ["redact", &a, missing.to_str().unwrap(), folder.path().to_str().unwrap(), &b];
    for jobs in ["1", "2"] {
        let args: Vec<&str> = args.iter().copied().chain(["-j", jobs]).collect();
        let output = privet(&with_rules(&args), "");
        assert_eq!(output.status.code(), Some(66));
        assert_eq!(output.stdout, b"ssn [US_SSN]\nend\n");
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(text.contains("missing: no such file or directory") && text.lines().count() == 2, "{text}");
    }
}

#[test]
fn an_output_that_cannot_be() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("no/such/folder");
    assert_eq!(fails(&with_rules(&["redact", "-o", below.to_str().unwrap()]), "").0, 73);
    let file = write(folder.path(), "a", "ssn 219-09-9999\n");
    let (code, text) = fails(&with_rules(&["redact", &file, "-o", &file]), "");
    assert_eq!(code, 64, "{text}");
    assert_eq!(std::fs::read(&file).unwrap(), b"ssn 219-09-9999\n", "an input is never overwritten");
    #[cfg(target_os = "linux")]
    assert_eq!(fails(&with_rules(&["redact", "-o", "/dev/full"]), "x\n").0, 74);
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_fails_while_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let b = write(folder.path(), "b", "ssn 219-09-9999\n");
    // The first page of a process is never mapped: the file opens, and reading it fails.
    let output = privet(&with_rules(&["redact", "/proc/self/mem", &b]), "");
    assert_eq!(output.status.code(), Some(74), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.stdout, b"ssn [US_SSN]\n");
}

#[test]
fn a_closed_pipe_is_no_error() {
    for (flag, code) in [("--stats", 0), ("--fail-on-findings", 1)] {
        for jobs in ["1", "3"] {
            let mut child = Command::new(env!("CARGO_BIN_EXE_privet"))
                .args(["scan", flag, "-j", jobs])
                .args(RULES)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let mut input = child.stdin.take().unwrap();
            let feeder = std::thread::spawn(move || while input.write_all(b"ssn 219-09-9999\n").is_ok() {});
            let mut line = String::new();
            BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
            assert_eq!(line, "<stdin>:1:5: US_SSN very_likely us.ssn\n");
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(code));
            let text = String::from_utf8(output.stderr).unwrap();
            assert!(!text.contains("panicked") && !text.contains("privet:"), "{text}");
            feeder.join().unwrap();
        }
    }
}

#[test]
fn no_error_shows_a_message() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    let args = ["redact", "-", missing.to_str().unwrap(), "-o", "/dev/full", "--stats"];
    let (_, text) = fails(&with_rules(&args), "canary ssn 219-09-9999\n");
    assert!(!text.contains("canary") && !text.contains("219-09-9999"), "{text}");
}
