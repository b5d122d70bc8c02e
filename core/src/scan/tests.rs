use super::*;
use crate::byte_set::ByteSet;

#[cfg(all(feature = "hyperscan", target_arch = "x86_64"))]
mod hyperscan;

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

/// The backends of this machine that look at the text.
fn backends() -> impl Iterator<Item = Backend> {
    Backend::available().filter(|backend| *backend != Backend::Naive)
}

#[test]
fn every_backend_is_the_definition() {
    let strings = [digits(4), digits(8), digits(1)];
    let text = b"12345678 x1234 12 9999999999 a1b22c333d4444 1";
    for (string, backend) in strings.iter().flat_map(|string| backends().map(move |backend| (string, backend))) {
        let one = std::slice::from_ref(string);
        let scanner = Scanner::new(&Buckets::new(one, &[], backend));
        for end in 0..=text.len() {
            for from in 0..=end {
                for (to, closed) in (from..=end).flat_map(|to| [(to, false), (to, true)]) {
                    let window = Window { from, to, closed };
                    let mut out = Candidates::default();
                    assert_eq!(scanner.scan(&text[..end], window, &mut out), to);
                    let at: Vec<usize> = out.list.iter().map(|candidate| candidate.at).collect();
                    assert_eq!(
                        at,
                        naive(one, &text[..end], window),
                        "{backend:?} {string:?} {from}..{to} of {end} closed {closed}"
                    );
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
    let text = b"1@".repeat(Scanner::BATCH);
    for backend in backends() {
        let scanner = Scanner::new(&Buckets::new(&[digits(1)], std::slice::from_ref(&at_sign), backend));
        let (mut from, mut all) = (0, Vec::new());
        while from < text.len() {
            let mut out = Candidates::default();
            from = scanner.scan(&text, Window { from, to: text.len(), closed: true }, &mut out);
            assert!(out.list.len() < Scanner::BATCH + 128);
            all.extend(out.list);
        }
        assert_eq!(all.len(), text.len());
        for (i, candidate) in all.iter().enumerate() {
            let expected = Candidate { at: i, buckets: u32::from(i % 2 == 0), inner: i % 2 == 1 };
            assert_eq!(*candidate, expected, "{backend:?}");
        }
    }
}

/// Strings of random sets over random text: nothing that the definition finds is missing, whatever the classes.
#[test]
fn nothing_is_missing() {
    let mut state = 1_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let alphabet = b"0123456789abcdefXYZ-. @:/\"\n\t\x00\x7f\x80\xc3\xff";
    for round in 0..60 {
        let mut string = || {
            let mut sets = [ByteSet::ALL; DEPTH + 1].map(|_| match random(4) {
                0 => ByteSet::ALL,
                _ => (0..1 + random(24)).map(|_| alphabet[random(alphabet.len())]).collect(),
            });
            for set in &mut sets {
                if random(2) == 0 {
                    set.insert_edge();
                }
            }
            ClassString { before: sets[0], at: std::array::from_fn(|k| sets[k + 1]) }
        };
        let start: Vec<ClassString> = (0..1 + round).map(|_| string()).collect();
        let inner: Vec<ClassString> = (0..round % 3).map(|_| string()).collect();
        let text: Vec<u8> = (0..random(5000)).map(|_| alphabet[random(alphabet.len())]).collect();
        let window = Window { from: random(text.len() + 1), to: text.len(), closed: random(2) == 0 };
        // Hyperscan takes seconds for many strings that are all sets.
        for backend in backends().filter(|&backend| backend != Backend::Hyperscan || round % 4 == 0) {
            let buckets = Buckets::new(&start, &inner, backend);
            let scanner = Scanner::new(&buckets);
            let mut out = Candidates::default();
            let mut from = window.from;
            while from < window.to {
                from = scanner.scan(&text, Window { from, ..window }, &mut out);
            }
            assert!(out.list.is_sorted_by(|a, b| a.at < b.at), "{backend:?}: in order, each once");
            let has = |at: usize, kind: &dyn Fn(&Candidate) -> bool| {
                out.list.binary_search_by_key(&at, |candidate| candidate.at).is_ok_and(|i| kind(&out.list[i]))
            };
            for (string, home) in start.iter().zip(&buckets.homes) {
                for at in naive(std::slice::from_ref(string), &text, window) {
                    assert!(has(at, &|there| there.buckets >> home & 1 == 1), "{backend:?} round {round}");
                }
            }
            let inners = naive(&inner, &text, window);
            assert!(inners.iter().all(|&at| has(at, &|there| there.inner)), "{backend:?} round {round}");
        }
    }
}

#[test]
fn every_backend_makes_the_same_marks() {
    let text: Vec<u8> = (0..=255).chain(*b"a1\"Z\\@[`{/:").chain((0..=255).rev()).collect();
    let (mut expected, mut marks) = (Marks::default(), Marks::default());
    for backend in Backend::available() {
        let scanner = Scanner::new(&Buckets::new(&[digits(1)], &[], backend));
        for len in 0..=text.len() {
            expected.fill(&text[..len]);
            scanner.mark(&text[..len], &mut marks);
            assert_eq!(marks, expected, "{backend:?} {len}");
        }
    }
}
