use super::*;
use crate::byte_set::ByteSet;

fn set(bytes: &[u8]) -> ByteSet {
    bytes.iter().copied().collect()
}

fn digits(n: usize) -> ClassString {
    let mut string = ClassString { before: set(b"0123456789").complement(), at: [ByteSet::ALL; DEPTH] };
    string.at[..n].fill(set(b"0123456789"));
    string
}

/// The definition, byte by byte.
fn naive(strings: &[ClassString], text: &[u8], window: Window) -> Vec<usize> {
    let fits = |string: &ClassString, at: usize| {
        let before = at.checked_sub(1).map_or(string.before.contains_edge(), |i| string.before.contains(text[i]));
        before
            && (0..DEPTH).all(|k| match text.get(at + k) {
                Some(&byte) => string.at[k].contains(byte),
                None => !window.closed || string.at[k].contains_edge(),
            })
    };
    (window.from..window.to).filter(|&at| strings.iter().any(|string| fits(string, at))).collect()
}

#[test]
fn portable_is_the_definition() {
    let strings = [digits(4), digits(8), digits(1)];
    let text = b"12345678 x1234 12 9999999999 a1b22c333d4444 1";
    for string in &strings {
        let one = std::slice::from_ref(string);
        let scanner = Scanner::new(&Buckets::new(one, &[]), Backend::Portable);
        for end in 0..=text.len() {
            for from in 0..=end {
                for (to, closed) in (from..=end).flat_map(|to| [(to, false), (to, true)]) {
                    let window = Window { from, to, closed };
                    let mut out = Vec::new();
                    assert_eq!(scanner.scan(&text[..end], window, &mut out), to);
                    let at: Vec<usize> = out.iter().map(|candidate| candidate.at).collect();
                    assert_eq!(at, naive(one, &text[..end], window), "{string:?} {from}..{to} closed {closed}");
                }
            }
        }
    }
}

#[test]
fn kinds_are_told_apart_and_batches_go_on() {
    let at_sign = ClassString {
        before: ByteSet::ALL,
        at: std::array::from_fn(|k| if k == 0 { set(b"@") } else { ByteSet::ALL }),
    };
    let scanner = Scanner::new(&Buckets::new(&[digits(1)], &[at_sign]), Backend::Portable);
    let text = b"1@".repeat(Scanner::BATCH);
    let (mut from, mut all) = (0, Vec::new());
    while from < text.len() {
        let mut out = Vec::new();
        from = scanner.scan(&text, Window { from, to: text.len(), closed: true }, &mut out);
        assert!(out.len() <= Scanner::BATCH + DEPTH);
        all.extend(out);
    }
    assert_eq!(all.len(), text.len());
    for (i, candidate) in all.iter().enumerate() {
        assert_eq!(*candidate, Candidate { at: i, start: i % 2 == 0, inner: i % 2 == 1 });
    }
}
