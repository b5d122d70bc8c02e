use super::super::testing::{read, replaced};
use super::*;

#[test]
fn lines_are_rendered() {
    for (line, text) in [
        ("level=info msg=\"x \\\"y\\\"\\n\\u0040\" n=5", "{\"level\":\"info\",\"msg\":\"x \"y\"\n@\",\"n\":\"5\",},"),
        ("a=1\n\n  \nb=2\r\n", r#"{"a":"1",},{"b":"2",},"#),
        ("12:00 hello  Ann a=1 and more", r#"{"12:00 hello  Ann","a":"1","and more",},"#),
        ("a= b=\"\" c==d =e", r#"{"a":"","b":"","c":"=d","=e",},"#),
        ("a=\"open b=c", r#"{"a":"open b=c",},"#),
        ("a=\"x\"y b", r#"{"a":"x","y b",},"#),
        ("\u{1}a=b \"c=d\" e", "{\"\u{1}a=b \"c=d\" e\",},"),
        ("", ""),
    ] {
        assert_eq!(read(&Logfmt, line).as_deref(), Ok(text), "{line}");
    }
}

#[test]
fn replacements_keep_the_pairs() {
    for (line, new, expected) in [
        ("a=\"ann b=1", "\"", "a=\"\\\" b=1"),
        ("a=x\"ann b=1", "[A]", "a=x\"[A] b=1"),
        ("a=ann b=1", "x y", "a=\"x y\" b=1"),
        ("a=ann b=1", "x\"", "a=\"x\\\"\" b=1"),
        ("a=\"1 ann\" b=1", "\"\n\\", "a=\"1 \\\"\\n\\\\\" b=1"),
        ("a=\"x\\qann\"", "\"", "a=\"x\\q\\\"\""),
        ("ann=1", "a =b", "a__b=1"),
        ("hi ann a=1", "x\ny", "hi x_y a=1"),
    ] {
        assert_eq!(replaced(&Logfmt, line, "ann", new), expected);
    }
}

#[test]
fn time_is_linear() {
    // Every quote is looked at from the start of its value once.
    for part in ["a=\"", "a=\"\\\"", "=\"\\", "a=\\\"", "\"=\""] {
        let line = part.repeat(100_000);
        assert!(read(&Logfmt, &line).unwrap().len() < 10 * line.len());
    }
}
