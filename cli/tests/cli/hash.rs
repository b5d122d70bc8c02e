//! Keys of hashes.

use crate::{command, fails, ok, run, with_rules, write};

const HASH: [&str; 3] = ["redact", "--transform", "hash"];

fn hashed(args: &[&str]) -> String {
    let args: Vec<&str> = HASH.iter().chain(args).copied().collect();
    String::from_utf8(ok(&args, "ssn 219-09-9999")).unwrap()
}

#[cfg(unix)]
fn allow(path: &str, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
#[cfg(unix)]
fn a_key_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let hex = write(folder.path(), "hex", "000102030405060708090a0b0c0d0e0f\n");
    let raw = write(folder.path(), "raw", (0..16).collect::<Vec<u8>>());
    for path in [&hex, &raw] {
        allow(path, 0o600);
    }
    let by_hex = hashed(&["--key-file", &hex]);
    assert!(by_hex.starts_with("ssn [US_SSN:k1:") && by_hex.len() == "ssn [US_SSN:k1:]".len() + 32, "{by_hex}");
    assert_eq!(by_hex, hashed(&["--key-file", &raw]), "hex digits and the bytes they stand for are the same key");
    assert!(hashed(&["--key-file", &hex, "--key-id", "2026"]).starts_with("ssn [US_SSN:2026:"));
    let mut command = command(&with_rules(&["redact", "--transform", "hash", "--key-env", "KEY"]));
    let output = run(command.env("KEY", "000102030405060708090A0B0C0D0E0F"), "ssn 219-09-9999");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), by_hex);
}

#[test]
#[cfg(unix)]
fn keys_that_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name, content: &str, mode| {
        let path = write(folder.path(), name, content);
        allow(&path, mode);
        path
    };
    let good = "000102030405060708090a0b0c0d0e0f";
    let open = path("open", good, 0o644);
    let short = path("short", "0001020304", 0o600);
    let long = path("long", &"k".repeat(5000), 0o600);
    let fine = path("fine", good, 0o400);
    let missing = folder.path().join("missing").to_str().unwrap().to_owned();
    let cases: [(&[&str], i32, &str); 7] = [
        (&["--key-file", &open], 65, "others may read the key"),
        (&["--key-file", &short], 65, "shorter than 16 bytes"),
        (&["--key-file", &long], 65, "at most 4096 bytes"),
        (&["--key-file", &missing], 66, "no such file"),
        (&["--key-env", "PRIVET_NO_SUCH_KEY"], 66, "is not set"),
        (&["--key-file", &fine, "--key-id", "a b"], 64, "--key-id"),
        (&["--key-file", &fine, "--key-env", "KEY"], 64, "cannot be used with"),
    ];
    for (args, code, message) in cases {
        let args: Vec<&str> = HASH.iter().chain(args).copied().collect();
        let (got, text) = fails(&args, "ssn 219-09-9999");
        assert_eq!(got, code, "{args:?}: {text}");
        assert!(text.contains(message) && !text.contains("0001020304"), "{args:?}: {text}");
    }
}
