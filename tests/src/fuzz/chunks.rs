//! Law 3: chunking does not matter, and what is held back is bounded.

use privet_core::{Engine, Finding, Ruleset, Scratch, StreamFilter};

use super::engines::{Masking, maskings};
use super::input::text;
use super::masked::check_masked;

/// Most chunks of one input: every one is read together with what came before it.
const CHUNKS: usize = 128;

/// The first byte says how the rest is read: bit 0 JSON, bits 1-2 the engine, bit 3 a pause after every chunk. Three
/// sizes of chunks follow.
pub fn chunk_laws(data: &[u8]) {
    let Some(([flags, sizes @ ..], rest)) = data.split_first_chunk::<4>() else { return };
    let text = text(rest);
    let masking = &maskings()[[0, 1, 3, 5][usize::from(flags >> 1 & 3)]];
    laws(masking, flags & 1 == 1, flags & 8 == 8, sizes, &text);
}

/// As [`chunk_laws`], for that engine.
pub fn laws(masking: &Masking, json: bool, pauses: bool, sizes: &[u8], text: &[u8]) {
    let Masking { engine, transform } = masking;
    let whole = stream(engine, json, false, [text]);
    check_masked(engine, transform, json, text, &whole.1, &whole.0);
    if whole.1.is_empty() {
        assert!(whole.0 == text, "a clean stream has changed");
    }
    let start = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start();
    if json == matches!(start.first(), Some(b'{' | b'[')) {
        let record = engine.scan(text, &mut Scratch::new()).to_vec();
        // What runs over the end of a string is cut in a record, whose structure is known.
        let quoted = |finding: &Finding| text[finding.span.range()].contains(&b'"');
        assert!(
            record == whole.1 || json && whole.1.iter().any(quoted),
            "a record has other findings than a stream: {record:?}, {:?}",
            whole.1
        );
    }
    let chunks = cut(text, sizes);
    let cut = stream(engine, json, false, chunks.iter().copied());
    assert_eq!(whole.1, cut.1, "findings depend on the chunks");
    assert!(whole.0 == cut.0, "the output depends on the chunks");
    if pauses {
        let paused = stream(engine, json, true, chunks.iter().copied());
        check_masked(engine, transform, json, text, &paused.1, &paused.0);
    }
}

fn cut<'t>(mut text: &'t [u8], sizes: &[u8]) -> Vec<&'t [u8]> {
    let least = text.len() / CHUNKS + 1;
    let mut chunks = Vec::new();
    for size in sizes.iter().cycle() {
        // Empty chunks are chunks, too, but do not help along.
        let size = usize::from(*size);
        let size =
            if size == 0 && chunks.last().is_none_or(|last: &&[u8]| !last.is_empty()) { 0 } else { size.max(least) };
        let (chunk, rest) = text.split_at(text.len().min(size));
        chunks.push(chunk);
        text = rest;
        if text.is_empty() {
            break;
        }
    }
    chunks.push(text);
    chunks
}

/// The output and the findings of a stream in chunks.
fn stream<'t>(
    engine: &Engine,
    json: bool,
    pauses: bool,
    chunks: impl IntoIterator<Item = &'t [u8]>,
) -> (Vec<u8>, Vec<Finding>) {
    let mut filter = StreamFilter::new(engine).json(json);
    let (mut out, mut findings) = (Vec::new(), Vec::new());
    let most = held_at_most(engine.rules(), json);
    for chunk in chunks {
        filter.push(chunk, &mut out);
        findings.extend_from_slice(filter.findings());
        assert!(filter.held() <= most, "{} of at most {most} bytes are held back", filter.held());
        if pauses {
            filter.flush(&mut out);
            findings.extend_from_slice(filter.findings());
        }
    }
    filter.finish(&mut out);
    findings.extend_from_slice(filter.findings());
    assert!(filter.held() == 0, "something is held back after the end");
    (out, findings)
}

/// The most that a filter may hold back, in bytes as they come in: a byte of plain text is at most one character of four
/// bytes with four characters of three bytes that are not seen before it, or, as JSON escapes, of twelve with four of six.
pub fn held_at_most(rules: &Ruleset, json: bool) -> usize {
    let (character, ignored) = if json { (12, 6) } else { (4, 3) };
    (character + 4 * ignored) * rules.hold_back()
}
