//! Input of any size in little memory.

use std::fs;
use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::{RULES, ok, spans};

/// What the command may use, in KB.
const MOST_KB: u64 = 64 << 10;

fn spawn(args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_privet"));
    command.args(args).args(RULES).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
}

/// The most memory that the process has used, in KB.
fn peak(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Feeds a piece over and over and returns the bytes that came out, and the memory it took.
fn feed(args: &[&str], piece: &[u8], times: usize) -> (Vec<u8>, u64) {
    let mut child = spawn(args);
    let mut output = child.stdout.take().unwrap();
    let reader = thread::spawn(move || {
        let mut bytes = Vec::new();
        output.read_to_end(&mut bytes).unwrap();
        bytes
    });
    let mut input = child.stdin.take().unwrap();
    for _ in 0..times {
        input.write_all(piece).unwrap();
    }
    // What is still in the pipe is read at once.
    thread::sleep(Duration::from_millis(100));
    let memory = peak(&child);
    drop(input);
    let bytes = reader.join().unwrap();
    assert!(child.wait().unwrap().success());
    (bytes, memory)
}

#[test]
#[cfg(target_os = "linux")]
fn one_long_line_takes_little_memory() {
    let piece = format!("{} ssn 219-09-9999 {}", "word ".repeat(2000), "word ".repeat(2000));
    let masked = piece.replace("219-09-9999", "[US_SSN]");
    let times = (50 << 20) / piece.len();
    for jobs in ["1", "2"] {
        let (bytes, memory) = feed(&["redact", "-j", jobs], piece.as_bytes(), times);
        assert!(memory < MOST_KB, "{memory} KB");
        assert!(bytes == masked.repeat(times).as_bytes());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn many_lines_take_little_memory() {
    let line = format!("ssn 219-09-9999 {}\n", "word ".repeat(100));
    let masked = line.replace("219-09-9999", "[US_SSN]");
    let times = (50 << 20) / line.len();
    let (bytes, memory) = feed(&["redact", "-j", "4"], line.as_bytes(), times);
    assert!(memory < MOST_KB, "{memory} KB");
    assert!(bytes == masked.repeat(times).as_bytes());
}

#[test]
fn a_long_line_is_a_record_like_any_other() {
    let filler = "filler text, ".repeat(100_000);
    let long = format!("{filler}ssn 219-09-9999 {filler}PESEL: 44051401359");
    let input = format!("ssn 219-09-9998\n{long}\r\n{long}\nssn 219-09-9997 {}", &filler[..10]);
    for jobs in ["1", "3"] {
        let redacted = String::from_utf8(ok(&["redact", "-j", jobs], &input)).unwrap();
        let expected = input
            .replace("219-09-9999", "[US_SSN]")
            .replace("219-09-9998", "[US_SSN]")
            .replace("219-09-9997", "[US_SSN]")
            .replace("44051401359", "[PL_PESEL]");
        assert!(redacted == expected);
        let scanned = String::from_utf8(ok(&["scan", "--format", "ndjson", "-j", jobs], &input)).unwrap();
        let lines: Vec<_> = scanned.lines().collect();
        assert_eq!(lines.len(), 4);
        let at = filler.len() + 4;
        let end = long.len();
        let both = vec![(at, at + 11, "US_SSN".to_owned()), (end - 11, end, "PL_PESEL".to_owned())];
        assert_eq!(spans(lines[1]), both);
        assert_eq!(spans(lines[2]), both);
        assert!(lines[3].starts_with(r#"{"record":3,"findings":[{"#), "{}", lines[3]);
        let text = String::from_utf8(ok(&["scan", "--show", "-j", jobs], &input)).unwrap();
        assert!(text.contains(&format!("<stdin>:3:{}: US_SSN very_likely us.ssn: 219-09-9999\n", at + 1)), "{text}");
    }
}

#[test]
fn long_json_is_read_with_its_escapes() {
    let filler = "\"filler\",".repeat(200_000);
    let input = format!("[{filler}{{\"ssn\":\"219-09-999\\u0039\",\"n\":1}}]\n");
    let expected = input.replace("219-09-999\\u0039", "[US_SSN]");
    assert!(ok(&["redact"], &input) == expected.as_bytes());
}

#[test]
fn lines_of_any_length_around_the_limit() {
    let limit = 512 << 10;
    for len in [limit - 1, limit, limit + 1, limit + (256 << 10), limit + (256 << 10) + 1] {
        let value = "ssn 219-09-9999";
        let line = format!("{}{value}", ".".repeat(len - value.len()));
        let input = format!("{line}\n{line}");
        let expected = input.replace("219-09-9999", "[US_SSN]");
        assert!(ok(&["redact"], &input) == expected.as_bytes(), "{len}");
    }
}
