//! Why something is found, or is not.

use crate::ok;

#[test]
fn every_match_with_what_became_of_it() {
    let text = "ssn 219-09-9999, PESEL: 44051401358";
    let out = String::from_utf8(ok(&["explain", text], "")).unwrap();
    let line = |words: &[&str]| {
        let found = out.lines().any(|line| words.iter().all(|word| line.contains(word)));
        assert!(found, "{words:?}\n{out}");
    };
    line(&["219-09-9999", "bytes 4..15"]);
    line(&["found", "very_likely", "US_SSN", "us.ssn (hyphens)", "valid", "\"ssn\" +2"]);
    line(&["check failed", "PL_PESEL", "pl.pesel", "invalid"]);
    assert!(out.ends_with("\n\nssn [US_SSN], PESEL: 44051401358\n"), "{out}");
    assert_eq!(ok(&["explain", "-"], format!("{text}\n")), out.as_bytes());
    assert_eq!(ok(&["explain", "nothing"], ""), b"no rule matches\n\nnothing\n");
}
