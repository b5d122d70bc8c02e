//! Formats of payloads, and what becomes of those that cannot be read.

use std::io::Write as _;

use crate::{fails, ok, privet, with_rules, write};

const HEAD: &str = "name = \"p\"\ndescription = \"For a test.\"\ndefault = \"entity\"\n";

fn redacted(args: &[&str], input: &[u8]) -> Vec<u8> {
    let args: Vec<&str> = ["redact"].iter().chain(args).copied().collect();
    ok(&args, input)
}

#[test]
fn formats_are_read_by_their_structure() {
    let msgpack = b"\x81\xa3ssn\xab219-09-9999";
    let masked = b"\x81\xa3ssn\xa8[US_SSN]";
    let cases: [(&str, &[u8], &[u8]); 11] = [
        ("json", b"{\n \"ssn\":\n \"219-09-9999\"\n}\n", b"{\n \"ssn\":\n \"[US_SSN]\"\n}\n"),
        ("ndjson", b"{\"ssn\":219099999}\r\n\n[1]\n", b"{\"ssn\":\"[US_SSN]\"}\r\n\n[1]\n"),
        ("csv", b"id,ssn\r\n1,219099999\r\n2,\"219\n-\"\r\n", b"id,ssn\r\n1,[US_SSN]\r\n2,\"219\n-\"\r\n"),
        ("tsv", b"id\tssn\n1\t219099999", b"id\tssn\n1\t[US_SSN]"),
        ("logfmt", b"a=1 ssn=219099999\nb=2\n", b"a=1 ssn=[US_SSN]\nb=2\n"),
        ("form", b"a=1&ssn=219%2D09%2D9999\n", b"a=1&ssn=%5BUS_SSN%5D\n"),
        ("xml", b"<a><ssn>219099999</ssn>\n</a>", b"<a><ssn>[US_SSN]</ssn>\n</a>"),
        ("html", b"<p>My ssn: 219-09&#45;9999<br>", b"<p>My ssn: [US_SSN]<br>"),
        ("msgpack", msgpack, masked),
        ("cbor", b"\xa1\x63ssn\x6b219-09-9999", b"\xa1\x63ssn\x68[US_SSN]"),
        ("base64", b"c3NuIDIxOS0wOS05OTk5\nnone", b"c3NuIFtVU19TU05d\nnone"),
    ];
    for (format, input, expected) in cases {
        for jobs in ["1", "2"] {
            let out = redacted(&["--in", format, "-j", jobs], input);
            let (out, expected) = (String::from_utf8_lossy(&out), String::from_utf8_lossy(expected));
            assert_eq!(out, expected, "{format}");
        }
    }
}

#[test]
fn avro_and_protobuf_by_their_schemas() {
    let folder = tempfile::tempdir().unwrap();
    let fields = r#"{"type":"record","name":"r","fields":[{"name":"ssn","type":"string"}]}"#;
    let schema = write(folder.path(), "r.avsc", fields);
    assert_eq!(redacted(&["--in", "avro", "--schema", &schema], b"\x16219-09-9999"), b"\x10[US_SSN]");
    assert_eq!(redacted(&["--in", "protobuf"], b"\x0a\x10 ssn 219-09-9999"), b"\x0a\x0d ssn [US_SSN]");
    let broken = write(folder.path(), "broken.avsc", "{");
    let cases: [(&[&str], i32, &str); 6] = [
        (&["--in", "avro"], 64, "--in avro needs a schema: --schema FILE"),
        (&["--schema", &schema], 64, "--schema goes with --in avro"),
        (&["--in", "avro", "--schema", &broken], 65, "broken.avsc: schema"),
        (&["--in", "avro", "--schema", "no/such"], 66, "no such file"),
        (&["--in", "protobuf", "--message", "a.B"], 64, "--descriptors"),
        (&["--in", "protobuf", "--descriptors", &schema, "--message", "a.B"], 65, "r.avsc: schema"),
    ];
    for (args, code, message) in cases {
        let args: Vec<&str> = ["redact"].iter().chain(args).copied().collect();
        let (got, text) = fails(&args, "");
        assert_eq!(got, code, "{args:?}: {text}");
        assert!(text.contains(message), "{args:?}: {text}");
    }
    assert_eq!(fails(&["redact", "--in", "csv", "--stream"], "").0, 64);
}

#[test]
fn extensions_tell_tables_and_markup_only() {
    let folder = tempfile::tempdir().unwrap();
    let table = "id,ssn\n1,219099999\n";
    let csv = write(folder.path(), "a.csv", table);
    let text = write(folder.path(), "a.txt", table);
    assert_eq!(redacted(&[&csv], b""), b"id,ssn\n1,[US_SSN]\n");
    assert_eq!(redacted(&[&text], b""), table.as_bytes());
    assert_eq!(redacted(&["--in", "text", &csv], b""), table.as_bytes());
    assert_eq!(redacted(&["--in", "csv", &text], b""), b"id,ssn\n1,[US_SSN]\n");
    let json = write(folder.path(), "a.json", "{\n\"ssn\":\n\"219099999\"}\n");
    assert_eq!(redacted(&[&json], b""), b"{\n\"ssn\":\n\"219099999\"}\n", "line by line");
    assert_eq!(redacted(&["--in", "json", &json], b""), b"{\n\"ssn\":\n\"[US_SSN]\"}\n");
}

#[test]
fn rows_keep_their_order_and_their_header_over_batches() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "[[statements]]\nentity = \"PL_PESEL\"\naction = \"block\"\n";
    let policy = write(folder.path(), "p.toml", format!("{HEAD}{lines}"));
    let (mut input, mut expected, mut blocked) = (Vec::new(), Vec::new(), 0);
    writeln!(input, "id;note;ssn;pesel").unwrap();
    expected.extend_from_slice(&input);
    for n in 0..40_000 {
        let note = if n % 3 == 0 { "\"a; \"\"line\"\"\nand another\"".to_owned() } else { "word ".repeat(n % 9) };
        match n % 7 {
            0 => {
                writeln!(input, "{n};{note};219099999;").unwrap();
                writeln!(expected, "{n};{note};[US_SSN];").unwrap();
            }
            4 => {
                writeln!(input, "{n};{note};;44051401359").unwrap();
                blocked += 1;
            }
            _ => {
                writeln!(input, "{n};{note};;").unwrap();
                writeln!(expected, "{n};{note};;").unwrap();
            }
        }
    }
    assert!(input.len() > 1 << 20, "more than a batch");
    for jobs in ["1", "4"] {
        let output = privet(&with_rules(&["redact", "--in", "csv", "--policy", &policy, "-j", jobs]), &input);
        assert_eq!(output.status.code(), Some(77));
        assert!(output.stdout == expected);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(told, format!("privet: the policy blocked {blocked} payloads\n"));
    }
}

#[test]
fn what_cannot_be_read_is_held_back_unless_the_policy_says_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let input = "a,ssn\nx,219-09-9999\n\"y\"z,219-09-9998\nw,219-09-9997\n";
    let file = write(folder.path(), "a.csv", input);
    let quarantine = folder.path().join("aside").to_str().unwrap().to_owned();
    let (head, bad, tail) = ("a,ssn\nx,[US_SSN]\n", "\"y\"z,219-09-9998\n", "w,[US_SSN]\n");
    let raw = "\"y\"z,[US_SSN]\n";
    for (on_error, said, kept, aside, code) in [
        ("block", "blocked", "", "", 65),
        ("quarantine", "put aside", "", bad, 65),
        ("raw-scan", "read as text", raw, "", 0),
        ("pass", "passed on as it is", bad, "", 0),
    ] {
        let policy = write(folder.path(), "p.toml", format!("{HEAD}on_error = \"{on_error}\"\n"));
        for jobs in ["1", "3"] {
            let _ = std::fs::remove_file(&quarantine);
            let args = ["redact", &file, "--policy", &policy, "--quarantine", &quarantine, "--stats", "-j", jobs];
            let output = privet(&with_rules(&args), "");
            assert_eq!(output.status.code(), Some(code), "{on_error}");
            assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{head}{kept}{tail}"), "{on_error}");
            assert_eq!(std::fs::read_to_string(&quarantine).unwrap(), aside, "{on_error}");
            let told = String::from_utf8(output.stderr).unwrap();
            let first = format!("privet: {file}:3: a delimiter expected, at byte 3: {said}\n");
            assert!(told.starts_with(&first), "{told}");
            assert!(told.contains(&format!("1 that could not be read, {said}\n")), "{told}");
            assert!(told.ends_with(&format!("privet: 1 payload could not be read: 1 {said}\n")), "{told}");
            assert!(!told.contains("219-09"), "{told}");
        }
    }
    // Without a policy nothing goes out that cannot be read.
    let output = privet(&with_rules(&["redact", &file]), "");
    assert_eq!(output.status.code(), Some(65));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{head}{tail}"));
}

#[test]
fn a_payload_beyond_the_limit_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let quarantine = folder.path().join("aside").to_str().unwrap().to_owned();
    let long = format!("{{\"a\":\"{}\",\"ssn\":\"219-09-9999\"}}", "x".repeat(3 << 20));
    let short = "{\"ssn\":\"219-09-9999\"}";
    let input = format!("{short}\n{long}\n{short}\n");
    let masked = short.replace("219-09-9999", "[US_SSN]");
    let kept = |middle: &str| format!("{masked}\n{middle}{masked}\n");
    let masked_long = format!("{}\n", long.replace("219-09-9999", "[US_SSN]"));
    let raw = format!("{long}\n");
    for (on_error, out, aside) in [
        ("block", kept(""), ""),
        ("quarantine", kept(""), &raw),
        ("raw-scan", kept(&masked_long), ""),
        ("pass", kept(&raw), ""),
    ] {
        let policy = write(folder.path(), "p.toml", format!("{HEAD}on_error = \"{on_error}\"\n"));
        for jobs in ["1", "3"] {
            let _ = std::fs::remove_file(&quarantine);
            let args = ["redact", "--policy", &policy, "--quarantine", &quarantine, "--max-payload", "1", "-j", jobs];
            let output = privet(&with_rules(&args), &input);
            assert!(output.stdout == out.as_bytes(), "{on_error}");
            assert!(std::fs::read(&quarantine).unwrap() == aside.as_bytes(), "{on_error}");
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(told.starts_with("privet: <stdin>:2: is larger than 1048576 bytes: "), "{told}");
        }
    }
    for args in [&["redact", "--in", "json"][..], &["scan", "--in", "json"]] {
        let args: Vec<&str> = args.iter().copied().chain(["--max-payload", "1"]).collect();
        let output = privet(&with_rules(&args), &long);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(65), 0));
    }
}

#[test]
fn findings_in_what_is_wrapped_are_told() {
    // In base64: "my ssn is 219-09-9999, thanks"; and in that of a line, "ssn 219-09-9999".
    let wrapped = "{\"a\":\"bXkgc3NuIGlzIDIxOS0wOS05OTk5LCB0aGFua3M=\"}\n";
    for (format, input) in [("ndjson", wrapped), ("base64", "c3NuIDIxOS0wOS05OTk5\n")] {
        for command in ["redact", "scan"] {
            let output = privet(&with_rules(&[command, "--in", format, "--fail-on-findings", "--stats"]), input);
            assert_eq!(output.status.code(), Some(1), "{command} {format}");
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(told.contains("1 findings\n") && told.contains("1   US_SSN\n"), "{told}");
            assert!(command == "scan" || output.stdout != input.as_bytes());
        }
    }
    assert_eq!(ok(&["scan", "--in", "ndjson"], wrapped), b"<stdin>:1:7: US_SSN very_likely us.ssn\n");
}

#[test]
fn the_limit_is_exact() {
    let limit = 1 << 20;
    for (format, more, code) in [("ndjson", 0, 0), ("ndjson", 1, 65), ("json", 0, 0), ("json", 1, 65), ("csv", 1, 65)] {
        let payload = match format {
            "csv" => format!("\"{}\"", "x\n".repeat(limit / 2)),
            _ => format!("\"{}\"", "x".repeat(limit + more - 2)),
        };
        for end in ["\n", ""] {
            // Of a file that is one payload, the line end is part.
            let end = if format == "json" { "" } else { end };
            let output =
                privet(&with_rules(&["redact", "--in", format, "--max-payload", "1"]), format!("{payload}{end}"));
            assert_eq!(output.status.code(), Some(code), "{format} {more}");
            assert_eq!(output.stdout.is_empty(), code > 0);
        }
    }
}

#[test]
fn a_payload_goes_out_before_the_next_one_comes() {
    use std::io::{BufRead as _, BufReader};
    for (format, jobs) in [("ndjson", "1"), ("csv", "3")] {
        let args = with_rules(&["redact", "--in", format, "-j", jobs]);
        let mut child = crate::command(&args).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        for n in 0..3 {
            writeln!(input, "\"{n} ssn 219-09-9999\"").unwrap();
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            assert_eq!(line, format!("\"{n} ssn [US_SSN]\"\n"));
        }
        drop(input);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn scan_places_findings_in_the_file() {
    let csv = "id,ssn\n1,\"two\nlines\"\n2,219-09-9999\n";
    let text = ok(&["scan", "--in", "csv", "--show"], csv);
    assert_eq!(String::from_utf8(text).unwrap(), "<stdin>:4:3: US_SSN very_likely us.ssn: 219-09-9999\n");
    let json = "{\n  \"a\": 1,\n  \"ssn\": \"219-09-9999\"\n}\n";
    let text = ok(&["scan", "--in", "json"], json);
    assert_eq!(String::from_utf8(text).unwrap(), "<stdin>:3:11: US_SSN very_likely us.ssn\n");
    let (code, told) = fails(&with_rules(&["scan", "--in", "json"]), "{\"a\":\n");
    assert_eq!(code, 65);
    let expected = "privet: <stdin>:1: ends too early, at byte 6: not scanned\n\
                    privet: 1 payload could not be read: 1 not scanned\n";
    assert_eq!(told, expected);
}
