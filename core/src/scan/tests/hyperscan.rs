//! What only the backend with a library behind it can get wrong: its scratch, its chunks, what it refuses.

use std::collections::HashSet;

use super::*;

/// The string of a text at the start of a word.
fn literal(text: &[u8]) -> ClassString {
    let mut string = ClassString { before: set(b"abcdefghijklmnopqrstuvwxyz").complement(), at: [ByteSet::ALL; DEPTH] };
    for (place, &byte) in string.at.iter_mut().zip(text) {
        *place = set(&[byte]);
    }
    string
}

fn scanner(start: &[ClassString]) -> Scanner {
    Scanner::new(&Buckets::new(start, &[], Backend::Hyperscan))
}

/// All candidates of a closed text, with the buffers that are there.
fn scan(scanner: &Scanner, text: &[u8], out: &mut Candidates) -> Vec<usize> {
    let (mut from, mut all) = (0, Vec::new());
    while from < text.len() {
        out.list.clear();
        let window = Window { from, to: text.len(), closed: true };
        let on = scanner.scan(text, window, out);
        assert!(on > from, "it gets on");
        from = on;
        all.extend(out.list.iter().map(|candidate| candidate.at));
    }
    all
}

fn is_hyperscan(scanner: &Scanner) -> bool {
    matches!(scanner.way, Way::Hyperscan(_))
}

/// Scans without the portable backend, which would take over where Hyperscan fails.
fn scan_alone(scanner: &Scanner, text: &[u8], out: &mut Candidates) -> Result<usize, usize> {
    let Way::Hyperscan(hyperscan) = &scanner.way else { return Err(0) };
    let window = Window { from: 1, to: text.len() - DEPTH, closed: true };
    out.list.clear();
    hyperscan.scan(text, window, &mut out.marks, &mut out.list)
}

#[test]
fn it_is_there_and_by_name_only() {
    assert!(Backend::available().any(|backend| backend == Backend::Hyperscan), "this processor has SSSE3");
    assert_ne!(Backend::default(), Backend::Hyperscan);
    assert_eq!(Backend::by_name("hyperscan"), Some(Backend::Hyperscan));
}

#[test]
fn what_it_cannot_look_for_is_left_to_the_portable_one() {
    let mut ends = digits(3);
    ends.at[3] = ByteSet::EMPTY;
    ends.at[3].insert_edge();
    assert!(is_hyperscan(&scanner(&[digits(1)])));
    assert!(is_hyperscan(&scanner(&[ends.clone(), digits(2)])), "one of two is enough");
    assert!(!is_hyperscan(&scanner(&[])), "nothing to look for");
    assert!(!is_hyperscan(&scanner(std::slice::from_ref(&ends))), "fits at the end of a text only");
    let text = b"123 12345678 123";
    let found = scan(&scanner(std::slice::from_ref(&ends)), text, &mut Candidates::default());
    assert_eq!(found, [text.len() - 3]);
}

#[test]
fn strings_of_any_byte_fit_everywhere() {
    let all = ClassString { before: ByteSet::ALL, at: [ByteSet::ALL; DEPTH] };
    let mut late = all.clone();
    late.at[DEPTH - 1] = set(b"z");
    let text = b"az....az..z";
    assert_eq!(scan(&scanner(&[all]), text, &mut Candidates::default()), (0..text.len()).collect::<Vec<_>>());
    let expected = naive(std::slice::from_ref(&late), text, Window { from: 0, to: text.len(), closed: true });
    assert_eq!(expected, [0, 3]);
    assert_eq!(scan(&scanner(&[late]), text, &mut Candidates::default()), expected);
}

/// Dense stretches shrink the chunks, sparse ones let them grow: nothing is lost at their borders, nothing comes twice.
#[test]
fn chunks_follow_the_density() {
    let strings = [digits(1), literal(b"key_")];
    let scanner = scanner(&strings);
    let mut text = b". ".repeat(40_000);
    text.extend(b"1 ".repeat(30_000));
    text.extend(b"key_abc ".repeat(9_000));
    text.extend(b". ".repeat(60_000));
    text.extend(b"key_");
    let window = Window { from: 0, to: text.len(), closed: true };
    let mut out = Candidates::default();
    for _ in 0..2 {
        let found = scan(&scanner, &text, &mut out);
        assert_eq!(found, naive(&strings, &text, window));
        assert_eq!(found.len(), 30_000 + 9_000 + 1);
    }
}

/// Digits and capital letters in the order of some bits: without a literal, each takes an automaton of Hyperscan's.
fn shape(bits: usize) -> ClassString {
    let sets = [set(b"0123456789"), set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")];
    ClassString { before: sets[0].complement(), at: std::array::from_fn(|place| sets[bits >> place & 1]) }
}

/// One scratch grows with the databases that it is used for, and outlives them.
#[test]
fn buffers_serve_many_databases() {
    let mut out = Candidates::default();
    let text = b"akia1234 key_9 12345678 A1B2C3D4 1 ".repeat(300);
    let window = Window { from: 0, to: text.len(), closed: true };
    for round in 0..8 {
        let many: Vec<ClassString> = (0..round * 5).map(|i| shape(i * 7)).chain([literal(b"akia")]).collect();
        let (small, large) = (scanner(&[literal(b"key_")]), scanner(&many));
        for _ in 0..2 {
            for (scanner, strings) in [(&small, [literal(b"key_")].as_slice()), (&large, &many)] {
                let alone = scan_alone(scanner, &text, &mut out);
                assert!(alone.is_ok(), "round {round}: the scratch is large enough");
                assert_eq!(scan(scanner, &text, &mut out), naive(strings, &text, window), "round {round}");
            }
        }
    }
}

/// A scanner is shared; each thread has buffers of its own, and may hand them on.
#[test]
fn threads_share_a_database() {
    let (strings, text) = ([digits(3), literal(b"key_")], b"key_1 123 key_ 4567 ".repeat(4_000));
    let scanner = scanner(&strings);
    let expected = naive(&strings, &text, Window { from: 0, to: text.len(), closed: true });
    let run = |mut out: Candidates| {
        let found = scan(&scanner, &text, &mut out);
        (found, out)
    };
    let found: HashSet<Vec<usize>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| run(run(Candidates::default()).1).0)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(found, HashSet::from([expected]));
    let (_, out) = run(Candidates::default());
    assert_eq!(std::thread::scope(|scope| scope.spawn(|| run(out).0).join().unwrap()).len(), 4 * 4_000);
}
