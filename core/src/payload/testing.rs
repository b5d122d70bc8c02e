//! Helpers of the tests of formats.

use super::format::Format;
use super::render::{Form, Malformed, Rendering};
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
        Form::Whole(encode) => encode(new.as_bytes(), &payload[leaf.raw.range()], &mut out),
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
