//! The help as users see it, and what is made from the same definition. `UPDATE_GOLDEN=1` writes the files anew.

use std::path::Path;

use crate::{fails, privet};

#[test]
fn help_is_as_it_was() {
    let commands: [&[&str]; 28] = [
        &[],
        &["redact"],
        &["scan"],
        &["explain"],
        &["rules"],
        &["rules", "list"],
        &["rules", "show"],
        &["rules", "check"],
        &["rules", "test"],
        &["rules", "collide"],
        &["rules", "diff"],
        &["rules", "docs"],
        &["rules", "sets"],
        &["policy"],
        &["policy", "list"],
        &["policy", "show"],
        &["policy", "check"],
        &["policy", "explain"],
        &["policy", "diff"],
        &["keys"],
        &["keys", "generate"],
        &["keys", "rotate"],
        &["keys", "add"],
        &["keys", "shred"],
        &["keys", "list"],
        &["reidentify"],
        &["bench"],
        &["man"],
    ];
    for command in commands {
        let args: Vec<&str> = command.iter().copied().chain(["--help"]).collect();
        let output = privet(&args, "");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        let name = if command.is_empty() { "privet".to_owned() } else { command.join("-") };
        is_golden(&name, output.stdout);
    }
}

/// A changed rule is a change that users see: which rules there are shows in the difference of a file.
#[test]
fn rules_are_as_they_were() {
    is_golden("list-of-rules", privet(&["rules", "list"], "").stdout);
}

fn is_golden(name: &str, output: Vec<u8>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.txt"));
    let text = String::from_utf8(output).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == golden, "{}: run with UPDATE_GOLDEN=1 and look at the difference\n{text}", path.display());
}

#[test]
fn version_completions_and_pages() {
    assert!(privet(&["--version"], "").stdout.starts_with(b"privet "));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = privet(&["completions", shell], "");
        assert!(output.status.success() && String::from_utf8(output.stdout).unwrap().contains("redact"), "{shell}");
    }
    assert!(privet(&["man"], "").stdout.starts_with(b".ie"));
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    assert_eq!(fails(&["man", pages.to_str().unwrap()], "").0, 0);
    for page in ["privet.1", "privet-redact.1", "privet-bench.1", "privet-rules-check.1"] {
        assert!(pages.join(page).exists(), "{page}");
    }
}
