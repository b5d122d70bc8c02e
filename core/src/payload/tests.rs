use super::*;

fn read(raw: &str, escapes: bool) -> (String, View) {
    let mut view = View::default();
    view.fill(raw.as_bytes(), true, escapes, true);
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
    all.fill(whole, true, true, true);
    for end in 0..whole.len() {
        let mut view = View::default();
        view.fill(&whole[..end], false, true, true);
        assert!(all.text().starts_with(view.text()), "{end}");
        assert_eq!(view.raw_offset(view.text().len()), view.read);
    }
}

#[test]
fn any_bytes_are_read() {
    let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
    let mut view = View::default();
    view.fill(&bytes, true, true, false);
    assert_eq!(view.read, bytes.len());
    assert_eq!(view.ends.last(), Some(&512));
}
