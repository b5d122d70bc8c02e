use super::super::render::Malady;
use super::super::testing::{paths, read, replaced};
use super::*;

#[test]
fn texts_are_rendered() {
    for (json, text) in [
        (r#"{"a":"x\u0040y","b":[1,-2.5e3,true,{}],"c":null}"#, r#"{"a":"x@y","b":["1","-2.5e3",{},],"c":"",},"#),
        (r#"{"a":1}{"a":2}"#, r#"{"a":"1",},{"a":"2",},"#),
        ("{\"a\":1}\n[\"b\"]\r\n \"c\" 4 true", r#"{"a":"1",},["b",],"c","4","#),
        ("\u{feff} [ ] ", "[],"),
        ("\u{1e}[1]\n\u{1e}[2]\n", r#"["1",],["2",],"#),
        (r#"{"a":1,"a":2,"":3}"#, r#"{"a":"1","a":"2","":"3",},"#),
        (r#"["half \ud83d and \ude42\ud83d\ude42"]"#, "[\"half \u{fffd} and \u{fffd}🙂\",],"),
        ("[123456789012345678901234567890]", r#"["123456789012345678901234567890",],"#),
        ("", ""),
    ] {
        assert_eq!(read(&Json, json).as_deref(), Ok(text), "{json}");
    }
    assert!(read(&Json, b"[\"\xff\xfe\"]").is_ok());
}

#[test]
fn json_in_strings_is_walked() {
    let inner = r#"{"email":"ann","n":[41],"deep":"{\"k\":\"\\\"v\\u0040\"}"}"#;
    let outer = format!(r#"{{"payload":{},"x":"[no json]"}}"#, serde_like(inner));
    let found = paths(&Json, &outer);
    for (path, value) in
        [("/payload/email", "ann"), ("/payload/n/", "41"), ("/payload/deep/k", "\"v@"), ("/x", "[no json]")]
    {
        assert!(found.contains(&(path.to_owned(), value.to_owned())), "{path}: {found:?}");
    }
    assert_eq!(replaced(&Json, &outer, "ann", "\"\n"), outer.replace("ann", r#"\\\"\\n"#));
    assert_eq!(replaced(&Json, &outer, "41", "[N]"), outer.replace("41", r#"\"[N]\""#));
    assert_eq!(replaced(&Json, &outer, "41", "7"), outer.replace("41", "7"));
    assert_eq!(replaced(&Json, &outer, "v@", "\""), outer.replace(r#"v\\\\u0040"#, r#"\\\\\\\""#));
}

/// A text as a JSON string.
fn serde_like(text: &str) -> String {
    let mut out = b"\"".to_vec();
    escape::encode(text.as_bytes(), &mut out);
    out.push(b'"');
    String::from_utf8(out).unwrap()
}

#[test]
fn strings_in_strings_have_a_limit() {
    let mut text = r#"["ann"]"#.to_owned();
    for depth in 1..9 {
        text = format!("[{}]", serde_like(&text));
        let opens = read(&Json, &text).unwrap().bytes().take_while(|&byte| byte == b'[').count();
        assert_eq!(opens, (1 + depth).min(1 + MAX_PACKINGS), "strings beyond the limit are text");
        let masked = replaced(&Json, &text, "ann", "\"");
        assert!(
            depth > MAX_PACKINGS || read(&Json, &masked).unwrap() == read(&Json, &text).unwrap().replace("ann", "\"")
        );
    }
    // What would nest too deep in all is text, too.
    let inner = format!("{}{}", "[".repeat(40), "]".repeat(40));
    let outer = format!("{}{}{}", "[".repeat(40), serde_like(&inner), "]".repeat(40));
    assert!(read(&Json, outer).unwrap().contains(&format!("\"{inner}\"")));
}

#[test]
fn replacements_are_json() {
    for (json, old, new, expected) in [
        (r#"["a\tann\u0040"]"#, "ann@", "x", r#"["a\tx"]"#),
        (r#"["ann"]"#, "ann", "\\\u{1}", r#"["\\\u0001"]"#),
        (r#"["\ud83d\ud83dann"]"#, "\u{fffd}ann", "", r#"["\ud83d"]"#),
        (r#"{"ann":1}"#, "ann", "\"", r#"{"\"":1}"#),
        (r#"[4111]"#, "4111", "****", r#"["****"]"#),
        (r#"[4111]"#, "41", "0", r#"["011"]"#),
        (r#"[4111]"#, "41", "", "[11]"),
    ] {
        assert_eq!(replaced(&Json, json, old, new), expected);
    }
}

#[test]
fn what_is_no_json_is_refused() {
    let deep = "[".repeat(65);
    for (json, at, what) in [
        ("{", 1, Malady::Truncated),
        ("[1,", 3, Malady::Truncated),
        ("\"ab", 3, Malady::Truncated),
        ("[\"a\\u00", 7, Malady::Truncated),
        ("{\"a\"", 4, Malady::Truncated),
        (&deep, 64, Malady::TooDeep(64)),
        ("[1 2]", 3, Malady::Expected("a comma or the end of a container")),
        ("[1}", 2, Malady::Expected("a comma or the end of a container")),
        ("[1,]", 3, Malady::Expected("a value")),
        ("{\"a\":1,}", 7, Malady::Expected("a key")),
        ("{a:1}", 1, Malady::Expected("a key")),
        ("{\"a\" 1}", 5, Malady::Expected("a colon")),
        ("[01]", 1, Malady::Expected("a number")),
        ("[1.]", 1, Malady::Expected("a number")),
        ("[-]", 1, Malady::Expected("a number")),
        ("12ab", 0, Malady::Expected("a number")),
        ("[nul]", 1, Malady::Expected("a value")),
        ("]", 0, Malady::Expected("a value")),
        ("[\"\\x\"]", 2, Malady::Expected("an escape")),
        ("[\"\\u00g0\"]", 2, Malady::Expected("an escape")),
        ("[\"a\nb\"]", 3, Malady::Expected("an escape for a control character")),
    ] {
        assert_eq!(read(&Json, json), Err(Malformed { at, what }), "{json}");
    }
}
