//! XML and HTML, and the view of the crate `roxmltree`.

use super::{Part, values};
use crate::corpus::Rng;

/// A document.
pub(super) fn make_xml(rng: &mut Rng) -> Vec<u8> {
    let mut out = String::new();
    if rng.one_in(3) {
        out.push_str("<?xml version=\"1.0\"?>\n");
    }
    if rng.one_in(6) {
        out.push_str("<!DOCTYPE a [<!ENTITY who 'bob@example.org'> <!-- it's --> ]>\n");
    }
    element(rng, 4, false, &mut out);
    out.into_bytes()
}

/// A page, as people write them.
pub(super) fn make_html(rng: &mut Rng) -> Vec<u8> {
    let mut out = rng.pick(&["<!DOCTYPE html>\n", ""]).to_owned();
    for _ in 0..1 + rng.below(3) {
        element(rng, 4, true, &mut out);
    }
    out.into_bytes()
}

fn element(rng: &mut Rng, depth: u64, html: bool, out: &mut String) {
    let tags = if html {
        &["p", "td", "tr", "li", "br", "b", "script", "div"][..]
    } else {
        &["a", "note", "email", "x-1"][..]
    };
    let tag = rng.pick(tags);
    out.push_str(&format!("<{tag}"));
    for name in ["id", "title", "email"] {
        if rng.one_in(4) {
            out.push_str(&format!(" {name}="));
            let quote = rng.pick(&["\"", "'"]);
            out.push_str(quote);
            text(values::value(rng), rng, out);
            out.push_str(quote);
        } else if html && rng.one_in(8) {
            out.push_str(&format!(" {name}{}", rng.pick(&["", "=x", "=ann.lee@example.com"])));
        }
    }
    if tag == "br" || !html && rng.one_in(8) {
        return out.push_str("/>");
    }
    out.push('>');
    if tag == "script" {
        out.push_str(&format!("'{}' < 1</script>", rng.pick(&values::PERSONAL)));
        return;
    }
    for _ in 0..rng.below(4) {
        match rng.below(if depth == 0 { 6 } else { 10 }) {
            0 => out.push_str(rng.pick(&["<!-- c -->", "<!--ann.lee@example.com-->", "<!-- +1 212 555 0143 -->"])),
            1 if !html => out.push_str(&format!("<![CDATA[{}]]>", values::value(rng))),
            2 if !html => out.push_str("<?do mail bob@example.org?>"),
            1..6 => text(values::value(rng), rng, out),
            _ => element(rng, depth - 1, html, out),
        }
    }
    if !html || rng.one_in(2) {
        out.push_str(&format!("</{tag}>"));
    }
}

fn text(text: &str, rng: &mut Rng, out: &mut String) {
    values::write(text, rng, out, |character, second| match character {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&apos;".to_owned(),
        _ if second => format!("&#{};", character as u32),
        _ => character.to_string(),
    });
}

/// Elements, attributes, texts, comments and instructions of a document.
pub(super) fn read(payload: &[u8]) -> Option<Vec<Part>> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let text = std::str::from_utf8(payload).ok()?;
    let document = roxmltree::Document::parse_with_options(text, options).ok()?;
    let mut parts = Vec::new();
    node(document.root(), &mut parts);
    Some(parts)
}

fn node(of: roxmltree::Node<'_, '_>, parts: &mut Vec<Part>) {
    for child in of.children() {
        match child.node_type() {
            roxmltree::NodeType::Element => {
                parts.extend([Part::Sign('<'), Part::Name(child.tag_name().name().into())]);
                for attribute in child.attributes() {
                    parts.extend([Part::Name(attribute.name().into()), Part::Value(attribute.value().into())]);
                }
                node(child, parts);
                parts.push(Part::Sign('>'));
            }
            // Entities that the document declares are not ours to expand.
            roxmltree::NodeType::Text => parts.push(Part::Value(child.text().unwrap_or_default().into())),
            roxmltree::NodeType::Comment => parts.push(Part::Name(child.text().unwrap_or_default().into())),
            _ => {
                let instruction = child.pi().map(|pi| format!("{} {}", pi.target, pi.value.unwrap_or_default()));
                parts.push(Part::Name(instruction.unwrap_or_default().into_bytes()));
            }
        }
    }
}
