use super::super::render::Malady;
use super::super::testing::{read, replaced};
use super::*;

#[test]
fn rows_are_rendered() {
    let given = Csv::default().header(Header::Given(vec!["n".to_owned(), "m".to_owned()]));
    let none = Csv::default().header(Header::None);
    let bars = Csv::default().delimiter(Delimiter::Bar);
    for (csv, payload, text) in [
        (&Csv::default(), "name,mail\nAnn,a@b\n", r#"["name","mail",],{"name":"Ann","mail":"a@b",},"#),
        (&Csv::default(), "\u{feff}a;b\r\n1;2,3\r\n\r\n4", r#"["a","b",],{"a":"1","b":"2,3",},{"a":"4",},"#),
        (&Csv::default(), "a\tb\r1\t\r\t2", r#"["a","b",],{"a":"1",},{"b":"2",},"#),
        (
            &Csv::default(),
            "\"a \"\"x\"\"\",\"b\nc\"\n1,\"2\"\"\n\"",
            "[\"a \"x\"\",\"b\nc\",],{\"a \"x\"\":\"1\",\"b\nc\":\"2\"\n\",},",
        ),
        (&Csv::default(), "a,b\n1,2,3,\n", r#"["a","b",],{"a":"1","b":"2","3",},"#),
        (&Csv::default(), "a,b\n5\" disk, \"x\"\n", r#"["a","b",],{"a":"5" disk","b":" "x"",},"#),
        (&bars, "a,b|c\n", r#"["a,b","c",],"#),
        (&given, "1,2\n3", r#"{"n":"1","m":"2",},{"n":"3",},"#),
        (&none, "1,2\n3", r#"["1","2",],["3",],"#),
        (&Csv::default(), "", ""),
    ] {
        assert_eq!(read(csv, payload).as_deref(), Ok(text), "{payload}");
    }
}

#[test]
fn long_names_are_cut() {
    let name = "n".repeat(1000);
    let text = read(&Csv::default(), format!("{name}\n1\n2\n3\n")).unwrap();
    assert_eq!(text.matches(&format!("{{\"{}\":\"", "n".repeat(64))).count(), 3);
}

#[test]
fn replacements_are_fields() {
    for (payload, new, expected) in [
        ("x ann,y", "[A]", "x [A],y"),
        ("x ann,y", "a,b", "\"x a,b\",y"),
        ("x ann,y", "\"", "\"x \"\"\",y"),
        ("x ann,y", "a\r\nb", "\"x a\r\nb\",y"),
        ("\"x\"\"ann\",y", "a,\"b", "\"x\"\"a,\"\"b\",y"),
        ("5\" ann,y", "6\"", "5\" 6\",y"),
        ("ann,y", "\"", "\"\"\"\",y"),
        ("x;ann,y,z", ";", "x;;,y,z"),
        ("ann,y", "", "\"\",y"),
    ] {
        assert_eq!(replaced(&Csv::default(), payload, "ann", new), expected, "{payload}");
    }
}

#[test]
fn quotes_are_closed() {
    let truncated = Malformed { at: 6, what: Malady::Truncated };
    assert_eq!(read(&Csv::default(), "a,\"b\"\""), Err(truncated));
    assert_eq!(read(&Csv::default(), "a,\"b\n1"), Err(truncated));
    let expected = Malformed { at: 5, what: Malady::Expected("a delimiter") };
    assert_eq!(read(&Csv::default(), "a,\"b\"c"), Err(expected));
}

#[test]
fn rows_are_read_below_a_first_one_that_came_before() {
    for (first, row, expected) in [
        ("id;\"s\"\"n\"", "1,2;x", read(&Csv::default(), "id;\"s\"\"n\"\n1,2;x")),
        ("\u{feff}id\tssn", "1\t2\t3", read(&Csv::default(), "id\tssn\n1\t2\t3")),
        ("one", "a", read(&Csv::default(), "one\na")),
    ] {
        let below = read(&Csv::default().below(first.as_bytes()), row).unwrap();
        assert!(expected.unwrap().ends_with(&below), "{first}: {below}");
    }
    let broken = Csv::default().below(b"\"a\"b;c;d");
    assert_eq!((broken.delimiter, format!("{:?}", broken.header)), (Some(Delimiter::Semicolon), "None".to_owned()));
}

#[test]
fn debug_shows_no_name() {
    let csv = Csv::default().header(Header::Given(vec!["ann@example.com".to_owned()]));
    assert_eq!(format!("{csv:?}"), "Csv { delimiter: None, header: Given(1 names) }");
}
