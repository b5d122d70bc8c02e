//! Crypto-shredding, and what else a file of keys promises, from outside.

use std::fs;
use std::path::PathBuf;

use privet_core::{
    DateShift, Encrypt, Key, KeyError, KeyProvider, Place, ReidentifyError, Tokenize, Transform, reidentify,
};
use privet_keys::{ErrorKind, KeyFile, State};
use tempfile::TempDir;

fn fresh() -> (TempDir, PathBuf, KeyFile) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("keys.toml");
    let keys = KeyFile::create(&path).expect("a new file");
    (folder, path, keys)
}

fn tokens(key: &Key, value: &[u8]) -> [Vec<u8>; 2] {
    [Transform::Tokenize(Tokenize::new(key)), Transform::Encrypt(Encrypt::new(key))]
        .map(|transform| transform.apply("US_SSN", value, Place::default()))
}

#[test]
fn what_was_masked_under_a_shredded_scope_cannot_be_reversed() {
    let (folder, path, mut keys) = fresh();
    keys.add_scope("subject:123").unwrap();
    keys.add_scope("jurisdiction:DE").unwrap();
    let theirs = tokens(&keys.scoped("subject:123").unwrap(), b"123-45-6789");
    let others = tokens(&keys.scoped("jurisdiction:DE").unwrap(), b"123-45-6789");
    assert_ne!(theirs, others);
    for token in theirs.iter().chain(&others) {
        assert_eq!(reidentify(token, &keys).unwrap().expose(), b"123-45-6789");
    }
    let secret = keys.scoped("subject:123").unwrap().expose().to_vec();
    let before = folder.path().join("another name of the old file");
    fs::hard_link(&path, &before).unwrap();

    keys.shred("subject:123").unwrap();

    // In this process, and in one that reads the file.
    for keys in [&keys, &KeyFile::open(&path).unwrap()] {
        for token in &theirs {
            assert_eq!(reidentify(token, keys).unwrap_err(), ReidentifyError::Key(KeyError::Shredded));
        }
        for token in &others {
            assert_eq!(reidentify(token, keys).unwrap().expose(), b"123-45-6789");
        }
        assert_eq!(keys.scoped("subject:123").unwrap_err(), KeyError::Shredded);
        assert_eq!(keys.entries().iter().filter(|entry| entry.state == State::Shredded).count(), 1);
    }
    // The wrapped key is in no file: the old one holds nothing but zeros, the new one has no entry of it.
    assert!(fs::read(&before).unwrap().iter().all(|&byte| byte == 0));
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("wrapped = ").count(), 1);
    // Nor does any key that is left open a token of the one that is gone.
    for key in [keys.key(None).unwrap(), keys.scoped("jurisdiction:DE").unwrap()] {
        assert_ne!(key.expose(), secret);
        for token in &theirs {
            let id = String::from_utf8_lossy(token).split(':').nth(1).unwrap().to_owned();
            let forged = privet_core::KeyRing::new(Key::new(&id, key.expose().to_vec()).unwrap());
            assert_eq!(reidentify(token, &forged).unwrap_err(), ReidentifyError::Forged);
        }
    }
}

#[test]
fn a_shredded_scope_gets_no_other_key() {
    let (_folder, path, mut keys) = fresh();
    keys.add_scope("subject:123").unwrap();
    keys.rotate().unwrap();
    keys.shred("subject:123").unwrap();
    keys.rotate().unwrap();
    let mut reread = KeyFile::open(&path).unwrap();
    for error in [reread.add_scope("subject:123").unwrap_err(), reread.shred("subject:123").unwrap_err()] {
        assert!(matches!(error.kind(), ErrorKind::Key(KeyError::Shredded)), "{error}");
    }
    let error = reread.shred("subject:124").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Key(KeyError::NoScope)) && !error.to_string().contains("124"), "{error}");
}

#[test]
fn labels_and_secrets_are_not_shown() {
    let (_folder, path, mut keys) = fresh();
    keys.add_scope("subject:jan.kowalski@firma.pl").unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(!text.contains("kowalski"));
    let shown = format!("{keys:?} {:?}", keys.entries());
    assert!(shown.contains("keys.toml") && !shown.contains("kowalski"));
    for line in text.lines().filter(|line| line.starts_with("secret") || line.starts_with("wrapped")) {
        assert!(!shown.contains(line.split('"').nth(1).unwrap()));
    }
    let secret: Vec<String> = keys.key(None).unwrap().expose().iter().map(u8::to_string).collect();
    assert!(!shown.contains(&secret.join(", ")));
}

#[test]
fn old_keys_still_reverse() {
    let (_folder, path, mut keys) = fresh();
    let mut masked = Vec::new();
    for value in [&b"one"[..], b"two", b"three"] {
        masked.push((value, tokens(&keys.key(None).unwrap(), value)));
        keys.rotate().unwrap();
    }
    keys.rotate_to("2026-06").unwrap();
    let keys = KeyFile::open(&path).unwrap();
    for (value, tokens) in &masked {
        tokens.iter().for_each(|token| assert_eq!(reidentify(token, &keys).unwrap().expose(), *value));
    }
    let ids: Vec<String> = keys.entries().iter().map(|entry| entry.id.to_string()).collect();
    assert_eq!(ids, ["2026-06", "k4", "k3", "k2", "k1"]);
}

#[test]
fn processes_do_not_lose_what_others_do() {
    let (_folder, path, mut one) = fresh();
    let mut other = KeyFile::open(&path).unwrap();
    one.add_scope("a").unwrap();
    other.add_scope("b").unwrap();
    one.shred("b").unwrap();
    assert!(other.scoped("b").is_ok(), "it holds what it has read");
    other.reload().unwrap();
    assert_eq!(other.scoped("b").unwrap_err(), KeyError::Shredded);
    assert!(other.scoped("a").is_ok());

    let threads: Vec<_> = (0..8)
        .map(|nth| {
            let path = path.clone();
            std::thread::spawn(move || KeyFile::open(&path).unwrap().add_scope(&format!("subject:{nth}")).unwrap())
        })
        .collect();
    threads.into_iter().for_each(|thread| drop(thread.join().unwrap()));
    let keys = KeyFile::open(&path).unwrap();
    (0..8).for_each(|nth| assert!(keys.scoped(&format!("subject:{nth}")).is_ok()));
}

#[test]
#[cfg(unix)]
fn a_file_that_others_may_read_is_refused_with_the_cure() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, path, mut keys) = fresh();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let error = KeyFile::open(&path).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Open(0o644)));
    assert!(error.to_string().ends_with(&format!("(mode 0644): chmod 600 {}", path.display())), "{error}");
    assert!(keys.rotate().is_err() && keys.entries().len() == 1, "nothing is changed");
    let error = KeyFile::create(&path).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Exists));
}

#[test]
fn a_scope_has_dates_of_its_own() {
    let (_folder, _path, mut keys) = fresh();
    let labels = ["a", "b", "c", "d"];
    labels.iter().for_each(|label| drop(keys.add_scope(label).unwrap()));
    let shifted = labels.map(|label| {
        let shift = DateShift::new(&keys.scoped(label).unwrap(), 3000).unwrap();
        Transform::DateShift(shift).apply("DATE", b"2000-05-15", Place::default())
    });
    // Of 6000 shifts, four are the same by chance once in ten thousand billion runs.
    assert!(shifted.iter().any(|date| *date != shifted[0]));
}
