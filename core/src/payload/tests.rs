use super::*;

fn read(raw: &str, escapes: bool) -> (String, View) {
    let mut view = View::default();
    view.fill(raw.as_bytes(), true, Kinds { escapes, folds: true, web: false });
    (String::from_utf8(view.text().to_vec()).unwrap(), view)
}

#[test]
fn folds_to_what_is_read() {
    for (raw, plain) in [
        ("１２３－４５", "123-45"),
        ("٠١٢٣ ۴۵ ०९ ๑๒", "0123 45 09 12"),
        ("4111\u{a0}1111\u{2009}1111", "4111 1111 1111"),
        ("12\u{200b}34\u{2060}5\u{feff}6", "123456"),
        ("０９０ー１２３４ カー", "090-1234 カー"),
        ("ａ＠ｂ．ｃｏｍ", "a@b.com"),
        ("𝟏𝟐𝟛", "123"),
        ("über 李 🙂", "über 李 🙂"),
        ("a\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}b", "a\u{200b}b"),
    ] {
        assert_eq!(read(raw, false).0, plain);
        assert_eq!(has_folds(raw.as_bytes()), raw != plain);
    }
}

#[test]
fn escapes_are_decoded() {
    let (text, view) = read(r#"{"a":"x\nbob\u0040b.\ud83d\ude42\\n\/\x"}"#, true);
    assert_eq!(text, "{\"a\":\"x\nbob@b.🙂\\n/\\x\"}");
    let at = text.find('@').unwrap();
    let raw = view.raw_span(Span::new(at - 3, at + 3));
    assert_eq!(raw, Span::new(9, 9 + 3 + 6 + 2));
    assert_eq!(view.plain_offset(raw.start), at - 3);
    // A lone surrogate is no character and stays as it is.
    assert_eq!(read(r"\ud83d x", true).0, r"\ud83d x");
}

#[test]
fn an_open_text_leaves_out_what_its_end_cuts() {
    let whole = "ａ\\u0040\\ud83d\\ude42李".as_bytes();
    let mut all = View::default();
    all.fill(whole, true, ALL);
    for end in 0..whole.len() {
        let mut view = View::default();
        view.fill(&whole[..end], false, ALL);
        assert!(all.text().starts_with(view.text()), "{end}");
        assert_eq!(view.raw_offset(view.text().len()), view.read);
    }
}

#[test]
fn any_bytes_are_read() {
    let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
    let mut view = View::default();
    view.fill(&bytes, true, Kinds { folds: false, ..ALL });
    assert_eq!(view.read, bytes.len());
    assert_eq!(view.raw_span(Span::new(511, 512)).end, 512);
}

#[test]
fn characters_that_fold_are_looked_for() {
    for character in '\u{80}'..=char::MAX {
        let mut bytes = [0; 4];
        let text = character.encode_utf8(&mut bytes).as_bytes();
        let folds = !matches!(fold::fold(character, Some(b'0')), Fold::Itself);
        assert_eq!(has_folds(text), folds, "{character:?}");
    }
}

const ALL: Kinds = Kinds { escapes: true, folds: true, web: true };

/// The definition: byte by byte, with the raw bytes of each.
#[derive(Default)]
struct Naive {
    text: Vec<u8>,
    starts: Vec<usize>,
    ends: Vec<usize>,
    read: usize,
    folds: bool,
}

impl Naive {
    fn new(raw: &[u8], closed: bool, Kinds { escapes, folds, web }: Kinds) -> Self {
        let mut view = Self::default();
        let mut ignored = 0;
        while view.read < raw.len() {
            let rest = &raw[view.read..];
            let longer = fold::cut(rest) == rest.len() || escapes && escape::is_cut(rest) || web && web::is_cut(rest);
            if !closed && longer {
                break;
            }
            let found = if escapes { escape::decode(rest) } else { None };
            let found = found.or_else(|| if web { web::decode(rest) } else { None }).or_else(|| fold::decode(rest));
            let (mut plain, len) = match found {
                Some((character, len)) => (character.to_string().into_bytes(), len),
                None => (vec![rest[0]], 1),
            };
            let mut kept = true;
            let reads = found.map_or(Fold::Itself, |(one, _)| fold::fold(one, view.text.last().copied()));
            match reads {
                Fold::To(byte) if folds => plain = vec![byte],
                Fold::Ignored if folds => kept = false,
                _ => {}
            }
            view.folds |= found.is_some_and(|(one, _)| !matches!(fold::fold(one, Some(b'0')), Fold::Itself));
            let end = view.read + len;
            if kept || ignored >= MAX_IGNORED {
                for byte in plain {
                    view.text.push(byte);
                    view.starts.push(view.read);
                    view.ends.push(end);
                }
            }
            ignored = if kept { 0 } else { ignored + 1 };
            view.read = end;
        }
        view
    }

    fn raw_offset(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or(self.read)
    }

    fn raw_span(&self, span: Span) -> Span {
        let start = self.raw_offset(span.start);
        Span::new(start, if span.is_empty() { start } else { self.ends[span.end - 1] })
    }

    fn plain_offset(&self, raw: usize) -> usize {
        self.starts.partition_point(|&start| start < raw)
    }
}

/// What random texts are made of.
const PARTS: [&[u8]; 60] = [
    b"%",
    b"&",
    b"%40",
    b"%2",
    b"%C3%BC",
    b"%C3",
    b"%EF%BC%91",
    b"%5Cu0031",
    b"&#49;",
    b"&nbsp;",
    b"&am",
    b";",
    b"a",
    b"7",
    b" ",
    b"plain text",
    b"0123456789abcdef",
    b"\"",
    b"/",
    b"u",
    b"\\n",
    b"\\\"",
    b"\\\\",
    b"\\/",
    b"\\",
    b"\\x",
    b"\\u0031",
    b"\\u00e9",
    b"\\uff11",
    b"\\u200b",
    b"\\u30fc",
    b"\\ud83d\\ude42",
    b"\\ud835\\udfcf",
    b"\\ud83d",
    b"\\ude42",
    b"\\u00",
    b"\\ud83d\\u",
    b"\\u\xc3\xa9",
    "é".as_bytes(),
    "ж".as_bytes(),
    "李".as_bytes(),
    "🙂".as_bytes(),
    "’".as_bytes(),
    "１".as_bytes(),
    "ー".as_bytes(),
    "٣".as_bytes(),
    "\u{a0}".as_bytes(),
    "–".as_bytes(),
    "𝟏".as_bytes(),
    "\u{ad}".as_bytes(),
    "\u{200b}".as_bytes(),
    "\u{feff}\u{200b}\u{2060}".as_bytes(),
    b"\xc2",
    b"\xe2\x80",
    b"\xf0\x9f\x99",
    b"\xa0",
    b"\x80\x8b",
    b"\xff",
    b"\xe0\x80\x80",
    b"\xed\xa0\x80",
];

#[test]
fn views_are_those_of_the_definition() {
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let mut view = View::default();
    for round in 0..60_000 {
        let mut raw = Vec::new();
        // Few parts in some rounds, so that they repeat.
        let (from, many) = (random(PARTS.len()), if round % 2 == 0 { PARTS.len() } else { 4 });
        for _ in 0..random(16) {
            raw.extend_from_slice(PARTS[(from + random(many)) % PARTS.len()]);
        }
        let cut = random(raw.len() + 1);
        raw.truncate(raw.len() - if round % 3 == 0 { cut } else { 0 });
        let [closed, escapes, folds, web] = [0; 4].map(|_| random(2) == 0);
        let kinds = Kinds { escapes, folds, web };
        view.fill(&raw, closed, kinds);
        let naive = Naive::new(&raw, closed, kinds);
        let shown = raw.escape_ascii();
        assert_eq!((view.text(), view.read), (&naive.text[..], naive.read), "{shown} {closed} {kinds:?}");
        if !escapes && !web && closed {
            assert_eq!(has_folds(&raw), naive.folds, "{shown}");
        }
        for at in 0..=raw.len() + 2 {
            assert_eq!(view.plain_offset(at), naive.plain_offset(at), "{shown} {closed} {kinds:?} {at}");
            assert_eq!(view.raw_offset(at), naive.raw_offset(at), "{shown} {closed} {kinds:?} {at}");
        }
        for start in 0..=naive.text.len() {
            for end in start..=naive.text.len() {
                let span = Span::new(start, end);
                assert_eq!(view.raw_span(span), naive.raw_span(span), "{shown} {closed} {kinds:?} {span:?}");
            }
        }
    }
}
