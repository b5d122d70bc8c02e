use super::*;

#[test]
fn formats_are_told() {
    for (payload, name) in [
        ("{\"a\":1}", "json"),
        (" [1,2]", "json"),
        ("\u{feff}{}", "json"),
        ("<?xml version=\"1.0\"?><a/>\n", "xml"),
        ("<order><id>1</id></order>", "xml"),
        ("<!DOCTYPE HTML><p>x</p>", "html"),
        ("<div class=x>y</div>", "html"),
        ("a=1&b=x%40y", "form"),
        ("https://example.com/p?q=1", "form"),
        ("/search?q=1&p=2", "form"),
        ("level=info msg=\"a b\" n=1\nlevel=warn n=2\n", "logfmt"),
        ("name,email,city\nAnn,a@b,Rome\nBob,c@d,Bonn\n", "csv"),
        ("name\temail\r\nAnn\ta@b\r\n", "csv"),
        ("id;first name\n1;\"a\nb\"\n", "csv"),
        ("a|b\n1|2", "csv"),
        ("", "text"),
        ("Hello, my name is Ann,\nand I live in Rome, Italy.\n", "text"),
        ("Dear Ann, how are you\nI am fine, thank you all\n", "text"),
        ("one\ntwo\nthree\n", "text"),
        ("1,2\n3,4\n", "text"),
        ("a,a\n1,2\n", "text"),
        ("a,b\n1,2,3\n", "text"),
        ("a,b", "text"),
        ("token=YWJjZA==", "text"),
        ("12:00 GET /x?a=1&b=2 200", "text"),
        ("<34>1 2003-10-11T22:14:15 host app - - x", "text"),
        ("<ann@example.com> wrote:", "text"),
        ("<b>, he said", "text"),
        ("{not json}", "text"),
        ("[INFO] a=1", "text"),
        ("user=ann logged in from home", "text"),
    ] {
        assert_eq!(format!("{:?}", detect(payload.as_bytes())), name, "{payload}");
    }
}

#[cfg(feature = "packed")]
#[test]
fn packings_are_told() {
    for (payload, name) in [
        (&b"\x1f\x8b\x08"[..], "Gzip of auto"),
        (b"\x28\xb5\x2f\xfd{}", "Zstd of auto"),
        (b"\x5f\x2a\x4d\x18", "Zstd of auto"),
        (b"\x1f\x8b", "text"),
        (b" \x28\xb5\x2f\xfd", "text"),
        (b"_*M", "text"),
    ] {
        assert_eq!(format!("{:?}", detect(payload)), name, "{payload:?}");
    }
}

#[test]
fn only_whole_lines_of_a_long_payload_count() {
    let rows = format!("name,mail\n{}", "Ann,a@b\n".repeat(1000));
    assert_eq!(format!("{:?}", detect(rows.as_bytes())), "csv");
    let long = format!("a,b\n1,\"{}\"\n", "x".repeat(2 * SAMPLE));
    assert_eq!(format!("{:?}", detect(long.as_bytes())), "text");
}
