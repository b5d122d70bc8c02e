use super::super::render::Malady;
use super::super::testing::{paths, read, replaced};
use super::*;

const XML: Markup = Markup { html: false };
const HTML: Markup = Markup { html: true };

#[test]
fn documents_are_rendered() {
    for (xml, text) in [
        ("<a>x</a>", r#""a":"x","#),
        ("<a> <b>x</b>\n<b>y &amp; z</b> </a>", r#""a":{"b":"x","b":"y & z",},"#),
        ("<a b='1' c=\"&#64;&#x40;\">x</a>", r#""a":{"b":"1","c":"@@","a":"x",},"#),
        ("<a>x<b/>y</a>", r#""a":{"a":"x","b":{},"a":"y",},"#),
        ("<?xml version=\"1.0\"?><a/>", "\"xml version=\"1.0\"\",\"a\":{},"),
        (
            "<!DOCTYPE a [<!ENTITY e \"]>\"> <!-- ' --> ]><a>&e;</a>",
            "\"DOCTYPE a\",\"!ENTITY e\",\"]>\",\"'\",\"a\":\"&e;\",",
        ),
        ("<a><![CDATA[<x> &amp;]]></a>", r#""a":"<x> &amp;","#),
        ("<a><!-- c -->x</a>", r#""a":{"c","a":"x",},"#),
        ("<a1234>x</a1234 >", r#""a1234":"x","a1234","#),
        ("<a>&unknown; &#0; &#xd800; & &#;</a>", r#""a":"&unknown; &#0; &#xd800; & &#;","#),
    ] {
        assert_eq!(read(&XML, xml).as_deref(), Ok(text), "{xml}");
    }
}

#[test]
fn html_is_rendered() {
    for (html, text) in [
        (
            "<!DOCTYPE html><p>a<br>b<p>c",
            "\"DOCTYPE html\",\"p\":{\"p\":\"a\",\"br\":{},\"p\":\"b\",},\"p\":{\"p\":\"c\",},",
        ),
        ("<input disabled value=x&#64y name='n'>", r#""input":{"disabled","value":"x@y","name":"n",},"#),
        ("<script>if (a<b) '</p>'</SCRIPT>", r#""script":"if (a<b) '</p>'","#),
        ("a < b </x> c <b>d</i>e</b>", r#""a < b","c","b":"d","b":{"b":"e",},"#),
        (
            "<table><tr><td>1<td>2<tr><th>3</table>",
            r#""table":{"tr":{"td":{"td":"1",},"td":{"td":"2",},},"tr":{"th":"3",},},"#,
        ),
        ("<B>x</b hidden>", r#""B":"x","hidden","#),
        ("<a / \"q\" =x>", r#""a":{""q"":"x",},"#),
        ("x <", r#""x <","#),
    ] {
        assert_eq!(read(&HTML, html).as_deref(), Ok(text), "{html}");
    }
    let list = format!("<ul>{}</ul>", "<li>x".repeat(100));
    assert!(read(&HTML, list).is_ok(), "items end where the next one starts");
}

#[test]
fn paths_are_of_elements() {
    let found = paths(&XML, "<p id='7'><name>Ann</name><mail kind='work'>a@b</mail></p>");
    for (path, value) in [("p/id", "7"), ("p/name", "Ann"), ("p/mail/kind", "work"), ("p/mail/mail", "a@b")] {
        assert!(found.contains(&(path.to_owned(), value.to_owned())), "{path}: {found:?}");
    }
}

#[test]
fn replacements_are_markup() {
    for (xml, new, expected) in [
        ("<a>x &#97;nn y</a>", "<\"&", "<a>x &lt;&quot;&amp; y</a>"),
        ("<a b='ann'/>", "'", "<a b='&#39;'/>"),
        ("<ann/>", "[A]", "<_A_/>"),
        // A reference to no character goes as a whole: without its digits it would be malformed.
        ("<a b='&#111ann;'/>", "[A]", "<a b='[A]'/>"),
        ("<!DOCTYPE a [<!--ann '--> ]><a/>", "-'", "<!DOCTYPE a [<!--_' '--> ]><a/>"),
        ("<!DOCTYPE a [<!ENTITY e 'ann'>]><a/>", "-'", "<!DOCTYPE a [<!ENTITY e '__'>]><a/>"),
        ("<ann1234>x</ann1234>", "9", "<_91234>x</_91234>"),
        ("<a><!--ann--></a>", "-->", "<a><!--___--></a>"),
        ("<a><?p ann?></a>", "?>", "<a><?p __?></a>"),
        ("<a><![CDATA[ann]>]]></a>", "[A]", "<a><![CDATA[[A]]]]><![CDATA[>]]></a>"),
        ("<a><![CDATA[ann]]></a>", "[A]", "<a><![CDATA[[A]]]></a>"),
    ] {
        let masked = replaced(&XML, xml, "ann", new);
        assert_eq!(masked, expected);
        assert!(read(&XML, &masked).is_ok());
    }
    assert_eq!(replaced(&XML, "<ann/>", "ann", ""), "<_/>");
    assert_eq!(read(&HTML, "1 <<2 <&#51; < 4 <").as_deref(), Ok("\"1 <<2 <3 < 4 <\","));
    assert_eq!(replaced(&HTML, "a <<&#49;2 b", "<<1", "x"), "a x2 b", "`<<x` would start a tag");
    assert_eq!(replaced(&HTML, "<a b=ann>", "ann", "x y='>"), "<a b=x&#32;y&#61;&#39;&gt;>");
    assert_eq!(replaced(&HTML, "<style>'ann'</style>", "ann", "</style>'"), "<style>'_/style__'</style>");
}

#[test]
fn what_is_not_well_formed_is_refused() {
    let deep = "<a>".repeat(70);
    for (xml, at, what) in [
        ("<a>", 3, Malady::Truncated),
        ("<a", 2, Malady::Truncated),
        ("<a b", 4, Malady::Truncated),
        ("<a b='", 6, Malady::Truncated),
        ("<!-- ", 5, Malady::Truncated),
        ("<![CDATA[ ]]", 12, Malady::Truncated),
        ("<!DOCTYPE a [ >", 15, Malady::Truncated),
        ("<a>x</a", 7, Malady::Truncated),
        ("<a>x<", 5, Malady::Truncated),
        ("<a></b>", 3, Malady::Expected("the end of the element")),
        ("<a><b></a>", 6, Malady::Expected("the end of the element")),
        ("<a>x < y</a>", 5, Malady::Expected("a tag")),
        ("<a<b>", 0, Malady::Expected("a tag")),
        ("<a b>", 4, Malady::Expected("a value of the attribute")),
        ("<a b=c>", 5, Malady::Expected("a quoted value")),
        ("<a 'b'='c'>", 3, Malady::Expected("an attribute")),
        (&deep, 193, Malady::TooDeep(64)),
    ] {
        assert_eq!(read(&XML, xml), Err(Malformed { at, what }), "{xml}");
    }
    assert_eq!(read(&HTML, "<script>x"), Err(Malformed { at: 9, what: Malady::Truncated }));
}
