//! Helpers of the tests of formats.

use super::format::{Format, Walk};
use super::render::{Form, Malformed, Renderer, Rendering};
use crate::span::Span;

/// A payload, rendered.
pub(super) fn render(format: &Format, payload: &[u8]) -> Result<Rendering, Malformed> {
    let Format::Structured(structured) = format else { panic!("{format:?} is not walked") };
    let mut rendering = Rendering::default();
    structured.render(payload, &mut rendering)?;
    check(payload, &rendering);
    Ok(rendering)
}

/// What a payload reads as.
pub(super) fn text(format: &Format, payload: &[u8]) -> String {
    String::from_utf8_lossy(render(format, payload).unwrap().text()).into_owned()
}

/// The bytes in place of those of the first leaf that reads as `old`, when it is to read as `new`.
pub(super) fn written(format: &Format, payload: &[u8], old: &str, new: &str) -> Vec<u8> {
    let rendering = render(format, payload).unwrap();
    let reads = |text: Span| &rendering.text()[text.range()] == old.as_bytes();
    let leaf = rendering.leaves().iter().find(|leaf| reads(leaf.text)).unwrap();
    let mut out = Vec::new();
    match leaf.form {
        Form::Text(escape) => escape(new.as_bytes(), &mut out),
        Form::Whole(encode) | Form::Number(encode) => encode(new.as_bytes(), &payload[leaf.raw.range()], &mut out),
    }
    out
}

/// Leaves and frames are in order, and lie where there is something.
fn check(payload: &[u8], rendering: &Rendering) {
    let (mut text, mut raw) = (0, 0);
    for leaf in rendering.leaves() {
        assert!(text <= leaf.text.start && raw <= leaf.raw.start && leaf.raw.end <= payload.len());
        (text, raw) = (leaf.text.end, leaf.raw.end);
        if !leaf.text.is_empty() {
            assert!(leaf.raw.contains(rendering.raw_span(leaf.text)), "a leaf reads as bytes that are not its own");
        }
    }
    let mut open: Vec<Span> = Vec::new();
    for frame in rendering.frames() {
        let span = Span::new(frame.head.start, frame.end);
        open.retain(|outer| outer.end > span.start);
        assert!(open.iter().all(|outer| outer.contains(span)), "frames overlap");
        assert!(frame.head.end <= frame.end && frame.end <= payload.len());
        open.push(span);
    }
}

fn rendering(walk: &dyn Walk, payload: &[u8]) -> Result<Rendering, Malformed> {
    let mut rendering = Rendering::default();
    walk.walk(&mut Renderer::new(payload, &mut rendering))?;
    let mut at = 0;
    for leaf in rendering.leaves() {
        assert!(leaf.text.start >= at, "leaves stand in the order of the text");
        at = leaf.text.end;
    }
    Ok(rendering)
}

/// The text of a payload.
pub(super) fn read(walk: &dyn Walk, payload: impl AsRef<[u8]>) -> Result<String, Malformed> {
    Ok(String::from_utf8_lossy(rendering(walk, payload.as_ref())?.text()).into_owned())
}

/// The paths of the values that are not empty, with the values.
pub(super) fn paths(walk: &dyn Walk, payload: &str) -> Vec<(String, String)> {
    let rendering = rendering(walk, payload.as_bytes()).unwrap();
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let path = |node| rendering.path(node).into_iter().map(shown).collect::<Vec<_>>().join("/");
    let leaves = rendering.leaves().iter().filter(|leaf| !leaf.text.is_empty());
    leaves.map(|leaf| (path(leaf.node), shown(&rendering.text()[leaf.text.range()]))).collect()
}

/// The payload with `old` replaced wherever a value or key holds it.
pub(super) fn replaced(walk: &dyn Walk, payload: &str, old: &str, new: &str) -> String {
    let payload = payload.as_bytes();
    let rendering = rendering(walk, payload).unwrap();
    let mut out = Vec::new();
    let mut at = 0;
    for leaf in rendering.leaves() {
        let text = &rendering.text()[leaf.text.range()];
        let Some(found) = memchr::memmem::find(text, old.as_bytes()) else { continue };
        let part = Span::new(leaf.text.start + found, leaf.text.start + found + old.len());
        match leaf.form {
            Form::Text(escape) => {
                let raw = rendering.raw_span(part);
                assert!(leaf.raw.contains(raw), "what is read is of the bytes of the leaf");
                out.extend_from_slice(&payload[at..raw.start]);
                escape(new.as_bytes(), &mut out);
                at = raw.end;
            }
            Form::Whole(encode) | Form::Number(encode) => {
                out.extend_from_slice(&payload[at..leaf.raw.start]);
                let value = [&text[..found], new.as_bytes(), &text[found + old.len()..]].concat();
                encode(&value, &payload[leaf.raw.range()], &mut out);
                at = leaf.raw.end;
            }
        }
    }
    out.extend_from_slice(&payload[at..]);
    String::from_utf8(out).unwrap()
}
