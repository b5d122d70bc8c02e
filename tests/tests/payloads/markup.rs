//! XML and HTML.

use privet_core::{Format, Malady};
use privet_tests::fuzz::payloads::{HTML, XML};

use super::*;

#[test]
fn every_place_of_xml_is_read() {
    let xml = Format::xml();
    for template in [
        "<a>@@</a>",
        "<a>x @@ &amp; y<b/>z</a>",
        "<a><b/>@@</a>",
        "<a b='@@'/>",
        "<a b=\"x &lt;@@&gt;\">c</a>",
        "<a><![CDATA[<@@>]]></a>",
        "<a><!-- @@ --></a>",
        "<!-- @@ --><a/>",
        "@@<a/>",
        "<a/>@@",
    ] {
        masks(&xml, template, "[EMAIL_ADDRESS]");
    }
    for template in [
        "<@@/>",
        "<@@>x</@@>",
        "<@@></@@ >",
        "<a @@='1'/>",
        "<?xml version='1.0' @@?><a/>",
        "<a><?@@?></a>",
        "<!DOCTYPE a [<!ENTITY b '@@'>]><a/>",
        "<!DOCTYPE a SYSTEM \"@@\"><a/>",
    ] {
        masks(&xml, template, "_EMAIL_ADDRESS_");
    }
    for hidden in ["<a>ann.lee&#64;example.com</a>", "<a>&#x61;nn.lee&#x40;example&#46;com</a>"] {
        assert_eq!(redact(&xml, hidden).unwrap(), "<a>[EMAIL_ADDRESS]</a>");
    }
    let document =
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e 'f'>]>\n<a b='c'> d <e/>&amp;<![CDATA[g]]><!--h--></a>";
    assert!(masks_everywhere(&xml, document) > 40);
}

#[test]
fn every_place_of_html_is_read() {
    let html = Format::html();
    for template in [
        "@@",
        "<p>@@<br>x",
        "<p title=@@>x",
        "<p title=\"mailto:@@\">x",
        "a < @@",
        "<script>var a = '@@' < 1</script>",
        "<style>/* @@ */</style>",
        "<!-- @@ -->",
        "x < @@ <",
    ] {
        masks(&html, template, "[EMAIL_ADDRESS]");
    }
    for template in ["<@@>", "<p @@>", "</p @@>", "</@@>", "<!@@>", "<?@@>", "<p / @@ =x>"] {
        masks(&html, template, "_EMAIL_ADDRESS_");
    }
    assert_eq!(redact(&html, "<p>ann.lee&commat;example&period;com").unwrap(), "<p>[EMAIL_ADDRESS]");
    assert_eq!(redact(&html, "<p>ann.lee&#0000000000064example.com").unwrap(), "<p>[EMAIL_ADDRESS]");
    let page = "<!DOCTYPE html><p class=x id='y' hidden>a<br>b &amp; c</p><script>d<e</script><!--f--></x g>h";
    assert!(masks_everywhere(&html, page) > page.len() - 12, "only a script without its end is refused");
}

#[test]
fn elements_name_their_texts() {
    let xml = Format::xml();
    for (input, output) in [
        ("<r><bsn>123456782</bsn><n>123456782</n></r>", "<r><bsn>[NL_BSN]</bsn><n>123456782</n></r>"),
        ("<r><bsn kind='x'>123456782</bsn></r>", "<r><bsn kind='x'>[NL_BSN]</bsn></r>"),
        ("<r bsn='123456782' n='123456782'/>", "<r bsn='[NL_BSN]' n='123456782'/>"),
    ] {
        assert_eq!(redact(&xml, input).unwrap(), output);
    }
}

#[test]
fn made_up_documents_keep_the_laws() {
    keeps_the_laws(&XML, "xml");
    keeps_the_laws(&HTML, "html");
}

#[test]
fn spoilt_documents_are_refused() {
    assert!(refuses_closed(&XML, "xml") > MADE / 4);
    refuses_closed(&HTML, "html");
}

#[test]
fn limits_are_named() {
    let error = redact(&Format::xml(), "<a>".repeat(1000)).unwrap_err();
    assert_eq!((error.at, error.what), (193, Malady::TooDeep(64)));
    let error = redact(&Format::html(), "<b>".repeat(1000)).unwrap_err();
    assert_eq!((error.at, error.what), (193, Malady::TooDeep(64)));
    let error = redact(&Format::xml(), format!("<a>{}</a>", "x<b/>".repeat(1 << 20))).unwrap_err();
    assert!(matches!(error.what, Malady::TooMany(most) if most == 1 << 20));
}
